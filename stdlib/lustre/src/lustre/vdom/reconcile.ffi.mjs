/**
 * Bringing the page in step with a view: creating DOM nodes for virtual nodes,
 * and patching those that are there. The difference of two virtual nodes is
 * applied as it is found; it is never written down.
 */

import { adoptAttributes, customizedName } from "./attributes.ffi.mjs";
import { patchAttributes, setAttributes, syncControlled } from "./attributes.ffi.mjs";
import { LIVE, Live } from "./live.ffi.mjs";
import { compatible, firstNode, insert, lastNode, remove } from "./live.ffi.mjs";
import { patchKeyed } from "./keyed.ffi.mjs";
import {
  ElementNode,
  FragmentNode,
  MapNode,
  MemoNode,
  RawNode,
  TextNode,
} from "./vnode.mjs";

/** Makes a place for a virtual node. Its DOM nodes are not on the page yet. */
export function create(events, vnode, parent) {
  const live = new Live(vnode, parent);
  if (vnode instanceof ElementNode) {
    createElement(events, live);
    const { node } = live;
    live.children = vnode.children.toArray();
    for (let i = 0; i < live.children.length; i++) {
      const child = create(events, live.children[i], live);
      live.children[i] = child;
      insert(child, node, null);
    }
    // Which option is selected can only be said once there are options.
    if (vnode.tag === "select") syncControlled(live);
  } else if (vnode instanceof TextNode) {
    live.node = document.createTextNode(vnode.content);
  } else if (vnode instanceof FragmentNode) {
    live.node = document.createTextNode("");
    live.children = vnode.children
      .toArray()
      .map((child) => create(events, child, live));
  } else if (vnode instanceof RawNode) {
    createElement(events, live);
    live.node.innerHTML = vnode.inner_html;
  } else {
    live.children = [create(events, onlyChild(vnode), live)];
  }
  return live;
}

/**
 * Changes the child of a place at an index to show a virtual node: in place
 * where that is possible, by another DOM node where it is not.
 */
export function patchChild(events, parent, index, next, dom) {
  const live = parent.children[index];
  if (compatible(live.vnode, next)) {
    patch(events, live, next, dom);
  } else {
    const fresh = create(events, next, parent);
    insert(fresh, dom, firstNode(live));
    remove(live);
    parent.children[index] = fresh;
  }
}

/** Changes a place to show a compatible virtual node. */
export function patch(events, live, next, dom) {
  const previous = live.vnode;
  // Nothing can have changed below a value that is the same as before.
  if (previous === next) return;
  live.vnode = next;
  if (next instanceof ElementNode) {
    patchElementAttributes(events, live, previous, next);
    patchChildren(events, live, previous, next, live.node);
    if (next.tag === "select") syncControlled(live);
  } else if (next instanceof TextNode) {
    if (previous.content !== next.content) live.node.data = next.content;
  } else if (next instanceof FragmentNode) {
    patchChildren(events, live, previous, next, dom);
  } else if (next instanceof RawNode) {
    patchElementAttributes(events, live, previous, next);
    if (previous.inner_html !== next.inner_html) {
      live.node.innerHTML = next.inner_html;
    }
  } else if (next instanceof MapNode) {
    patchChild(events, live, 0, next.child, dom);
  } else if (!sameItems(previous.dependencies, next.dependencies)) {
    patchChild(events, live, 0, next.view(), dom);
  }
}

/**
 * Makes a place for a virtual node out of DOM nodes that came with the page.
 * `cursor.node` is the next node that no place has taken; nodes that are
 * missing are created before it. Controls whose state is not that of the view
 * are pushed onto `cursor.touched`.
 */
