// Dicts: hash tries with buckets.
//
// Each level of the trie looks at four bits of the keys' hashes, the lowest
// first. Few entries stay together in a leaf, whatever their hashes: reading a
// short array is faster than following references, and so is copying it. A leaf
// that grows too long becomes a branch; only keys of one hash can outgrow it.
// A leaf that becomes empty is taken out, and a branch goes with the last but one
// of its leaves.
//
// Nodes are plain arrays and are never changed once a dict has them. A leaf has
// the hash, the key and the value of each entry in turn, so that its length is a
// multiple of three. That of a branch, 16, is not, which tells them apart.

import {
  Ok, Error, isEqual, toList, List$Empty, List$NonEmpty, List$isNonEmpty, List$NonEmpty$first, List$NonEmpty$rest,
} from "./gleam.mjs";
import { hash, hashEntry } from "./hash.mjs";

const bitsPerLevel = 4;
const branching = 16;
const levelMask = 15;
const hashBits = 32;
const longestLeaf = 3 * 16;

const noEntries = [];
const absent = Symbol("absent");
const notFound = new Error(undefined);

export default class Dict {
  /** A dict without entries; other dicts are made by its methods. */
  constructor(root = noEntries, size = 0) {
    this.root = root;
    this.size = size;
  }

  static new() {
    return emptyDict;
  }

  static fromMap(map) {
    const made = new Dict();
    for (const [key, value] of map) add(made, key, value);
    return made;
  }

  static fromObject(object) {
    return Dict.fromMap(Object.entries(object));
  }

  has(key) {
    return find(this.root, hash(key), key) !== absent;
  }

  get(key, otherwise) {
    const value = find(this.root, hash(key), key);
    return value === absent ? otherwise : value;
  }

  set(key, value) {
    const made = new Dict(noEntries, this.size);
    const root = put(made, this.root, 0, hash(key), key, value);
    if (root === this.root) return this;
    made.root = root;
    return made;
  }

  delete(key) {
    const root = remove(this.root, 0, hash(key), key);
    return root === this.root ? this : new Dict(root, this.size - 1);
  }

  forEach(fun) {
    foldNode(this.root, undefined, (_, key, value) => void fun(value, key));
  }

  entries() {
    const found = [];
    this.forEach((value, key) => found.push([key, value]));
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
    return other instanceof Dict && this.size === other.size && isWithin(this.root, other.root, 0);
  }

  hashCode() {
    return foldNode(this.root, this.size, (total, key, value) => (total + hashEntry(key, value)) | 0);
  }
}

const emptyDict = new Dict();

function isBranch(node) {
  return node.length === branching;
}

// --- Reading ---------------------------------------------------------------

function find(root, keyHash, key) {
  return findBelow(root, 0, keyHash, key);
}

function findBelow(root, depth, keyHash, key) {
  let node = root;
  for (let rest = keyHash >>> depth; isBranch(node); rest >>>= bitsPerLevel) node = node[rest & levelMask];
  const at = place(node, keyHash, key);
  return at < 0 ? absent : node[at + 2];
}

/** Where in a leaf the entry with a key begins. */
function place(leaf, keyHash, key) {
  for (let at = 0; at < leaf.length; at += 3) {
    if (leaf[at] === keyHash && same(leaf[at + 1], key)) return at;
  }
  return -1;
}

// Only objects can be equal without being the same.
function same(a, b) {
  return a === b || (typeof a === "object" && isEqual(a, b));
}

/** The functions below recur once a level, of which there are few. */
function foldNode(node, initial, fun) {
  let state = initial;
  if (isBranch(node)) {
    for (let at = 0; at < branching; at++) state = foldNode(node[at], state, fun);
  } else {
    for (let at = 0; at < node.length; at += 3) state = fun(state, node[at + 1], node[at + 2]);
  }
  return state;
}

/** Whether all entries of a node are those of another one, too. */
function isWithin(node, other, depth) {
  if (node === other) return true;
  if (isBranch(node)) {
    for (let at = 0; at < branching; at++) {
      const counterpart = isBranch(other) ? other[at] : other;
      if (!isWithin(node[at], counterpart, depth + bitsPerLevel)) return false;
    }
    return true;
  }
  for (let at = 0; at < node.length; at += 3) {
    const found = findBelow(other, depth, node[at], node[at + 1]);
    if (found === absent || !same(node[at + 2], found)) return false;
  }
  return true;
}

// --- One change ------------------------------------------------------------

/** A node with one entry more or another value; counts it in `made.size`, as all that follow do. */
function put(made, node, depth, keyHash, key, value) {
  if (isBranch(node)) {
    const at = (keyHash >>> depth) & levelMask;
    const child = put(made, node[at], depth + bitsPerLevel, keyHash, key, value);
    return child === node[at] ? node : replaced(node, at, child);
  }
  const at = place(node, keyHash, key);
  if (at >= 0) return node[at + 2] === value ? node : replaced(node, at + 2, value);
  made.size++;
  return fitted(grown(node, keyHash, key, value), depth);
}

