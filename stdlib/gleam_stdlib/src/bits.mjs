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
  if (bits.bitOffset === 0 && bits.bitSize % 8 === 0) return bits.rawBuffer;
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
  if (bits.bitOffset + prefix.bitOffset + (prefix.bitSize % 8) === 0) return startsWithBytes(bits, prefix);
  return prefix.bitSize <= bits.bitSize && bitArraySlice(bits, 0, prefix.bitSize).equals(prefix);
}

function startsWithBytes(bits, prefix) {
  if (prefix.bitSize > bits.bitSize) return false;
  const { rawBuffer, byteSize } = prefix;
  for (let at = 0; at < byteSize; at++) {
    if (bits.rawBuffer[at] !== rawBuffer[at]) return false;
  }
  return true;
}

// --- Base 64 and base 16 ---------------------------------------------------

//
// Servers have a `Buffer`, which is faster for what is not short.

const enoughForHost = 64;
const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values64 = new Uint8Array(128).fill(64);
for (let value = 0; value < 64; value++) values64[digits64.charCodeAt(value)] = value;

// Two digits for each 12 bits.
const pairs64 = Array.from({ length: 4096 }, (_, pair) => digits64[pair >> 6] + digits64[pair & 63]);

export function base64_encode(bits, padding) {
  const bytes = bytesOf(bits);
  const text = globalThis.Buffer && bytes.length > enoughForHost ? encodeByHost(bytes) : encodeByHand(bytes);
  const missing = (3 - (bytes.length % 3)) % 3;
  return padding ? text + "=".repeat(missing) : text;
}

function encodeByHost({ buffer, byteOffset, byteLength }) {
  const text = globalThis.Buffer.from(buffer, byteOffset, byteLength).toString("base64");
  return text.slice(0, Math.ceil((byteLength * 4) / 3));
}

function encodeByHand(bytes) {
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
  return text;
}

export function base64_url_encode(bits, padding) {
  return base64_encode(bits, padding).replaceAll("+", "-").replaceAll("/", "_");
}

export function base64_decode(text) {
  let digits = text.length;
  while (digits > 0 && text.length - digits < 2 && text[digits - 1] === "=") digits--;
  const missing = (4 - (digits % 4)) % 4;
  if (missing === 3 || text.length - digits > missing) return new Error(Nil);
  const bytes = new Uint8Array(Math.trunc((digits * 3) / 4));
  const isComplete = globalThis.Buffer && digits > enoughForHost
    ? decodeByHost(text, bytes)
    : decodeByHand(text, digits, bytes);
  return isComplete ? new Ok(new BitArray(bytes)) : new Error(Nil);
}

export function base64_url_decode(text) {
  return base64_decode(text.replaceAll("-", "+").replaceAll("_", "/"));
}

// The host leaves out what it does not know, so that bytes are missing then; but it knows the
// digits for URLs, too.
function decodeByHost(text, bytes) {
  if (text.includes("-") || text.includes("_")) return false;
  return globalThis.Buffer.from(bytes.buffer).write(text, "base64") === bytes.length;
}

function decodeByHand(text, digits, bytes) {
  let group = 0;
  for (let at = 0, end = 0; at < digits; at++) {
    const value = values64[text.charCodeAt(at)];
    if (!(value < 64)) return false;
    group = ((group << 6) | value) & 0xffffff;
    const bitsOver = ((at + 1) * 6) % 8;
    if (at % 4 !== 0) bytes[end++] = group >> bitsOver;
  }
  return true;
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
