import { BitArray, CustomType, Empty, NonEmpty, UtfCodepoint } from "./gleam.mjs";

let trace = [];

export function log(tag, value) {
  trace.push(tag + " " + show(value));
  return value;
}

export function rescue(tag, run) {
  try {
    run();
  } catch (error) {
    if (error && error.gleam_error) trace.push(tag + " stopped" + part(error));
    else trace.push(tag + " crashed " + error);
  }
}

export function program(header, main) {
  trace.push(header);
  main();
  flush();
}

export function flush() {
  if (trace.length > 0) console.log(trace.join("\n"));
  trace = [];
}

export function codepoint(number) {
  return new UtfCodepoint(number);
}

export function bit_size(bits) {
  return bits.bitSize;
}

const keys = [
  "gleam_error", "module", "function", "line", "file", "message", "kind", "operator", "start", "end",
  "pattern_start", "pattern_end", "expression_start", "value", "left", "right", "arguments", "expression",
];
const texts = ["gleam_error", "module", "function", "file", "message", "kind", "operator"];
const parts = ["left", "right", "expression"];

function part(error) {
  return keys.map((key) => (key in error ? "; " + key + " " + field(key, error[key]) : "")).join("");
}

function field(key, value) {
  if (texts.includes(key)) return value;
  if (key === "arguments") return [...value].map((item) => "(" + part(item) + ")").join("");
  if (parts.includes(key) && value && value.kind) return "(" + part(value) + ")";
  return show(value);
}

// Values in the same words on every target.
function show(value) {
  if (value === undefined) return "nil";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return bytes(new TextEncoder().encode(value), undefined);
  if (typeof value === "function") return "function";
  if (Array.isArray(value)) return braces(value);
  if (value instanceof BitArray) return bits(value);
  if (value instanceof Empty || value instanceof NonEmpty) return list(value);
  if (value instanceof CustomType) return record(value);
  return "unknown " + value;
}

function number(value) {
  if (Number.isSafeInteger(value)) return String(Math.trunc(value) + 0);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return "f" + hex(new Uint8Array(view.buffer));
}

function hex(array) {
  return [...array].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
}

function bytes(array, size) {
  return "<<" + (size ?? array.length * 8) + ":" + hex(array) + ">>";
}

function bits(value) {
  const array = [];
  for (let index = 0; index * 8 < value.bitSize; index++) {
    const kept = Math.min(8, value.bitSize - index * 8);
    array.push(value.byteAt(index) & (0xff << (8 - kept)) & 0xff);
  }
  return bytes(array, value.bitSize);
}

function braces(items) {
  return "{" + items.map(show).join(", ") + "}";
}

function list(value) {
  const items = [];
  for (; value instanceof NonEmpty; value = value.tail) items.push(show(value.head));
  return "[" + items.join(", ") + "]";
}

function record(value) {
  const name = value.constructor.name.replace(/\$.*/, "");
  const snake = name.replace(/[A-Z]/g, (letter, at) => (at > 0 ? "_" : "") + letter.toLowerCase());
  const fields = Object.keys(value).map((key) => value[key]);
  return fields.length === 0 ? snake : "{" + [snake, ...fields.map(show)].join(", ") + "}";
}
