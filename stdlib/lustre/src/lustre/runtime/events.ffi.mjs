/**
 * DOM events. Events that bubble are listened for once, on the root of the
 * application; the others, and those whose way outwards a view wants to cut
 * short, on the elements themselves. What a listener does is looked up on the
 * virtual node when the event fires: rendering never touches it.
 */

import { Result$Ok$0, Result$isOk } from "../../gleam.mjs";
import { run as decode } from "../../../gleam_stdlib/gleam/dynamic/decode.mjs";
import {
  List$NonEmpty$first as first,
  List$NonEmpty$rest as rest,
  List$isNonEmpty as isNonEmpty,
} from "../../gleam.mjs";
import { syncControlled } from "../vdom/attributes.ffi.mjs";
import { LIVE, Root } from "../vdom/live.ffi.mjs";
import { Always, Event as Listener, Never } from "../vdom/vattr.mjs";

/**
 * Events every browser lets bubble and no browser waits for before it scrolls.
 * `dragend` is not among them: its element may be off the page by then.
 */
const BUBBLING = new Set([
  ..."click dblclick auxclick contextmenu mousedown mouseup mousemove".split(" "),
  ..."mouseover mouseout pointerdown pointerup pointermove".split(" "),
  ..."pointerover pointerout pointercancel keydown keyup keypress".split(" "),
  ..."beforeinput input change submit reset focusin focusout".split(" "),
  ..."compositionstart compositionupdate compositionend".split(" "),
  ..."copy cut paste dragstart drag dragenter dragleave".split(" "),
  ..."dragover drop touchend touchcancel".split(" "),
]);

export class Events {
  #root;
  #send;
  #names = new Set();
  /** The last node whose listeners an event has been given to. */
  #reached = new WeakMap();
  /** Elements that sent a message since the last render. */
  #touched = new Set();

  /** Messages of events below `root`, a `Root`, go to the function `send`. */
  constructor(root, send) {
    this.#root = root;
    this.#send = send;
  }

  /** Sees to it that a listener of an element hears its event. */
  listen(live, { name, prevent_default, stop_propagation }) {
    if (BUBBLING.has(name)) {
      this.#listenOnRoot(name);
      const alone = stop_propagation instanceof Never && !isCustom(live.node);
      if (alone) return this.unlisten(live, name);
    }
    const passive = prevent_default instanceof Never;
    const current = live.listeners?.get(name);
    if (current === passive) return;
    if (current !== undefined) this.unlisten(live, name);
    live.node.addEventListener(name, this, { passive });
    (live.listeners ??= new Map()).set(name, passive);
  }

  /** Takes an element's own listener for an event away, if it has one. */
  unlisten(live, name) {
    if (live.listeners?.delete(name)) {
      live.node.removeEventListener(name, this);
    }
    clearTimeout(live.timers?.get(name)?.waiting);
    live.timers?.delete(name);
  }

  /** Takes all listeners off the root. */
  close() {
    for (const name of this.#names) {
      this.#root.node.removeEventListener(name, this);
    }
    this.#names.clear();
    this.#touched.clear();
  }

  /**
   * Sets the state of controls back to what the view says, for all elements
   * that sent a message since the last render and the controls inside of them.
   * The render itself does not see what the user has changed.
   */
  syncTouched() {
    for (const live of this.#touched) {
      const { node } = live;
      if (!node.isConnected) continue;
      syncControlled(live);
      for (const control of node.querySelectorAll(CONTROLS)) {
        if (control[LIVE] !== undefined) syncControlled(control[LIVE]);
      }
    }
    this.#touched.clear();
  }

  /**
   * Called by the browser. Goes outwards from where the event happened, or from
   * where an earlier call for the same event has ended.
   */
  handleEvent(event) {
    const path = event.composedPath();
    const end = event.currentTarget;
    let i = path.indexOf(this.#reached.get(event)) + 1;
    if (end !== this.#root.node) this.#reached.set(event, end);
    for (; i < path.length; i++) {
      const live = path[i][LIVE];
      const listener = live && findListener(live, event.type);
      if (listener && this.#run(live, listener, event)) break;
      if (path[i] === end) break;
    }
  }

  #listenOnRoot(name) {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    this.#root.node.addEventListener(name, this);
  }

  /** Runs one listener and says whether the event goes no further. */
  #run(live, listener, event) {
    const mappers = mappersAbove(live, this.#root);
    if (mappers === null) return false;
    let stop = listener.stop_propagation instanceof Always;
    if (listener.prevent_default instanceof Always) event.preventDefault();
    if (event.type === "submit") attachFields(event);
    const result = decode(event, listener.handler);
    if (Result$isOk(result)) {
      const handler = Result$Ok$0(result);
      if (handler.prevent_default) event.preventDefault();
      stop ||= handler.stop_propagation;
      const message = mappers.reduce((m, mapper) => mapper(m), handler.message);
      this.#sendInTime(live, listener, message);
    }
    if (stop) event.stopPropagation();
    return stop;
  }

  #sendInTime(live, { name, debounce, throttle }, message) {
    if (debounce <= 0 && throttle <= 0) return this.#deliver(live, message);
    live.timers ??= new Map();
    const timer = live.timers.get(name) ?? { last: -Infinity, waiting: null };
    live.timers.set(name, timer);
    clearTimeout(timer.waiting);
    const now = performance.now();
    if (throttle > 0 && now - timer.last >= throttle) {
      timer.last = now;
      this.#deliver(live, message);
    } else if (debounce > 0) {
      timer.waiting = setTimeout(() => {
        timer.last = performance.now();
        if (isMounted(live)) this.#deliver(live, message);
      }, debounce);
    }
  }

  #deliver(live, message) {
    this.#touched.add(live);
    this.#send(message);
  }
}

/** Custom elements may fire events of any name that do not bubble. */
const isCustom = (node) => node.localName.includes("-");

const CONTROLS = "input, textarea, select, option";

/** The listener of an element for an event; given twice the last one counts. */
function findListener(live, name) {
  let found = null;
  let { attributes } = live.vnode;
  for (; isNonEmpty(attributes); attributes = rest(attributes)) {
    const attribute = first(attributes);
    if (attribute.name === name && attribute instanceof Listener) {
      found = attribute;
    }
  }
  return found;
}

/**
 * The functions that messages go through on their way from a place to the root,
 * or null if the place belongs to another application in the same page.
 */
function mappersAbove(live, root) {
  const mappers = [];
  for (let at = live; at !== root; at = at.parent) {
    if (at === null || at instanceof Root) return null;
    if (at.vnode.mapper !== undefined) mappers.push(at.vnode.mapper);
  }
  return mappers;
}

function isMounted(live) {
  for (let at = live; at !== null; at = at.parent) {
    if (at.removed) return false;
  }
  return true;
}

/** Gives a `submit` event the fields of its form, as pairs. */
function attachFields(event) {
  const { target, submitter } = event;
  if (!(target instanceof HTMLFormElement)) return;
  const data = new FormData(target, submitter);
  const detail = { ...event.detail, formData: [...data.entries()] };
  Object.defineProperty(event, "detail", { value: detail, configurable: true });
}