/** A leaf with one entry more. Arrays that are pushed to get room for many; short ones do without. */
function grown(leaf, keyHash, key, value) {
  if (leaf.length === 0) return [keyHash, key, value];
  if (leaf.length === 3) return [leaf[0], leaf[1], leaf[2], keyHash, key, value];
  if (leaf.length === 6) return [leaf[0], leaf[1], leaf[2], leaf[3], leaf[4], leaf[5], keyHash, key, value];
  const copy = leaf.slice();
  copy.push(keyHash, key, value);
  return copy;
}

function replaced(node, at, item) {
  const copy = node.slice();
  copy[at] = item;
  return copy;
}

/** A leaf, or the branch that it becomes because it is too long. */
function fitted(leaf, depth) {
  if (leaf.length <= longestLeaf || depth >= hashBits) return leaf;
  const branch = split(leaf, depth);
  for (let at = 0; at < branching; at++) branch[at] = fitted(branch[at], depth + bitsPerLevel);
  return branch;
}

function split(leaf, depth) {
  const branch = emptyBranch();
  for (let at = 0; at < leaf.length; at += 3) {
    const index = (leaf[at] >>> depth) & levelMask;
    if (branch[index] === noEntries) branch[index] = [leaf[at], leaf[at + 1], leaf[at + 2]];
    else branch[index].push(leaf[at], leaf[at + 1], leaf[at + 2]);
  }
  return branch;
}

function emptyBranch() {
  const none = noEntries;
  return [none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none];
}

function remove(node, depth, keyHash, key) {
  if (isBranch(node)) {
    const at = (keyHash >>> depth) & levelMask;
    const child = remove(node[at], depth + bitsPerLevel, keyHash, key);
    if (child === node[at]) return node;
    const branch = replaced(node, at, child);
    return child.length === 0 ? shrunk(branch) : branch;
  }
  const at = place(node, keyHash, key);
  if (at < 0) return node;
  if (node.length === 3) return noEntries;
  const leaf = node.slice();
  takeOut(leaf, at);
  return leaf;
}

/** Removes an entry from a new leaf; the last one takes its place. */
function takeOut(leaf, at) {
  const value = leaf.pop();
  const key = leaf.pop();
  const keyHash = leaf.pop();
  if (at === leaf.length) return;
  leaf[at] = keyHash;
  leaf[at + 1] = key;
  leaf[at + 2] = value;
}

/** A branch, or the only leaf that it has. */
function shrunk(branch) {
  let only = noEntries;
  for (let at = 0; at < branching; at++) {
    const child = branch[at];
    if (child.length === 0) continue;
    if (isBranch(child) || only.length > 0) return branch;
    only = child;
  }
  return only;
}

// --- Many changes ----------------------------------------------------------

/** Adds an entry to a dict that is being made and that nobody else has seen. */
function add(made, key, value) {
  const keyHash = hash(key);
  let parent;
  let node = made.root;
  let depth = 0;
  for (; isBranch(node); depth += bitsPerLevel) {
    parent = node;
    node = node[(keyHash >>> depth) & levelMask];
  }
  const at = place(node, keyHash, key);
  if (at >= 0) {
    node[at + 2] = value;
    return;
  }
  made.size++;
  let leaf = node;
  if (node.length > 6) node.push(keyHash, key, value);
  else leaf = grown(node, keyHash, key, value);
  const child = fitted(leaf, depth);
  if (child === node) return;
  if (parent) parent[(keyHash >>> (depth - bitsPerLevel)) & levelMask] = child;
  else made.root = child;
}

function mapNode(node, fun) {
  const copy = node.slice();
  if (isBranch(node)) {
    for (let at = 0; at < branching; at++) copy[at] = mapNode(node[at], fun);
  } else {
    for (let at = 0; at < node.length; at += 3) copy[at + 2] = fun(node[at + 1], node[at + 2]);
  }
  return copy;
}

/** The entries for which a function of key and value is true. */
function filterNode(made, node, keeps) {
  if (!isBranch(node)) return filterLeaf(made, node, keeps);
  let copy = node;
  for (let at = 0; at < branching; at++) {
    const child = filterNode(made, node[at], keeps);
    if (child === node[at]) continue;
    if (copy === node) copy = node.slice();
    copy[at] = child;
  }
  return copy === node ? node : shrunk(copy);
}

function filterLeaf(made, leaf, keeps) {
  const kept = [];
  for (let at = 0; at < leaf.length; at += 3) {
    if (keeps(leaf[at + 1], leaf[at + 2])) kept.push(leaf[at], leaf[at + 1], leaf[at + 2]);
    else made.size--;
  }
  if (kept.length === leaf.length) return leaf;
  return kept.length === 0 ? noEntries : kept;
}

/** A node without the keys of a leaf, which may have any length here. */
function removeAll(made, node, keys, depth) {
  if (!isBranch(node)) return removeFromLeaf(made, node, keys);
  const shares = split(keys, depth);
  const copy = node.slice();
  for (let at = 0; at < branching; at++) {
    if (shares[at].length > 0) copy[at] = removeAll(made, node[at], shares[at], depth + bitsPerLevel);
  }
  return shrunk(copy);
}

