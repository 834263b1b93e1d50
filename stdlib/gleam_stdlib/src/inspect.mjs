// Writing any value as Gleam source.

import { BitArray, CustomType, List, UtfCodepoint } from "./gleam.mjs";
import Dict from "./dict.mjs";
import { float_to_string } from "./number.mjs";
import { bytesOf } from "./bits.mjs";

export function inspect(value) {
  return new Inspector().inspect(value);
}

/** Remembers what it is inside of, because objects may contain themselves. */
class Inspector {
  constructor() {
    this.parents = [];
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
    if (Array.isArray(object) || object instanceof CustomType || object instanceof List) return this.inspectInside(object);
    if (object instanceof BitArray) return inspect_bits(object);
    if (object instanceof UtfCodepoint) return `//utfcodepoint(${String.fromCodePoint(object.value)})`;
    if (object instanceof Date) return `//js(Date("${object.toISOString()}"))`;
    if (object instanceof RegExp) return `//js(${object})`;
    if (object instanceof globalThis.Error) return `//js(${object})`;
    return this.inspectInside(object);
  }

  inspectInside(object) {
    if (this.parents.includes(object)) return "//js(circular reference)";
    this.parents.push(object);
    const text = this.inspectParts(object);
    this.parents.pop();
    return text;
  }

  inspectParts(object) {
    if (Array.isArray(object)) return `#(${this.inspectAll(object)})`;
    if (object instanceof List) return this.inspectList(object.toArray());
    if (object instanceof Dict) return this.inspectDict(object);
    if (object instanceof CustomType) return this.inspectRecord(object);
    if (object instanceof Set) return `//js(Set(${this.inspectAll(Array.from(object))}))`;
    return this.inspectForeign(object);
  }

  inspectAll(values) {
    let text = "";
    for (let at = 0; at < values.length; at++) text = text + (at === 0 ? "" : ", ") + this.inspect(values[at]);
    return text;
  }

  // A list of the numbers of characters is most likely text from Erlang.
  inspectList(elements) {
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
    const name = record.constructor.name;
    let fields = "";
    for (const label of Object.keys(record)) {
      fields = fields + (fields === "" ? "" : ", ") + labelText(label) + this.inspect(record[label]);
    }
    return fields === "" ? name : `${name}(${fields})`;
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

/** What stands before the value of a property. */
function labelText(property) {
  // Properties without labels are numbers.
  if (property.charCodeAt(0) <= 0x39) return "";
  return `${property.endsWith("$") ? property.slice(0, -1) : property}: `;
}

const shortEscapes = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\f", "\\f"],
  ["\\", "\\\\"],
  ['"', '\\"'],
]);

const special = /[\x00-\x1f"\\\x7f-\x9f]/;
const allSpecial = new RegExp(special, "g");

function inspectString(text) {
  return `"${special.test(text) ? text.replace(allSpecial, escape) : text}"`;
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
  const bytes = bytesOf(bits);
  const left = bits.bitSize % 8;
  const whole = left > 0 ? bytes.length - 1 : bytes.length;
  let text = "";
  for (let at = 0; at < whole; at++) text = text + (at === 0 ? "" : ", ") + bytes[at];
  if (left === 0) return `<<${text}>>`;
  return `<<${text}${whole > 0 ? ", " : ""}${bytes[whole] >> (8 - left)}:size(${left})>>`;
}
