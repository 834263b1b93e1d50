// Numbers. A Gleam Int and a Gleam Float are both a JavaScript number.

import { Ok, Error } from "./gleam.mjs";

export function identity(x) {
  return x;
}

// --- Int -------------------------------------------------------------------

export function parse_int(text) {
  return /^[-+]?[0-9]+$/.test(text) ? finite(Number(text)) : new Error(undefined);
}

export function int_from_base_string(text, base) {
  const start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  if (start === text.length) return new Error(undefined);
  for (let at = start; at < text.length; at++) {
    if (digitValue(text.charCodeAt(at)) >= base) return new Error(undefined);
  }
  return finite(globalThis.Number.parseInt(text, base));
}

/** What a digit or a letter of either case counts for. */
function digitValue(unit) {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41 + 10;
  return unit >= 0x61 && unit <= 0x7a ? unit - 0x61 + 10 : Infinity;
}

function finite(number) {
  return globalThis.Number.isFinite(number) ? new Ok(number) : new Error(undefined);
}

export function int_to_string(int) {
  return int.toString();
}

export function int_to_base_string(int, base) {
  return int.toString(base).toUpperCase();
}

// JavaScript's bitwise operators cut their operands to 32 bits. They serve
// where that loses nothing, and on both halves of what has up to 53 bits;
// otherwise BigInt does the work.

export function bitwise_and(x, y) {
  if (isInt32(x) && isInt32(y)) return x & y;
  if (areSafe(x, y)) return halves(upperHalf(x) & upperHalf(y), x & y);
  return Number(BigInt(x) & BigInt(y));
}

export function bitwise_or(x, y) {
  if (isInt32(x) && isInt32(y)) return x | y;
  if (areSafe(x, y)) return halves(upperHalf(x) | upperHalf(y), x | y);
  return Number(BigInt(x) | BigInt(y));
}

export function bitwise_exclusive_or(x, y) {
  if (isInt32(x) && isInt32(y)) return x ^ y;
  if (areSafe(x, y)) return halves(upperHalf(x) ^ upperHalf(y), x ^ y);
  return Number(BigInt(x) ^ BigInt(y));
}

function areSafe(x, y) {
  return globalThis.Number.isSafeInteger(x) && globalThis.Number.isSafeInteger(y);
}

/** All but the lower 32 bits, with the sign. Of a safe integer they fit 32 bits as well. */
function upperHalf(x) {
  return Math.floor(x / 0x100000000);
}

function halves(upper, lower) {
  return upper * 0x100000000 + (lower >>> 0);
}

export function bitwise_not(x) {
  return -x - 1;
}

export function bitwise_shift_left(x, y) {
  // Where no bit is lost this is a multiplication.
  if (isInt32(x) && y >= 0 && y <= 21) return x * (1 << y) + 0;
  return Number(BigInt(x) << BigInt(y));
}

export function bitwise_shift_right(x, y) {
  if (isInt32(x) && y >= 0 && y < 32) return x >> y;
  return Number(BigInt(x) >> BigInt(y));
}

function isInt32(x) {
  return (x | 0) === x;
}

// --- Float -----------------------------------------------------------------

export function parse_float(text) {
  if (!/^[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?$/.test(text)) return new Error(undefined);
  return finite(globalThis.Number.parseFloat(text));
}

// JavaScript writes `1` and `1e+21` for what Gleam writes `1.0` and `1.0e21`.
export function float_to_string(float) {
  const text = float.toString();
  if (!text.includes("e")) return globalThis.Number.isInteger(float) ? text + ".0" : text;
  const [mantissa, exponent] = text.replace("+", "").split("e");
  const whole = /^-?[0-9]+$/.test(mantissa) ? mantissa + ".0" : mantissa;
  return whole + "e" + exponent;
}

export function ceiling(float) {
  return Math.ceil(float);
}

export function floor(float) {
  return Math.floor(float);
}

// `Math.round` takes halves up; Gleam takes them away from 0. Adding 0 turns
// the negative zero, which no Int is, into 0.
export function round(float) {
  return (float < 0 ? -Math.round(-float) : Math.round(float)) + 0;
}

export function truncate(float) {
  return Math.trunc(float) + 0;
}

export function power(base, exponent) {
  return Math.pow(base, exponent);
}

export function logarithm(float) {
  return Math.log(float);
}

export function exponential(float) {
  return Math.exp(float);
}

export function random() {
  return Math.random();
}
