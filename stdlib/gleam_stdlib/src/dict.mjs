// Dicts: persistent hash array mapped tries, in the compressed layout of
// M. Steindorfer and J. Vinju, "Optimizing Hash-Array Mapped Tries for Fast and
// Lean Immutable JVM Collections" (OOPSLA 2015).
//
// Every level of the trie looks at five bits of a key's hash. A branch holds the
// entries whose five bits nobody else has, and below them one child for every
// five bits that several entries share. Removing an entry leaves the trie that
// would have been built without it.
//
// A branch belongs to the owner that made it. While a dict is being built in
// bulk its branches are changed in place; nobody else has seen them.

import {
  Ok, Error, isEqual, List$Empty, List$NonEmpty, List$isNonEmpty, List$NonEmpty$first, List$NonEmpty$rest,
} from "./gleam.mjs";
import { hash, hashEntry } from "./hash.mjs";

const Nil = undefined;
const bitsPerLevel = 5;
const levelMask = 31;
const hashBits = 32;

/**
 * `entries` has keys and values in turn. Bit n of `entryMap` is set if an entry
 * has the number n as its five bits, bit n of `childMap` likewise; both arrays
 * are ordered by these numbers.
 */
class Branch {
  constructor(owner, entryMap, entries, childMap, children) {
    this.owner = owner;
    this.entryMap = entryMap;
    this.entries = entries;
    this.childMap = childMap;
    this.children = children;
  }
}

/** Below the last level: entries whose keys have the same hash. */
class Collision {
  constructor(entries) {
    this.entries = entries;
  }
}

const noOwner = undefined;
const emptyRoot = new Branch(noOwner, 0, [], 0, []);
const absent = Symbol("absent");

export default class Dict {
  /** A dict without entries; other dicts are made by its methods. */
  constructor(root = emptyRoot, size = 0) {
    this.root = root;
    this.size = size;
  }

  static new() {
    return new Dict();
  }

  static fromMap(map) {
    return build(emptyDict, (add) => map.forEach((value, key) => add(key, value)));
  }

  static fromObject(object) {
    return build(emptyDict, (add) => Object.entries(object).forEach(([key, value]) => add(key, value)));
  }

  has(key) {
    return find(this.root, key) !== absent;
  }

  get(key, otherwise) {
    const value = find(this.root, key);
    return value === absent ? otherwise : value;
  }

  set(key, value) {
    const edit = new Edit(noOwner);
    const root = edit.put(this.root, 0, hash(key), key, value);
    return root === this.root ? this : new Dict(root, this.size + edit.change);
  }

  delete(key) {
    const edit = new Edit(noOwner);
    const root = edit.remove(this.root, 0, hash(key), key);
    return root === this.root ? this : new Dict(root, this.size + edit.change);
  }

  forEach(fun) {
    forEachEntry(this.root, (key, value) => fun(value, key));
  }

  entries() {
    const found = [];
    forEachEntry(this.root, (key, value) => found.push([key, value]));
    return found;
  }

  keys() {
    return this.entries().map(([key]) => key);
  }

  values() {
    return this.entries().map(([, value]) => value);
  }

  [Symbol.iterator]() {
    return this.entries()[Symbol.iterator]();
  }

  equals(other) {
    if (!(other instanceof Dict) || this.size !== other.size) return false;
    return this.root === other.root || this.entries().every(([key, value]) => {
      const found = find(other.root, key);
      return found !== absent && isEqual(value, found);
    });
  }

  hashCode() {
    let total = this.size;
    forEachEntry(this.root, (key, value) => (total = (total + hashEntry(key, value)) | 0));
    return total;
  }
}

const emptyDict = new Dict();

// --- Reading ---------------------------------------------------------------

function find(root, key) {
  let node = root;
  let rest = hash(key);
  while (node instanceof Branch) {
    const bit = 1 << (rest & levelMask);
    if (node.entryMap & bit) {
      const at = 2 * place(node.entryMap, bit);
      return same(node.entries[at], key) ? node.entries[at + 1] : absent;
    }
    if (!(node.childMap & bit)) return absent;
    node = node.children[place(node.childMap, bit)];
    rest >>>= bitsPerLevel;
  }
  const at = collisionPlace(node.entries, key);
  return at < 0 ? absent : node.entries[at + 1];
}

// Only objects can be equal without being the same.
function same(a, b) {
  return a === b || (typeof a === "object" && isEqual(a, b));
}

