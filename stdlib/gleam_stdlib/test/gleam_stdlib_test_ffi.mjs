import { BitArray, Ok, Error, toList } from "./gleam.mjs";
import { splitByPattern } from "./segment.mjs";
import { decodeByHand } from "./utf8.mjs";
import Dict from "./dict.mjs";

export async function main() {
  const { readdirSync } = await import("node:fs");
  const files = readdirSync("test", { recursive: true }).filter((file) => file.endsWith("_test.gleam"));
  let count = 0;
  let failures = 0;
  for (const file of files.sort()) {
    const module = await import("./" + file.replaceAll("\\", "/").replace(/gleam$/, "mjs"));
    for (const [name, test] of Object.entries(module)) {
      if (!name.endsWith("_test")) continue;
      count++;
      failures += await run(`${file}:${name}`, test);
    }
  }
  console.log(`${count} tests, ${failures} failures`);
  process.exitCode = failures === 0 ? 0 : 1;
}

async function run(name, test) {
  try {
    await test();
    return 0;
  } catch (error) {
    console.log(name, error);
    return 1;
  }
}

export function graphemes_without_host(text) {
  return toList(splitByPattern(text));
}

export function decode_without_host(bits) {
  const text = decodeByHand(bits.rawBuffer);
  return text === undefined ? new Error(undefined) : new Ok(text);
}

export function object() {
  return { name: "Lucy", tags: ["a", "b"], nothing: null, nested: { age: 7 } };
}

// Dicts as seen by FFI code of other packages.
export function dict_by_methods() {
  return Dict.fromObject({ a: 1 }).set("b", 2).set("c", 3).delete("a");
}

/** Whether a dict answers like a Map after many random changes of both. */
export function behaves_like_map() {
  const map = new Map();
  let dict = Dict.new();
  let random = 7;
  for (let step = 0; step < 20000; step++) {
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
    const key = (random >> 8) % 700;
    if (random % 3 === 0) {
      map.delete(key);
      dict = dict.delete(key);
    } else {
      map.set(key, step);
      dict = dict.set(key, step);
    }
  }
  return dict.size === map.size && dict.equals(Dict.fromMap(map)) && [...map].every(([k, v]) => dict.get(k) === v);
}

/** Keys that all have the same hash. */
export function colliding_keys() {
  class Key {
    constructor(name) {
      this.name = name;
    }
    hashCode() {
      return 1;
    }
  }
  return toList(["a", "b", "c", "d"].map((name) => new Key(name)));
}

/** An integer as a float, which it is in JavaScript. */
export function same(number) {
  return number;
}
