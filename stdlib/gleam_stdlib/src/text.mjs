// Strings. A Gleam String is a JavaScript string.

import {
  Ok,
  Error,
  UtfCodepoint,
  toList,
  List$isNonEmpty,
  List$NonEmpty$first,
  List$NonEmpty$rest,
} from "./gleam.mjs";
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

// Not `replaceAll`: it gives `$` in the substitute a meaning.
export function replace(text, pattern, substitute) {
  return pattern === "" ? text : text.split(pattern).join(substitute);
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
const surrogate = /[\ud800-\udfff]/;

export function less_than(a, b) {
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b;
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return codePointRank(left) < codePointRank(right);
  }
  return a.length < b.length;
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
  return toList(text.split(separator));
}

export function split_once(text, separator) {
  const at = separator === "" ? -1 : text.indexOf(separator);
  if (at < 0) return new Error(Nil);
  return new Ok([text.slice(0, at), text.slice(at + separator.length)]);
}

export function concat(texts) {
  let text = "";
  for (let list = texts; List$isNonEmpty(list); list = List$NonEmpty$rest(list)) {
    text += List$NonEmpty$first(list);
  }
  return text;
}

export function join(texts, separator) {
  if (!List$isNonEmpty(texts)) return "";
  let text = List$NonEmpty$first(texts);
  for (let list = List$NonEmpty$rest(texts); List$isNonEmpty(list); list = List$NonEmpty$rest(list)) {
    text += separator + List$NonEmpty$first(list);
  }
  return text;
}

export function append(first, second) {
  return first + second;
}

export function repeat(text, times) {
  return text.repeat(times);
}

// The Unicode property Pattern_White_Space, as on the Erlang target.
const white = "[\\t\\n\\v\\f\\r \\x85\\u200e\\u200f\\u2028\\u2029]";
const whiteStart = new RegExp(`^${white}+`);
const isWhite = new RegExp(white);

export function trim_start(text) {
  return text.replace(whiteStart, "");
}

// A pattern that is anchored at the end only would try every run of white space
// on the way there.
export function trim_end(text) {
  let end = text.length;
  while (end > 0 && isWhite.test(text[end - 1])) end--;
  return text.slice(0, end);
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
  for (let list = codepoints; List$isNonEmpty(list); list = List$NonEmpty$rest(list)) {
    parts.push(String.fromCodePoint(List$NonEmpty$first(list).value));
  }
  return parts.join("");
}

export function codepoint(value) {
  return new UtfCodepoint(value);
}

export function codepoint_to_int(codepoint) {
  return codepoint.value;
}

const ascii = /^[\x00-\x7f]*$/;
const encoder = globalThis.TextEncoder ? new globalThis.TextEncoder() : undefined;

export function byte_size(text) {
  // Calling the host takes about as long as looking at so many characters.
  if (encoder && text.length > 100) return encoder.encode(text).length;
  if (ascii.test(text)) return text.length;
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
