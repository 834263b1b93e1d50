/**
 * Patching children that are known by keys, with as few moves as possible.
 *
 * Equal ends of both lists are matched first. Of what remains, the children
 * that stay where they are form a longest increasing subsequence of the old
 * positions in their new order; only the others are moved. Two children that
 * change places are two moves, however many there are in between.
 */

import { compatible, firstNode, insert, move, remove } from "./live.ffi.mjs";

/**
 * Makes the children of a place show the virtual nodes of a list. `end` is the
 * DOM node that follows the last child, or null. The functions that create and
 * patch places are given, as they use this one.
 */
export function patchKeyed(events, live, list, dom, end, { create, patch }) {
  const old = live.children;
  const result = new Array(list.length);
  let start = 0;
  let oldEnd = old.length - 1;
  let newEnd = list.length - 1;
  while (start <= oldEnd && start <= newEnd) {
    if (!compatible(old[start].vnode, list[start])) break;
    result[start] = old[start];
    patch(events, old[start], list[start], dom);
    start++;
  }
  while (start <= oldEnd && start <= newEnd) {
    if (!compatible(old[oldEnd].vnode, list[newEnd])) break;
    result[newEnd] = old[oldEnd];
    patch(events, old[oldEnd], list[newEnd], dom);
    oldEnd--;
    newEnd--;
  }

  const staying = start <= oldEnd && start <= newEnd
    ? matchByKey({ events, old, list, result, start, oldEnd, newEnd, dom, patch })
    : null;
  if (staying === null) removeAll(old, start, oldEnd, dom);

  live.children = result;
  let before = newEnd + 1 < list.length ? firstNode(result[newEnd + 1]) : end;
  for (let i = newEnd; i >= start; i--) {
    if (result[i] === undefined) {
      result[i] = create(events, list[i], live);
      insert(result[i], dom, before);
    } else if (!staying[i - start]) {
      move(result[i], dom, before);
    }
    before = firstNode(result[i]);
  }
}

/**
 * Patches the children between the equal ends that occur in both lists, puts
 * them into `result`, and removes those that are gone. The answer says of each
 * new index whether the child there can stay where it is.
 */
function matchByKey({ events, old, list, result, start, oldEnd, newEnd, dom, patch }) {
  const indices = new Map();
  for (let i = start; i <= newEnd; i++) indices.set(list[i].key, i);

  const positions = new Int32Array(newEnd - start + 1).fill(-1);
  let sorted = true;
  let last = -1;
  for (let i = start; i <= oldEnd; i++) {
    const index = indices.get(old[i].vnode.key);
    // With keys given twice only one child of each list finds its partner.
    if (
      index === undefined ||
      result[index] !== undefined ||
      !compatible(old[i].vnode, list[index])
    ) {
      remove(old[i]);
      continue;
    }
    result[index] = old[i];
    patch(events, old[i], list[index], dom);
    positions[index - start] = i;
    if (index < last) sorted = false;
    last = index;
  }
  return sorted ? positions.map(() => 1) : longestIncreasing(positions);
}

/** Removes children, all of an element's at once if there are no others. */
function removeAll(old, start, end, dom) {
  const all = start === 0 && end === old.length - 1 && old.length > 0;
  if (all && dom.childNodes.length === old.length) {
    for (const live of old) live.removed = true;
    dom.textContent = "";
    return;
  }
  for (let i = start; i <= end; i++) remove(old[i]);
}

/**
 * Marks the entries of a longest increasing subsequence, by patience sorting
 * (Fredman 1975). Entries of -1 stand for nothing and are never marked.
 */
function longestIncreasing(values) {
  const marks = new Uint8Array(values.length);
  const previous = new Int32Array(values.length);
  // tails[n] is the index of the least value that ends a sequence of n + 1.
  const tails = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] < 0) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]] < values[i]) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1] : -1;
    tails[low] = i;
  }
  let at = tails.length > 0 ? tails[tails.length - 1] : -1;
  while (at >= 0) {
    marks[at] = 1;
    at = previous[at];
  }
  return marks;
}