export function adopt(events, vnode, parent, dom, cursor) {
  if (vnode instanceof MapNode || vnode instanceof MemoNode) {
    const live = new Live(vnode, parent);
    live.children = [adopt(events, onlyChild(vnode), live, dom, cursor)];
    return live;
  }
  if (vnode instanceof FragmentNode) {
    const live = new Live(vnode, parent);
    live.node = document.createTextNode("");
    dom.insertBefore(live.node, cursor.node);
    live.children = vnode.children
      .toArray()
      .map((child) => adopt(events, child, live, dom, cursor));
    return live;
  }
  const node = vnode instanceof TextNode
    ? claimText(vnode, cursor)
    : claimElement(vnode, cursor);
  if (node === null) {
    const live = create(events, vnode, parent);
    insert(live, dom, cursor.node);
    return live;
  }
  cursor.node = node.nextSibling;
  const live = new Live(vnode, parent);
  live.node = node;
  if (!(vnode instanceof TextNode)) adoptElement(events, live, cursor.touched);
  return live;
}

function adoptElement(events, live, touched) {
  const { node, vnode } = live;
  node[LIVE] = live;
  if (adoptAttributes(events, live, vnode.attributes)) touched.push(node);
  if (vnode instanceof RawNode) {
    if (node.innerHTML !== vnode.inner_html) node.innerHTML = vnode.inner_html;
    return;
  }
  const cursor = { node: node.firstChild, touched };
  live.children = vnode.children
    .toArray()
    .map((child) => adopt(events, child, live, node, cursor));
  removeFrom(cursor.node);
}

/** Removes a DOM node and all its later siblings. */
export function removeFrom(node) {
  while (node !== null) {
    const next = node.nextSibling;
    node.remove();
    node = next;
  }
}

/** Texts that follow one another in a view are a single one in HTML. */
function claimText({ content }, cursor) {
  const { node } = cursor;
  if (node?.nodeType !== Node.TEXT_NODE || content === "") return null;
  if (node.data === content) return node;
  if (node.data.startsWith(content)) node.splitText(content.length);
  else node.data = content;
  return node;
}

function claimElement({ tag, namespace }, cursor) {
  // White space and comments of hand-written pages are in nobody's view.
  while (cursor.node !== null && cursor.node.nodeType !== Node.ELEMENT_NODE) {
    const next = cursor.node.nextSibling;
    cursor.node.remove();
    cursor.node = next;
  }
  const { node } = cursor;
  const matches = node !== null && node.localName === tag &&
    node.namespaceURI === (namespace || HTML);
  return matches ? node : null;
}

const HTML = "http://www.w3.org/1999/xhtml";

function createElement(events, live) {
  const { tag, namespace, attributes } = live.vnode;
  const is = customizedName(attributes);
  const options = is === null ? undefined : { is };
  live.node = namespace === ""
    ? document.createElement(tag, options)
    : document.createElementNS(namespace, tag, options);
  live.node[LIVE] = live;
  setAttributes(events, live, attributes);
}

function patchElementAttributes(events, live, previous, next) {
  if (previous.attributes === next.attributes) return;
  patchAttributes(events, live, previous.attributes, next.attributes);
}

function patchChildren(events, live, previous, next, dom) {
  if (previous.children === next.children) return;
  const list = next.children.toArray();
  // Children of an element go up to its end, those of a fragment up to the
  // node that follows the fragment.
  const end = next instanceof ElementNode ? null : lastNode(live).nextSibling;
  if (previous.keyed && next.keyed) {
    patchKeyed(events, live, list, dom, end, { create, patch });
  } else {
    patchInOrder(events, live, list, dom, end);
  }
}

/** Children without keys: each one continues that of the same index. */
function patchInOrder(events, live, list, dom, end) {
  const { children } = live;
  const common = Math.min(children.length, list.length);
  for (let i = 0; i < common; i++) patchChild(events, live, i, list[i], dom);
  for (let i = list.length; i < children.length; i++) remove(children[i]);
  if (common < children.length) children.length = list.length;
  for (let i = common; i < list.length; i++) {
    const fresh = create(events, list[i], live);
    insert(fresh, dom, end);
    children.push(fresh);
  }
}

function onlyChild(vnode) {
  return vnode instanceof MapNode ? vnode.child : vnode.view();
}

/** Whether two lists have identical items; `NaN` is identical to itself. */
function sameItems(a, b) {
  const left = a.toArray();
  const right = b.toArray();
  return (
    left.length === right.length &&
    left.every((item, i) => item === right[i] || Object.is(item, right[i]))
  );
}
