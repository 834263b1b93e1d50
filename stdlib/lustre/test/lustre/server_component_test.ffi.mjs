import { toList } from "../gleam.mjs";

/** A function that keeps what it is called with, and one that tells. */
export function recorder() {
  const all = [];
  return [(message) => void all.push(message), () => toList(all)];
}
