// Bit arrays. A bit array may start and end inside a byte; `bytesOf` gives its
// bits in bytes that are aligned and completed with zeros.

import {
  Ok,
  Error,
  BitArray,
  bitArraySlice,
  toBitArray,
  List$isNonEmpty,
  List$NonEmpty$first,
  List$NonEmpty$rest,
} from "./gleam.mjs";
import { decodeUtf8 } from "./utf8.mjs";

const Nil = undefined;

export function bytesOf(bits) {
  if (bits.bitOffset === 0 && bits.bitSize % 8 === 0) return bits.rawBuffer.subarray(0, bits.byteSize);
  const bytes = new Uint8Array(bits.byteSize);
  for (let at = 0; at < bytes.length; at++) bytes[at] = bits.byteAt(at);
  const left = bits.bitSize % 8;
  if (left > 0) bytes[bytes.length - 1] &= 0xff << (8 - left);
  return bytes;
}

export function bit_size(bits) {
  return bits.bitSize;
}

export function byte_size(bits) {
  return bits.byteSize;
}

export function pad_to_bytes(bits) {
  return bits.bitSize % 8 === 0 ? bits : new BitArray(bytesOf(bits));
}

export function slice(bits, position, size) {
  const start = Math.min(position, position + size) * 8;
  const end = Math.max(position, position + size) * 8;
  if (start < 0 || end > bits.bitSize) return new Error(Nil);
  return new Ok(bitArraySlice(bits, start, end));
}

export function to_string(bits) {
  const text = bits.bitSize % 8 === 0 ? decodeUtf8(bytesOf(bits)) : undefined;
  return text === undefined ? new Error(Nil) : new Ok(text);
}

export function concat(list) {
  const parts = [];
  for (; List$isNonEmpty(list); list = List$NonEmpty$rest(list)) parts.push(List$NonEmpty$first(list));
  return toBitArray(parts);
}

// Byte by byte; once one has no whole byte any more, what is left of both counts
// as a number, and finally its size.
export function less_than(a, b) {
  const common = Math.trunc(Math.min(a.bitSize, b.bitSize) / 8);
  for (let at = 0; at < common; at++) {
    const difference = a.byteAt(at) - b.byteAt(at);
    if (difference !== 0) return difference < 0;
  }
  const difference = numberFrom(a, common) - numberFrom(b, common);
  return difference === 0 ? a.bitSize < b.bitSize : difference < 0;
}

/** The bits from a byte on as a number. It may be too large to be exact. */
function numberFrom(bits, start) {
  let number = 0;
  for (let at = start; at * 8 < bits.bitSize; at++) {
    const size = Math.min(8, bits.bitSize - at * 8);
    number = number * 2 ** size + (bits.byteAt(at) >> (8 - size));
  }
  return number;
}

export function starts_with(bits, prefix) {
  return prefix.bitSize <= bits.bitSize && bitArraySlice(bits, 0, prefix.bitSize).equals(prefix);
}

// --- Base 64 and base 16 ---------------------------------------------------

const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values64 = new Uint8Array(128);
for (let value = 0; value < 64; value++) values64[digits64.charCodeAt(value)] = value;

// Two digits for each 12 bits.
const pairs64 = Array.from({ length: 4096 }, (_, pair) => digits64[pair >> 6] + digits64[pair & 63]);

export function base64_encode(bits, padding) {
  const bytes = bytesOf(bits);
  const whole = bytes.length - (bytes.length % 3);
  let text = "";
  for (let at = 0; at < whole; at += 3) {
    const group = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
    text += pairs64[group >> 12] + pairs64[group & 0xfff];
  }
  if (whole < bytes.length) {
    const group = (bytes[whole] << 16) | ((bytes[whole + 1] ?? 0) << 8);
    text += pairs64[group >> 12] + (whole + 1 < bytes.length ? digits64[(group >> 6) & 63] : "");
  }
  return padding ? text + "=".repeat((4 - (text.length % 4)) % 4) : text;
}

export function base64_decode(text) {
  const match = /^([A-Za-z0-9+/]*)(={0,2})$/.exec(text);
  if (!match) return new Error(Nil);
  const [, digits, padding] = match;
  const missing = (4 - (digits.length % 4)) % 4;
  if (missing === 3 || padding.length > missing) return new Error(Nil);
  const bytes = new Uint8Array(Math.trunc((digits.length * 3) / 4));
  let group = 0;
  for (let at = 0, end = 0; at < digits.length; at++) {
    group = ((group << 6) | values64[digits.charCodeAt(at)]) & 0xffffff;
    const bitsOver = ((at + 1) * 6) % 8;
    if (at % 4 !== 0) bytes[end++] = group >> bitsOver;
  }
  return new Ok(new BitArray(bytes));
}

export function base16_encode(bits) {
  let text = "";
  for (const byte of bytesOf(bits)) text += byte.toString(16).padStart(2, "0");
  return text.toUpperCase();
}

export function base16_decode(text) {
  if (!/^([0-9a-fA-F]{2})*$/.test(text)) return new Error(Nil);
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return new Ok(new BitArray(bytes));
}
