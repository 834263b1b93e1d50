// Percent encoding.

import { Ok, Error } from "./gleam.mjs";

export function percent_encode(text) {
  return encodeURIComponent(text).replace(/%2B/g, "+");
}

export function percent_decode(text) {
  try {
    return new Ok(decodeURIComponent(text));
  } catch {
    return new Error(undefined);
  }
}

// ASCII that no URI has, and control characters.
const forbidden = /[\x00-\x20"<>\\^`{|}\x7f-\x9f]/;

export function are_allowed(text) {
  return !forbidden.test(text);
}

export function is_scheme(text) {
  return /^[a-zA-Z][a-zA-Z0-9+.-]*$/.test(text);
}
