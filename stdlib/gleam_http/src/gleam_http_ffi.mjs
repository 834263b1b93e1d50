import { Result$Ok, Result$Error } from "./gleam.mjs";

/** Where bytes occur in others from a place on. */
export function find_from(data, needle, start) {
  for (let at = start; at + needle.byteSize <= data.byteSize; at++) {
    let matching = 0;
    while (matching < needle.byteSize && data.byteAt(at + matching) === needle.byteAt(matching)) matching++;
    if (matching === needle.byteSize) return Result$Ok(at);
  }
  return Result$Error(undefined);
}
