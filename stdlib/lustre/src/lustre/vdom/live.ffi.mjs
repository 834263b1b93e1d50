/**
 * The tree of what is on the page: one `Live` for every virtual node, with the
 * DOM node that shows it. Virtual nodes are values and may occur in several
 * places; a `Live` belongs to one place for as long as that place exists.
 */

import { ElementNode } from "./vnode.mjs";

/** The property by which a DOM node leads to its `Live`. */
export const LIVE = Symbol("lustre");

const NO_CHILDREN = Object.freeze([]);

export class Live {
  /**
   * `node` is the DOM node: the element, the text, or the empty text that marks
   * the start of a fragment. Maps and memos have none; they have one child.
   */
  constructor(vnode, parent) {
    this.vnode = vnode;
    this.parent = parent;
    this.node = null;
    this.children = NO_CHILDREN;
    this.removed = false;
    /** Own listeners and pending timers; few nodes have any. */
    this.listeners = null;
    this.timers = null;
  }
}

/** The root of an application: the `Live` above its first one. */
export class Root extends Live {
  constructor(runtime, node) {
    super(null, null);
    this.runtime = runtime;
    this.node = node;
  }
}

/** The first DOM node of a place; there always is one. */
export function firstNode(live) {
  while (live.node === null) live = live.children[0];
  return live.node;
}

/** The last DOM node of a place. */
export function lastNode(live) {
  while (!(live.vnode instanceof ElementNode) && live.children.length > 0) {
    live = live.children[live.children.length - 1];
  }
  return live.node;
}

/** Puts the DOM nodes of a place that is not yet on the page before another. */
export function insert(live, dom, before) {
  if (live.node !== null) dom.insertBefore(live.node, before);
  forEachChildBeside(live, (child) => insert(child, dom, before));
}

/**
 * Moves the DOM nodes of a place that is on the page. Where the browser can,
 * nodes keep focus, animations and embedded pages.
 */
export function move(live, dom, before) {
  if (live.node !== null) {
    if (dom.moveBefore !== undefined && live.node.parentNode === dom) {
      dom.moveBefore(live.node, before);
    } else {
      dom.insertBefore(live.node, before);
    }
  }
  forEachChildBeside(live, (child) => move(child, dom, before));
}

/** Takes a place off the page. */
export function remove(live) {
  live.removed = true;
  removeNodes(live);
}

function removeNodes(live) {
  if (live.node !== null) live.node.remove();
  forEachChildBeside(live, removeNodes);
}

/** Visits children whose DOM nodes are siblings of those of their parent. */
function forEachChildBeside(live, visit) {
  if (live.vnode instanceof ElementNode) return;
  for (const child of live.children) visit(child);
}

/** Whether two virtual nodes can share a place, and with it a DOM node. */
export function compatible(a, b) {
  return (
    a === b ||
    (a.constructor === b.constructor &&
      a.key === b.key &&
      a.tag === b.tag &&
      a.namespace === b.namespace)
  );
}
