// Strings. A Gleam String is a JavaScript string.

import { Ok, Error, NonEmpty, UtfCodepoint, toList } from "./gleam.mjs";
import { Order$Lt, Order$Eq, Order$Gt } from "./gleam/order.mjs";
import { clusters, clusterCount, clustersEnd, firstCluster } from "./segment.mjs";

const Nil = undefined;

export function identity(text) {
  return text;
}

export function length(text) {
  return clusterCount(text);
}

export function reverse(text) {
  return clusters(text).reverse().join("");
}

export function replace(text, pattern, substitute) {
  if (pattern === "") return text;
  // In a substitute, `$` has a meaning, and `$$` stands for it.
  return text.replaceAll(pattern, substitute.includes("$") ? substitute.replaceAll("$", "$$$$") : substitute);
}

export function lowercase(text) {
  return text.toLowerCase();
}

export function uppercase(text) {
  return text.toUpperCase();
}

// The order of UTF-16 code units is not that of code points: the units of a
// surrogate pair come before those from 0xE000 on, the character it stands for
// comes after them.
// Where either text has neither, both orders are the same.
const high = /[\ud800-\uffff]/;

export function compare(a, b) {
  const end = Math.min(a.length, b.length);
  // Most texts differ soon. The host is faster at looking at many characters.
  for (let at = 0; at < end; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return codePointRank(left) < codePointRank(right) ? Order$Lt() : Order$Gt();
    if (at === 16 && (!high.test(a) || !high.test(b))) return natural(a, b);
  }
  return natural(a.length, b.length);
}

function natural(a, b) {
  if (a < b) return Order$Lt();
  return a === b ? Order$Eq() : Order$Gt();
}

function codePointRank(unit) {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

export function slice(text, from, count) {
  const start = clustersEnd(text, from);
  return text.slice(start, clustersEnd(text, count, start));
}

export function crop(text, part) {
  const at = text.indexOf(part);
  return at < 0 ? text : text.slice(at);
}

export function drop_start(text, count) {
  return text.slice(clustersEnd(text, count));
}

export function contains(text, part) {
  return text.includes(part);
}

export function starts_with(text, prefix) {
  return text.startsWith(prefix);
}

export function ends_with(text, suffix) {
  return text.endsWith(suffix);
}

export function split(text, separator) {
  return separator === "" ? to_graphemes(text) : toList(text.split(separator));
}

export function split_once(text, separator) {
  const at = separator === "" ? -1 : text.indexOf(separator);
  if (at < 0) return new Error(Nil);
  return new Ok([text.slice(0, at), text.slice(at + separator.length)]);
}

export function concat(texts) {
  let text = "";
  for (let list = texts; list instanceof NonEmpty; list = list.tail) text += list.head;
  return text;
}

export function join(texts, separator) {
  if (!(texts instanceof NonEmpty)) return "";
  let text = texts.head;
  for (let list = texts.tail; list instanceof NonEmpty; list = list.tail) text = text + separator + list.head;
  return text;
}

export function append(first, second) {
  return first + second;
}

export function repeat(text, times) {
  return text.repeat(times);
}

// The Unicode property Pattern_White_Space, as on the Erlang target.
function isWhite(unit) {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return unit === 0x85 || unit === 0x200e || unit === 0x200f || unit === 0x2028 || unit === 0x2029;
}

function firstBlack(text) {
  let start = 0;
  while (start < text.length && isWhite(text.charCodeAt(start))) start++;
  return start;
}

/** Where the white space at the end begins; not before `start`. */
function blackEnd(text, start) {
  let end = text.length;
  while (end > start && isWhite(text.charCodeAt(end - 1))) end--;
  return end;
}

export function trim(text) {
  const start = firstBlack(text);
  return text.slice(start, blackEnd(text, start));
}

export function trim_start(text) {
  return text.slice(firstBlack(text));
}

export function trim_end(text) {
  return text.slice(0, blackEnd(text, 0));
}

export function pop_grapheme(text) {
  if (text === "") return new Error(Nil);
  const first = firstCluster(text);
  return new Ok([first, text.slice(first.length)]);
}

export function to_graphemes(text) {
  return toList(clusters(text));
}

export function to_codepoints(text) {
  const found = [];
  for (const character of text) found.push(codepoint(character.codePointAt(0)));
  return toList(found);
}

export function from_codepoints(codepoints) {
  const parts = [];
  for (let list = codepoints; list instanceof NonEmpty; list = list.tail) {
    parts.push(String.fromCodePoint(list.head.value));
  }
  return parts.join("");
}

export function codepoint(value) {
  return new UtfCodepoint(value);
}

export function codepoint_to_int(codepoint) {
  return codepoint.value;
}

// Small embedded engines have none, or one that cannot do this.
const encoder = globalThis.TextEncoder?.prototype?.encodeInto ? new globalThis.TextEncoder() : undefined;
let encoded;

export function byte_size(text) {
  // Calling the host takes about as long as looking at so many characters.
  return encoder && text.length > 32 ? encodedSize(text) : countBytes(text);
}

/** Writes the text over and over into the same bytes, only to see how many it takes. */
function encodedSize(text) {
  encoded ??= new Uint8Array(16384);
  let size = 0;
  for (let at = 0; at < text.length; ) {
    const { read, written } = encoder.encodeInto(at === 0 ? text : text.slice(at), encoded);
    at += read;
    size += written;
  }
  return size;
}

function countBytes(text) {
  let size = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x7f) continue;
    // A surrogate pair takes up two code units and four bytes.
    size += unit <= 0x7ff || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return size;
}

export function remove_prefix(text, prefix) {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

export function remove_suffix(text, suffix) {
  return text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text;
}
