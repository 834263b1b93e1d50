// Writing any value as Gleam source.

import { BitArray, CustomType, Empty, NonEmpty, UtfCodepoint } from "./gleam.mjs";
import Dict from "./dict.mjs";
import { float_to_string } from "./number.mjs";
import { bytesOf } from "./bits.mjs";

export function inspect(value) {
  return new Inspector().inspect(value);
}

/** Remembers what it is inside of, because objects may contain themselves. */
class Inspector {
  constructor() {
    this.parents = new Set();
  }

  inspect(value) {
    switch (typeof value) {
      case "boolean":
        return value ? "True" : "False";
      case "number":
        return Number.isInteger(value) ? value.toString() : float_to_string(value);
      case "string":
        return inspectString(value);
      case "undefined":
        return "Nil";
      case "function":
        return inspectFunction(value);
      case "object":
        return value === null ? "//js(null)" : this.inspectObject(value);
      default:
        return `//js(${String(value)})`;
    }
  }

  inspectObject(object) {
    if (object instanceof BitArray) return inspect_bits(object);
    if (object instanceof UtfCodepoint) return `//utfcodepoint(${String.fromCodePoint(object.value)})`;
    if (object instanceof Date) return `//js(Date("${object.toISOString()}"))`;
    if (object instanceof RegExp) return `//js(${object})`;
    if (object instanceof globalThis.Error) return `//js(${object})`;
    if (this.parents.has(object)) return "//js(circular reference)";
    this.parents.add(object);
    try {
      return this.inspectParts(object);
    } finally {
      this.parents.delete(object);
    }
  }

  inspectParts(object) {
    if (Array.isArray(object)) return `#(${this.inspectAll(object)})`;
    if (object instanceof Empty || object instanceof NonEmpty) return this.inspectList(object);
    if (object instanceof Dict) return this.inspectDict(object);
    if (object instanceof CustomType) return this.inspectRecord(object);
    if (object instanceof Set) return `//js(Set(${this.inspectAll(object)}))`;
    return this.inspectForeign(object);
  }

  inspectAll(values) {
    return Array.from(values, (value) => this.inspect(value)).join(", ");
  }

  // A list of the numbers of characters is most likely text from Erlang.
  inspectList(list) {
    const elements = [...list];
    const isText = elements.length > 0 && elements.every((unit) => Number.isInteger(unit) && unit >= 32 && unit <= 126);
    if (isText) return `charlist.from_string(${inspectString(elements.map((unit) => String.fromCharCode(unit)).join(""))})`;
    return `[${this.inspectAll(elements)}]`;
  }

  /** In order, so that equal dicts look equal. */
  inspectDict(dict) {
    const entries = dict.entries().map(([key, value]) => `#(${this.inspect(key)}, ${this.inspect(value)})`);
    return `dict.from_list([${entries.sort().join(", ")}])`;
  }

  inspectRecord(record) {
    const fields = Object.keys(record).map((name) => {
      const value = this.inspect(record[name]);
      return /^[0-9]+$/.test(name) ? value : `${name.replace(/\$$/, "")}: ${value}`;
    });
    const name = record.constructor.name;
    return fields.length === 0 ? name : `${name}(${fields.join(", ")})`;
  }

  inspectForeign(object) {
    const name = Object.getPrototypeOf(object)?.constructor?.name ?? "Object";
    const properties = Object.keys(object).map(
      (key) => `${this.inspect(key)}: ${this.inspect(object[key])}`,
    );
    const body = properties.length === 0 ? "{}" : `{ ${properties.join(", ")} }`;
    return `//js(${name === "Object" ? "" : name + " "}${body})`;
  }
}

const shortEscapes = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\f", "\\f"],
  ["\\", "\\\\"],
  ['"', '\\"'],
]);

function inspectString(text) {
  return `"${text.replace(/[\x00-\x1f"\\\x7f-\x9f]/g, escape)}"`;
}

function escape(character) {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return shortEscapes.get(character) ?? `\\u{${code}}`;
}

function inspectFunction(fun) {
  const names = Array.from({ length: fun.length }, (_, at) => String.fromCharCode(97 + at));
  return `//fn(${names.join(", ")}) { ... }`;
}

export function inspect_bits(bits) {
  const segments = Array.from(bytesOf(bits), String);
  const left = bits.bitSize % 8;
  if (left > 0) {
    const last = Number(segments.pop()) >> (8 - left);
    segments.push(`${last}:size(${left})`);
  }
  return `<<${segments.join(", ")}>>`;
}
