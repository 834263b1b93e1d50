// Functions on lists for which it pays to make an array.

import { NonEmpty, List$Empty, List$NonEmpty, toList } from "./gleam.mjs";
import { Gt, Order$Lt, Order$Eq, Order$Gt } from "./gleam/order.mjs";

export function fold_right(list, initial, fun) {
  const items = list.toArray();
  let state = initial;
  for (let at = items.length - 1; at >= 0; at--) state = fun(state, items[at]);
  return state;
}

export function sized_chunk(list, count) {
  const items = list.toArray();
  const size = Math.max(count, 1);
  let chunks = List$Empty();
  for (let end = items.length; end > 0; ) {
    const start = end - (end % size || size);
    let chunk = List$Empty();
    for (let at = end - 1; at >= start; at--) chunk = List$NonEmpty(items[at], chunk);
    chunks = List$NonEmpty(chunk, chunks);
    end = start;
  }
  return chunks;
}

// Sorting is a natural merge sort: runs that are in order already are kept. Those
// that are too short to be worth a merge are made longer by inserting what follows.
const shortestRun = 12;

const lt = Order$Lt();
const eq = Order$Eq();
const gt = Order$Gt();

// There is one value for each order, unless hand-written code has made others.
function isGreater(order) {
  if (order === gt) return true;
  return order !== lt && order !== eq && order instanceof Gt;
}

/** Sorts a list; equal elements keep their order. */
export function sort(list, compare) {
  return inOrder(list, compare) ?? turnedAround(list, compare) ?? sortItems(list.toArray(), compare);
}

/** A list that is in order already. */
function inOrder(list, compare) {
  if (!(list instanceof NonEmpty)) return list;
  let last = list;
  while (last.tail instanceof NonEmpty) {
    if (isGreater(compare(last.head, last.tail.head))) return undefined;
    last = last.tail;
  }
  return list;
}

/** A list that strictly descends, in order. With equal elements it could not be turned around. */
function turnedAround(list, compare) {
  let ascending = List$NonEmpty(list.head, List$Empty());
  for (let rest = list.tail; rest instanceof NonEmpty; rest = rest.tail) {
    if (!isGreater(compare(ascending.head, rest.head))) return undefined;
    ascending = List$NonEmpty(rest.head, ascending);
  }
  return ascending;
}

function sortItems(array, compare) {
  let items = array;
  let ends = makeRuns(items, compare);
  let other = ends.length > 1 ? items.slice() : items;
  while (ends.length > 1) {
    ends = mergePairs(items, other, ends, compare);
    [items, other] = [other, items];
  }
  return toList(items);
}

/** Puts all items into runs that are in order; where each of them ends. */
function makeRuns(items, compare) {
  const ends = [];
  for (let start = 0; start < items.length; ) {
    const end = runEnd(items, start, compare);
    const longer = Math.min(items.length, Math.max(end, start + shortestRun));
    for (let at = end; at < longer; at++) insert(items, start, at, compare);
    ends.push(longer);
    start = longer;
  }
  return ends;
}

/** The end of the run that starts there. Only if it strictly descends it may be turned around. */
function runEnd(items, start, compare) {
  let end = start + 1;
  if (end === items.length) return end;
  if (isGreater(compare(items[start], items[end]))) {
    do end++;
    while (end < items.length && isGreater(compare(items[end - 1], items[end])));
    turnAround(items, start, end);
    return end;
  }
  do end++;
  while (end < items.length && !isGreater(compare(items[end - 1], items[end])));
  return end;
}

function turnAround(items, start, end) {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const item = items[low];
    items[low] = items[high];
    items[high] = item;
  }
}

/** Moves the item at `end` to its place behind those from `start` on that are not greater. */
function insert(items, start, end, compare) {
  const item = items[end];
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isGreater(compare(items[middle], item))) high = middle;
    else low = middle + 1;
  }
  for (let at = end; at > low; at--) items[at] = items[at - 1];
  items[low] = item;
}

/** Merges every two runs of `from` into one run of `to`; the new ends. */
function mergePairs(from, to, ends, compare) {
  const merged = [];
  let start = 0;
  for (let run = 0; run < ends.length; run += 2) {
    const middle = ends[run];
    const end = run + 1 < ends.length ? ends[run + 1] : middle;
    merge(from, to, start, middle, end, compare);
    merged.push(end);
    start = end;
  }
  return merged;
}

function merge(from, to, start, middle, end, compare) {
  let left = start;
  let right = middle;
  let at = start;
  while (left < middle && right < end) {
    to[at++] = isGreater(compare(from[left], from[right])) ? from[right++] : from[left++];
  }
  while (left < middle) to[at++] = from[left++];
  while (right < end) to[at++] = from[right++];
}
