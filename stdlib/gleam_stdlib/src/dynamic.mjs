// Values of unknown type.

import {
  Ok,
  Error,
  BitArray,
  Empty,
  NonEmpty,
  toList,
  Result$isOk,
  Result$isError,
} from "./gleam.mjs";
import Dict from "./dict.mjs";
import { Option$Some, Option$None } from "./gleam/option.mjs";

const Nil = undefined;

export function identity(value) {
  return value;
}

export function classify(data) {
  if (data === null || data === undefined) return "Nil";
  if (typeof data === "number") return Number.isInteger(data) ? "Int" : "Float";
  if (typeof data === "boolean") return "Bool";
  if (isList(data)) return "List";
  if (Array.isArray(data)) return "Array";
  if (data instanceof Dict) return "Dict";
  if (data instanceof BitArray) return "BitArray";
  if (Result$isOk(data) || Result$isError(data)) return "Result";
  const kind = typeof data;
  return kind[0].toUpperCase() + kind.slice(1);
}

function isList(data) {
  return data instanceof Empty || data instanceof NonEmpty;
}

export function array(list) {
  return [...list];
}

const nothing = new Ok(Option$None());

function found(value) {
  return new Ok(Option$Some(value));
}

/**
 * What a key or position leads to. The elements of lists can be reached only
 * near the start, so that nobody takes them for arrays.
 */
export function index(data, key) {
  if (data instanceof Dict || data instanceof Map || data instanceof WeakMap) {
    return data.has(key) ? found(data.get(key)) : nothing;
  }
  if (isList(data)) {
    const elements = firstElements(data, 8);
    if (Number.isInteger(key) && key in elements) return found(elements[key]);
  } else if (isObject(data)) {
    return key in data ? found(data[key]) : nothing;
  }
  return new Error(Number.isInteger(key) ? "Indexable" : "Dict");
}

function firstElements(list, count) {
  const elements = [];
  for (const element of list) {
    if (elements.length === count) break;
    elements.push(element);
  }
  return elements;
}

function isObject(data) {
  return typeof data === "object" && data !== null;
}

export function list(data) {
  if (isList(data)) return new Ok(data);
  return Array.isArray(data) ? new Ok(toList(data)) : new Error(Nil);
}

export function entries(data) {
  if (data instanceof Dict) return new Ok(toList(data.entries()));
  if (data instanceof Map) return new Ok(toList([...data]));
  const prototype = isObject(data) ? Object.getPrototypeOf(data) : undefined;
  if (prototype !== null && prototype !== Object.prototype) return new Error(Nil);
  return new Ok(toList(Object.entries(data)));
}

// In case of an error these give a value of the type that was asked for.

export function int(data) {
  return Number.isInteger(data) ? new Ok(data) : new Error(0);
}

export function float(data) {
  return typeof data === "number" ? new Ok(data) : new Error(0);
}

export function string(data) {
  return typeof data === "string" ? new Ok(data) : new Error("");
}

export function bit_array(data) {
  if (data instanceof BitArray) return new Ok(data);
  if (data instanceof Uint8Array) return new Ok(new BitArray(data));
  return new Error(new BitArray(new Uint8Array()));
}

export function is_null(data) {
  return data === null || data === undefined;
}
