import { toList } from "./gleam.mjs";

let words = [];

export function reset() {
  words = [];
}

export function add(word) {
  words.push(word);
}

export function entries() {
  return toList(words);
}

export function fails(run) {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