function removeFromLeaf(made, leaf, keys) {
  let left = leaf;
  for (let from = 0; from < keys.length; from += 3) {
    const at = place(left, keys[from], keys[from + 1]);
    if (at < 0) continue;
    if (left === leaf) left = leaf.slice();
    takeOut(left, at);
    made.size--;
  }
  return left.length === 0 ? noEntries : left;
}

/** The entries of two nodes. `choose` makes one value of two. */
function unite(made, node, other, depth, choose) {
  if (other.length === 0) return node;
  if (node.length === 0) {
    made.size += foldNode(other, 0, (count) => count + 1);
    return other;
  }
  if (!isBranch(node) && !isBranch(other)) return fitted(uniteLeaves(made, node, other, choose), depth);
  const left = isBranch(node) ? node : split(node, depth);
  const right = isBranch(other) ? other : split(other, depth);
  const branch = left.slice();
  for (let at = 0; at < branching; at++) {
    if (right[at].length > 0) branch[at] = unite(made, left[at], right[at], depth + bitsPerLevel, choose);
  }
  return branch;
}

function uniteLeaves(made, leaf, other, choose) {
  const united = leaf.slice();
  for (let from = 0; from < other.length; from += 3) {
    const at = place(leaf, other[from], other[from + 1]);
    if (at >= 0) {
      united[at + 2] = choose(leaf[at + 2], other[from + 2]);
    } else {
      made.size++;
      united.push(other[from], other[from + 1], other[from + 2]);
    }
  }
  return united;
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
  const value = find(dict.root, hash(key), key);
  return value === absent ? notFound : new Ok(value);
}

export function has_key(key, dict) {
  return find(dict.root, hash(key), key) !== absent;
}

export function insert(dict, key, value) {
  return dict.set(key, value);
}

export function remove_key(key, dict) {
  return dict.delete(key);
}

export function drop(keys, dict) {
  const dropped = [];
  forEachOfList(keys, (key) => dropped.push(hash(key), key, undefined));
  const made = new Dict(noEntries, dict.size);
  made.root = removeAll(made, dict.root, dropped, 0);
  return made;
}

export function take(dict, keys) {
  const made = new Dict();
  forEachOfList(keys, (key) => {
    const value = find(dict.root, hash(key), key);
    if (value !== absent) add(made, key, value);
  });
  return made;
}

export function from_list(list) {
  const made = new Dict();
  for (; List$isNonEmpty(list); list = List$NonEmpty$rest(list)) {
    const entry = List$NonEmpty$first(list);
    add(made, entry[0], entry[1]);
  }
  return made;
}

// Back to front, so that the lists have the order in which `fold` goes.

export function to_list(dict) {
  return entriesBefore(dict.root, List$Empty());
}

function entriesBefore(node, tail) {
  let list = tail;
  if (isBranch(node)) {
    for (let at = branching - 1; at >= 0; at--) list = entriesBefore(node[at], list);
  } else {
    for (let at = node.length - 3; at >= 0; at -= 3) list = List$NonEmpty([node[at + 1], node[at + 2]], list);
  }
  return list;
}

export function keys(dict) {
  return partsBefore(dict.root, 1, List$Empty());
}

export function values(dict) {
  return partsBefore(dict.root, 2, List$Empty());
}

function partsBefore(node, part, tail) {
  let list = tail;
  if (isBranch(node)) {
    for (let at = branching - 1; at >= 0; at--) list = partsBefore(node[at], part, list);
  } else {
    for (let at = node.length - 3; at >= 0; at -= 3) list = List$NonEmpty(node[at + part], list);
  }
  return list;
}

export function fold(dict, initial, fun) {
  return foldNode(dict.root, initial, fun);
}

export function map_values(dict, fun) {
  return dict.size === 0 ? dict : new Dict(mapNode(dict.root, fun), dict.size);
}

export function filter(dict, predicate) {
  const made = new Dict(noEntries, dict.size);
  made.root = filterNode(made, dict.root, predicate);
  return made.root === dict.root ? dict : made;
}

export function merge(dict, other) {
  return combine(dict, other, (_, value) => value);
}

export function combine(dict, other, fun) {
  const made = new Dict(noEntries, dict.size);
  made.root = unite(made, dict.root, other.root, 0, fun);
  return made;
}

// --- Functions of gleam/list that remember what they have seen ---------------

/** The elements that have the same key, last first. */
export function group(list, keyOf) {
  const made = new Dict();
  forEachOfList(list, (element) => {
    const key = keyOf(element);
    const before = find(made.root, hash(key), key);
    add(made, key, List$NonEmpty(element, before === absent ? List$Empty() : before));
  });
  return made;
}

/** The elements that are not equal to one before them. */
export function unique(list) {
  const seen = new Dict();
  const kept = [];
  forEachOfList(list, (element) => {
    const { size } = seen;
    add(seen, element, undefined);
    if (seen.size > size) kept.push(element);
  });
  return toList(kept);
}