/** How many bits are set below the given one. */
function place(map, bit) {
  let n = map & (bit - 1);
  n -= (n >>> 1) & 0x55555555;
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function collisionPlace(entries, key) {
  for (let at = 0; at < entries.length; at += 2) {
    if (same(entries[at], key)) return at;
  }
  return -1;
}

function forEachEntry(node, fun) {
  const { entries, children } = node;
  for (let at = 0; at < entries.length; at += 2) fun(entries[at], entries[at + 1]);
  if (children) for (const child of children) forEachEntry(child, fun);
}

// --- Writing ---------------------------------------------------------------

/** One change, or many made in bulk by an owner. */
class Edit {
  constructor(owner) {
    this.owner = owner;
    this.change = 0;
  }

  /** The branch itself if it may be changed in place, otherwise a copy. */
  own(branch) {
    if (this.isOwner(branch)) return branch;
    const { entryMap, entries, childMap, children } = branch;
    return new Branch(this.owner, entryMap, entries.slice(), childMap, children.slice());
  }

  isOwner(branch) {
    return this.owner !== noOwner && branch.owner === this.owner;
  }

  /** A copy with other entries. A branch that nobody may change can share the children of another. */
  withEntries(branch, entryMap, entries) {
    const children = this.owner === noOwner ? branch.children : branch.children.slice();
    return new Branch(this.owner, entryMap, entries, branch.childMap, children);
  }

  put(node, depth, rest, key, value) {
    if (node instanceof Collision) return this.putCollision(node, key, value);
    const bit = 1 << (rest & levelMask);
    if (node.childMap & bit) return this.putBelow(node, bit, depth, rest, key, value);
    const at = 2 * place(node.entryMap, bit);
    if (!(node.entryMap & bit)) return this.putHere(node, bit, at, key, value);
    if (!same(node.entries[at], key)) return this.pushDown(node, bit, at, depth, rest, key, value);
    if (node.entries[at + 1] === value) return node;
    if (!this.isOwner(node)) return this.withEntries(node, node.entryMap, replaced(node.entries, at + 1, value));
    node.entries[at + 1] = value;
    return node;
  }

  putHere(node, bit, at, key, value) {
    this.change++;
    if (!this.isOwner(node)) {
      return this.withEntries(node, node.entryMap | bit, inserted(node.entries, at, key, value));
    }
    node.entryMap |= bit;
    node.entries.splice(at, 0, key, value);
    return node;
  }

  putBelow(node, bit, depth, rest, key, value) {
    const at = place(node.childMap, bit);
    const below = this.put(node.children[at], depth + bitsPerLevel, rest >>> bitsPerLevel, key, value);
    return below === node.children[at] ? node : this.replaceChild(node, at, below);
  }

  replaceChild(node, at, below) {
    if (!this.isOwner(node)) {
      const entries = this.owner === noOwner ? node.entries : node.entries.slice();
      return new Branch(this.owner, node.entryMap, entries, node.childMap, replaced(node.children, at, below));
    }
    node.children[at] = below;
    return node;
  }

  /** Moves an entry one level down, where the new one joins it. */
  pushDown(node, bit, at, depth, rest, key, value) {
    const oldKey = node.entries[at];
    const oldRest = hash(oldKey) >>> (depth + bitsPerLevel);
    const oldValue = node.entries[at + 1];
    const below = this.pair(depth + bitsPerLevel, oldRest, oldKey, oldValue, rest >>> bitsPerLevel, key, value);
    const branch = this.own(node);
    branch.entryMap ^= bit;
    branch.entries.splice(at, 2);
    branch.children.splice(place(branch.childMap, bit), 0, below);
    branch.childMap |= bit;
    this.change++;
    return branch;
  }

  pair(depth, rest1, key1, value1, rest2, key2, value2) {
    if (depth >= hashBits) return new Collision([key1, value1, key2, value2]);
    const bit1 = 1 << (rest1 & levelMask);
    const bit2 = 1 << (rest2 & levelMask);
    if (bit1 === bit2) {
      const below = this.pair(
        depth + bitsPerLevel, rest1 >>> bitsPerLevel, key1, value1, rest2 >>> bitsPerLevel, key2, value2,
      );
      return new Branch(this.owner, 0, [], bit1, [below]);
    }
    const inOrder = bit1 >>> 0 < bit2 >>> 0;
    const entries = inOrder ? [key1, value1, key2, value2] : [key2, value2, key1, value1];
    return new Branch(this.owner, bit1 | bit2, entries, 0, []);
  }

  putCollision(node, key, value) {
    const at = collisionPlace(node.entries, key);
    if (at < 0) {
      this.change++;
      return new Collision([...node.entries, key, value]);
    }
    if (node.entries[at + 1] === value) return node;
    const entries = node.entries.slice();
    entries[at + 1] = value;
    return new Collision(entries);
  }

  remove(node, depth, rest, key) {
    if (node instanceof Collision) return this.removeCollision(node, key);
    const bit = 1 << (rest & levelMask);
    if (node.childMap & bit) return this.removeBelow(node, bit, depth, rest, key);
    if (!(node.entryMap & bit)) return node;
    const at = 2 * place(node.entryMap, bit);
    if (!same(node.entries[at], key)) return node;
    this.change--;
    if (!this.isOwner(node)) return this.withEntries(node, node.entryMap ^ bit, withoutPair(node.entries, at));
    node.entryMap ^= bit;
    node.entries.splice(at, 2);
    return node;
  }

  removeBelow(node, bit, depth, rest, key) {
    const at = place(node.childMap, bit);
    const below = this.remove(node.children[at], depth + bitsPerLevel, rest >>> bitsPerLevel, key);
    if (!isSingle(below)) return below === node.children[at] ? node : this.replaceChild(node, at, below);
    const branch = this.own(node);
    branch.childMap ^= bit;
    branch.children.splice(at, 1);
    branch.entries.splice(2 * place(branch.entryMap, bit), 0, below.entries[0], below.entries[1]);
    branch.entryMap |= bit;
    return branch;
  }

  removeCollision(node, key) {
    const at = collisionPlace(node.entries, key);
    if (at < 0) return node;
    this.change--;
    return new Collision(node.entries.filter((_, index) => index !== at && index !== at + 1));
  }
}

function replaced(items, at, item) {
  const copy = items.slice();
  copy[at] = item;
  return copy;
}

function inserted(entries, at, key, value) {
  const copy = entries.slice(0, at);
  copy.push(key, value);
  for (let from = at; from < entries.length; from++) copy.push(entries[from]);
  return copy;
}

function withoutPair(entries, at) {
  const copy = entries.slice(0, at);
  for (let from = at + 2; from < entries.length; from++) copy.push(entries[from]);
  return copy;
}

/** Whether a node below the root holds one entry, which belongs further up. */
function isSingle(node) {
  return node.entries.length === 2 && !node.children?.length;
}

/** Starts from a dict and adds all that `fill` asks for. */
function build(dict, fill) {
  const edit = new Edit({});
  let root = dict.root;
  fill((key, value) => (root = edit.put(root, 0, hash(key), key, value)));
  return root === dict.root ? dict : new Dict(root, dict.size + edit.change);
}

function forEachOfList(list, fun) {
  for (; List$isNonEmpty(list); list = List$NonEmpty$rest(list)) fun(List$NonEmpty$first(list));
}

// --- The functions of gleam/dict -------------------------------------------

export function empty() {
  return emptyDict;
}

export function size(dict) {
  return dict.size;
}

export function get(dict, key) {
  const value = find(dict.root, key);
  return value === absent ? new Error(Nil) : new Ok(value);
}

export function has_key(key, dict) {
  return dict.has(key);
}

export function insert(dict, key, value) {
  return dict.set(key, value);
}

export function remove(key, dict) {
  return dict.delete(key);
}

export function remove_all(keys, dict) {
  const edit = new Edit({});
  let root = dict.root;
  forEachOfList(keys, (key) => (root = edit.remove(root, 0, hash(key), key)));
  return root === dict.root ? dict : new Dict(root, dict.size + edit.change);
}

export function from_list(list) {
  return build(emptyDict, (add) => forEachOfList(list, ([key, value]) => add(key, value)));
}

export function to_list(dict) {
  return listOf(dict, (key, value) => [key, value]);
}

export function keys(dict) {
  return listOf(dict, (key) => key);
}

export function values(dict) {
  return listOf(dict, (_, value) => value);
}

function listOf(dict, make) {
  let list = List$Empty();
  forEachEntry(dict.root, (key, value) => (list = List$NonEmpty(make(key, value), list)));
  return list;
}

export function fold(dict, initial, fun) {
  let state = initial;
  forEachEntry(dict.root, (key, value) => (state = fun(state, key, value)));
  return state;
}

export function map_values(dict, fun) {
  return dict.size === 0 ? dict : new Dict(mapNode(dict.root, fun), dict.size);
}

function mapNode(node, fun) {
  const entries = [];
  for (let at = 0; at < node.entries.length; at += 2) {
    const key = node.entries[at];
    entries.push(key, fun(key, node.entries[at + 1]));
  }
  if (node instanceof Collision) return new Collision(entries);
  const children = [];
  for (const child of node.children) children.push(mapNode(child, fun));
  return new Branch(noOwner, node.entryMap, entries, node.childMap, children);
}

export function filter(dict, predicate) {
  const keep = (add) => forEachEntry(dict.root, (key, value) => predicate(key, value) && add(key, value));
  const kept = build(emptyDict, keep);
  return kept.size === dict.size ? dict : kept;
}

export function merge(dict, other) {
  return build(dict, (add) => forEachEntry(other.root, add));
}

export function combine(dict, other, fun) {
  return build(dict, (add) =>
    forEachEntry(other.root, (key, value) => {
      const present = find(dict.root, key);
      add(key, present === absent ? value : fun(present, value));
    }),
  );
}
