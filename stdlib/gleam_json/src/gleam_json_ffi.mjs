import { Result$Ok, Result$Error } from "./gleam.mjs";
import {
  DecodeError$UnexpectedByte,
  DecodeError$UnexpectedEndOfInput,
} from "./gleam/json.mjs";

export function encode(json) {
  return JSON.stringify(json);
}

export function identity(value) {
  return value;
}

export function null_() {
  return null;
}

export function object(entries) {
  return Object.fromEntries(entries);
}

export function array(values) {
  return values.toArray();
}

export function decode(string) {
  try {
    return Result$Ok(JSON.parse(string));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return Result$Error(describeError(string));
  }
}

/** Each engine says in its own words, and some not at all, where JSON is wrong,
 * so we look for the place ourselves. */
function describeError(json) {
  const at = firstError(json);
  if (at >= json.length) return DecodeError$UnexpectedEndOfInput();
  const hex = firstByte(json.codePointAt(at)).toString(16).toUpperCase();
  return DecodeError$UnexpectedByte(`0x${hex.padStart(2, "0")}`);
}

/** The first of the bytes that a code point is in UTF-8. */
function firstByte(codePoint) {
  if (codePoint < 0x80) return codePoint;
  if (codePoint < 0x800) return 0xc0 | (codePoint >> 6);
  if (codePoint < 0x10000) return 0xe0 | (codePoint >> 12);
  return 0xf0 | (codePoint >> 18);
}

/** The index of the first character that cannot stand where it does. For JSON
 * that is wrong because it is cut off this is its length. */
function firstError(json) {
  // What the enclosing arrays and objects end with, the innermost last.
  const ends = [];
  let at = skipSpace(json, 0);
  for (;;) {
    // A value starts here.
    const char = json[at];
    if (char === "[" || char === "{") {
      const end = char === "[" ? "]" : "}";
      at = skipSpace(json, at + 1);
      if (json[at] !== end) {
        ends.push(end);
        if (end === "]") continue;
        const name = skipName(json, at);
        if (name.error !== undefined) return name.error;
        at = name.end;
        continue;
      }
      at += 1;
    } else {
      const scalar = skipScalar(json, at);
      if (scalar.error !== undefined) return scalar.error;
      at = scalar.end;
    }

    // A value has ended here, and perhaps what it is in too.
    at = skipSpace(json, at);
    while (ends.length > 0 && json[at] === ends[ends.length - 1]) {
      ends.pop();
      at = skipSpace(json, at + 1);
    }
    if (ends.length === 0 || json[at] !== ",") return at;
    at = skipSpace(json, at + 1);
    if (ends[ends.length - 1] === "}") {
      const name = skipName(json, at);
      if (name.error !== undefined) return name.error;
      at = name.end;
    }
  }
}

function skipSpace(json, at) {
  while (isSpace(json.charCodeAt(at))) at++;
  return at;
}

function isSpace(unit) {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** The name of a value in an object and all up to the value. */
function skipName(json, at) {
  if (json[at] !== '"') return { error: at };
  const name = skipScalar(json, at);
  if (name.error !== undefined) return name;
  at = skipSpace(json, name.end);
  if (json[at] !== ":") return { error: at };
  return { end: skipSpace(json, at + 1) };
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WRONG_ESCAPE = /\\(?:u[0-9a-fA-F]{0,3})?/y;

/** A string, a number or a word. */
function skipScalar(json, at) {
  switch (json[at]) {
    case '"':
      return skipString(json, at);
    case "t":
      return skipWord(json, at, "true");
    case "f":
      return skipWord(json, at, "false");
    case "n":
      return skipWord(json, at, "null");
    default:
      return skipNumber(json, at);
  }
}

function skipString(json, at) {
  for (at++; ; at++) {
    const unit = json.charCodeAt(at);
    if (unit === 0x22) return { end: at + 1 };
    if (unit === 0x5c) {
      const end = match(ESCAPE, json, at);
      if (end === at) return { error: match(WRONG_ESCAPE, json, at) };
      at = end - 1;
    } else if (!(unit >= 0x20)) {
      // A control character, or the end of the input.
      return { error: at };
    }
  }
}

function skipWord(json, at, word) {
  for (const char of word) {
    if (json[at] !== char) return { error: at };
    at++;
  }
  return { end: at };
}

function skipNumber(json, at) {
  if (json[at] === "-") at++;
  let end = json[at] === "0" ? at + 1 : skipDigits(json, at);
  if (end === at) return { error: at };
  if (json[end] === ".") {
    at = end + 1;
    end = skipDigits(json, at);
    if (end === at) return { error: at };
  }
  if (json[end] === "e" || json[end] === "E") {
    at = json[end + 1] === "-" || json[end + 1] === "+" ? end + 2 : end + 1;
    end = skipDigits(json, at);
    if (end === at) return { error: at };
  }
  return { end };
}

function skipDigits(json, at) {
  while (json.charCodeAt(at) >= 0x30 && json.charCodeAt(at) <= 0x39) at++;
  return at;
}

/** Where the pattern's match at this place ends: right here if there is none. */
function match(pattern, json, at) {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : at;
}
