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
