// Hashing of Gleam values: equal values (`isEqual` of the prelude) have equal
// hashes.

import { BitArray, CustomType } from "./gleam.mjs";

/** A 32 bit hash of any value. */
export function hash(value) {
  switch (typeof value) {
    case "string":
      return finish(hashText(value) ^ value.length);
    case "number":
      return hashNumber(value);
    case "boolean":
      return value ? 0x42108421 : 0x42108420;
    case "object":
      if (value === null) return 0x42108422;
      return finish((Array.isArray(value) && hashFlat(value)) || hashParts(value));
    case "function":
      return identityOf(value);
    default:
      return finish(hashText(String(value)));
  }
}

// The steps of MurmurHash3 by Austin Appleby: `mix` takes 32 bits in, `finish`
// makes every bit of the result depend on all of them.

function mix(state, bits) {
  let k = Math.imul(bits, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = state ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(state) {
  let h = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hashText(text) {
  let h = 0;
  for (let at = 0; at < text.length; at++) h = (Math.imul(31, h) + text.charCodeAt(at)) | 0;
  return h;
}

const float = new Float64Array(1);
const floatBits = new Int32Array(float.buffer);

function hashNumber(number) {
  const int = number | 0;
  // This also takes -0 for 0, which is equal. Numbers in a row are best left alone: they are
  // spread evenly as they are.
  if (int === number) return int;
  float[0] = number;
  return finish(mix(floatBits[0], floatBits[1]));
}

const identities = new WeakMap();
let lastIdentity = 0;

/** Values that are equal only to themselves get numbers in turn. */
function identityOf(value) {
  let identity = identities.get(value);
  if (identity === undefined) {
    identity = finish(++lastIdentity);
    identities.set(value, identity);
  }
  return identity;
}

/** The same for an array that has no objects; most tuples have none. Otherwise nothing. */
function hashFlat(array) {
  let state = mix(0, array.length);
  for (let at = 0; at < array.length; at++) {
    if (typeof array[at] === "object") return undefined;
    state = mix(state, hash(array[at]));
  }
  return state;
}

/**
 * Walks a value with a stack of its own, since a long list is a deep object.
 * What is only equal in the same order is mixed in along the way; what has no
 * order is summed up.
 */
function hashParts(root) {
  let state = 0;
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) {
      state = mix(state, hash(value));
      continue;
    }
    if (Array.isArray(value)) {
      state = mix(state, value.length);
      for (let at = value.length - 1; at >= 0; at--) waiting.push(value[at]);
      continue;
    }
    const ready = value instanceof CustomType ? undefined : hashWhole(value);
    if (ready !== undefined) {
      state = mix(state, ready);
      continue;
    }
    const keys = Object.keys(value);
    state = mix(state, keys.length);
    state = mix(state, hashText(value.constructor?.name ?? ""));
    for (let at = keys.length - 1; at >= 0; at--) waiting.push(value[keys[at]]);
  }
  return state;
}

/** The hash of an object that is not hashed part by part. */
function hashWhole(object) {
  if (typeof object.hashCode === "function") return object.hashCode(object) | 0;
  if (object instanceof BitArray) return hashBits(object);
  const prototype = Object.getPrototypeOf(object);
  if (prototype === null || prototype === Object.prototype) return hashEntries(Object.entries(object));
  if (object instanceof Map) return hashEntries(object);
  if (object instanceof Set) return sum(object, hash);
  if (object instanceof Date) return hashNumber(object.getTime());
  if (object instanceof RegExp) return hashText(object.source + object.flags);
  if (object instanceof globalThis.Error) return hashText(object.message);
  if (object instanceof ArrayBuffer) return hashBytes(new Uint8Array(object));
  if (ArrayBuffer.isView(object)) {
    return hashBytes(new Uint8Array(object.buffer, object.byteOffset, object.byteLength));
  }
  if (object instanceof Promise || object instanceof WeakSet || object instanceof WeakMap) {
    return identityOf(object);
  }
  // What its own notion of equality is made of cannot be known.
  if (typeof object.equals === "function") return hashText(object.constructor.name);
  return undefined;
}

function hashEntries(entries) {
  return sum(entries, ([key, value]) => hashEntry(key, value));
}

/** The share of one entry in the hash of what has entries in no order. */
export function hashEntry(key, value) {
  return finish(mix(hash(key), hash(value)));
}

function sum(values, hashOne) {
  let total = 0;
  for (const value of values) total = (total + hashOne(value)) | 0;
  return total;
}

function hashBytes(bytes) {
  let h = bytes.length;
  for (const byte of bytes) h = (Math.imul(31, h) + byte) | 0;
  return h;
}

function hashBits(bits) {
  let h = bits.bitSize;
  const whole = Math.trunc(bits.bitSize / 8);
  for (let at = 0; at < whole; at++) h = (Math.imul(31, h) + bits.byteAt(at)) | 0;
  const left = bits.bitSize % 8;
  // Bits behind the end do not count.
  return left === 0 ? h : (Math.imul(31, h) + (bits.byteAt(whole) >> (8 - left))) | 0;
}
