// URIs and percent encoding.

import { Ok, Error, toList } from "./gleam.mjs";
import { Option$None, Option$Some } from "./gleam/option.mjs";

const invalid = new Error(undefined);

export function percent_encode(text) {
  return encodeURIComponent(text).replaceAll("%2B", "+");
}

// In a query a plus sign stands for a space.
export function query_to_string(query) {
  let text = "";
  for (const [key, value] of query.toArray()) {
    text = `${text}${text === "" ? "" : "&"}${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
  }
  return text;
}

export function percent_decode(text) {
  const decoded = decode(text);
  return decoded === undefined ? invalid : new Ok(decoded);
}

/** The text without percent encoding, or undefined if it is none. */
function decode(text) {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export function parse_query(query) {
  const pairs = [];
  for (const part of query.replaceAll("+", " ").split("&")) {
    if (part === "") continue;
    const mark = part.indexOf("=");
    const key = decode(mark < 0 ? part : part.slice(0, mark));
    const value = mark < 0 ? "" : decode(part.slice(mark + 1));
    if (key === undefined || value === undefined) return invalid;
    pairs.push([key, value]);
  }
  return new Ok(toList(pairs));
}

// ASCII that no URI has, and control characters.
const forbidden = /[\x00-\x20"<>\\^`{|}\x7f-\x9f]/;

export function are_allowed(text) {
  return !forbidden.test(text);
}

const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*$/;

export function is_scheme(text) {
  return scheme.test(text);
}

const digits = /^[0-9]*$/;

export function are_digits(text) {
  return digits.test(text);
}

/** What is before a mark and, if it occurs, what is behind it. */
export function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, Option$None()] : [text.slice(0, at), Option$Some(text.slice(at + mark.length))];
}

/** What is before a mark, and the rest with the mark. */
export function cut_before(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

export function directory(path) {
  return path.slice(0, path.lastIndexOf("/") + 1) || "/";
}

export function remove_dot_segments(path) {
  if (!path.startsWith("/") || !path.includes("/.")) return path;
  let kept = "";
  for (let at = 0, end = 0; at < path.length; at = end) {
    end = path.indexOf("/", at + 1);
    if (end < 0) end = path.length;
    const isOne = end - at === 2 && path[at + 1] === ".";
    const isTwo = end - at === 3 && path[at + 1] === "." && path[at + 2] === ".";
    if (isTwo) kept = kept.slice(0, Math.max(0, kept.lastIndexOf("/")));
    // What ends with dots ends with a slash without them.
    if (!isOne && !isTwo) kept += path.slice(at, end);
    else if (end === path.length) kept += "/";
  }
  return kept || "/";
}
