/** The runtime of an application in a browser. */

import { Result$Error, Result$Ok } from "../../gleam.mjs";
import { Actions, stages } from "../effect.mjs";
import { fromJson } from "../vdom/attributes.ffi.mjs";
import { Root, remove } from "../vdom/live.ffi.mjs";
import { adopt, patchChild, removeFrom } from "../vdom/reconcile.ffi.mjs";
import { Dispatch, Shutdown } from "./app.mjs";
import { Contexts } from "./contexts.ffi.mjs";
import { Events } from "./events.ffi.mjs";

export const is_browser = () =>
  typeof window !== "undefined" && typeof document !== "undefined";

/** Starts an application on an element, or on the first one of a selector. */
export function start(app, selector, flags) {
  const node = selector instanceof HTMLElement
    ? selector
    : document.querySelector(selector);
  if (node === null) return Result$Error(undefined);
  return Result$Ok(new Runtime(app, node, flags));
}

export function send(runtime, message) {
  runtime.send(message);
}

export class Runtime {
  #app;
  #model;
  #root;
  #events;
  #contexts;
  #actions;
  #queue = [];
  #busy = false;
  #running = true;
  #frame = null;
  #flushing = false;
  #beforePaint = [];
  #afterPaint = [];

  /** `node` is the element or the shadow root that the application fills. */
  constructor(app, node, flags) {
    const dispatch = (message) => this.dispatch(message);
    this.#app = app;
    this.#root = new Root(this, node);
    this.#events = new Events(this.#root, dispatch);
    this.#contexts = new Contexts(outermost(node), (message) => this.dispatchNow(message));
    this.#actions = new Actions(
      dispatch,
      (name, data) => this.#emit(name, data),
      () => node,
      (key, value) => this.#contexts.provide(key, value),
      (key, decoder) => this.#contexts.subscribe(key, decoder),
      (key) => this.#contexts.unsubscribe(key),
      // Only processes have selectors.
      () => undefined,
    );
    this.#run(() => {
      const [model, effect] = app.init(flags);
      this.#model = model;
      this.#perform(effect);
    });
    this.#mount(node);
  }

  /** Takes what `lustre.send` is given; clients are for servers to know. */
  send(message) {
    if (message instanceof Dispatch) this.dispatch(message.message);
    else if (message instanceof Shutdown) this.shutdown();
  }

  /** Handles a message at once; what it changes is drawn with the next frame. */
  dispatch(message) {
    if (!this.#running) return;
    this.#queue.push(message);
    if (this.#busy) return;
    this.#run(() => {});
    this.#schedule();
  }

  /** As `dispatch`, for changes from outside: they are drawn with this frame. */
  dispatchNow(message) {
    if (!this.#running) return;
    this.#queue.push(message);
    if (this.#busy) return;
    this.#run(() => {});
    if (this.#flushing) return;
    this.#flushing = true;
    queueMicrotask(() => {
      this.#flushing = false;
      this.#render(false);
    });
  }

  /** Asks for a context by name; see `lustre/effect.subscribe`. */
  subscribe(key, decoder) {
    this.#contexts.subscribe(key, decoder);
  }

  /** Ends the subscription to a context. */
  unsubscribe(key) {
    this.#contexts.unsubscribe(key);
  }

  /** Ends the application and takes it off the page. */
  shutdown() {
    if (!this.#running) return;
    this.#running = false;
    this.#queue = [];
    cancelAnimationFrame(this.#frame);
    this.#events.close();
    this.#contexts.close();
    for (const live of this.#root.children) remove(live);
  }

  /**
   * Does some work, then handles all messages that came up meanwhile, in the
   * order in which they were sent. Says whether there were any.
   */
  #run(work) {
    this.#busy = true;
    let handled = false;
    try {
      work();
      while (this.#queue.length > 0) {
        handled = true;
        const message = this.#queue.shift();
        const [model, effect] = this.#app.update(this.#model, message);
        this.#model = model;
        this.#perform(effect);
      }
    } finally {
      this.#busy = false;
    }
    return handled;
  }

  #perform(effect) {
    const [now, beforePaint, afterPaint] = stages(effect);
    for (const run of now) run(this.#actions);
    this.#beforePaint.push(...beforePaint);
    this.#afterPaint.push(...afterPaint);
  }

  #emit(name, data) {
    const detail = fromJson(data);
    outermost(this.#root.node).dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true }),
    );
  }

  /** The first render takes over what the page has at the place already. */
  #mount(node) {
    if (!this.#running) return;
    removeMarkers(node);
    const cursor = { node: node.firstChild, touched: [] };
    const view = this.#app.view(this.#model);
    this.#root.children = [
      adopt(this.#events, view, this.#root, node, cursor),
    ];
    removeFrom(cursor.node);
    this.#startStages(false);
    for (const control of cursor.touched) announce(control);
  }

  #schedule() {
    this.#frame ??= requestAnimationFrame(() => this.#render(true));
  }

  /**
   * The view is computed after every message, even if the model is the same
   * value as before: controls go back to what the model says.
   */
  #render(inFrame) {
    cancelAnimationFrame(this.#frame);
    this.#frame = null;
    if (!this.#running) return;
    const { node } = this.#root;
    const view = this.#app.view(this.#model);
    patchChild(this.#events, this.#root, 0, view, node);
    this.#events.syncTouched();
    this.#startStages(inFrame);
  }

  #startStages(inFrame) {
    const beforePaint = this.#beforePaint;
    const afterPaint = this.#afterPaint;
    this.#beforePaint = [];
    this.#afterPaint = [];
    if (beforePaint.length > 0) {
      queueMicrotask(() => this.#runStage(beforePaint, inFrame));
    }
    if (afterPaint.length === 0) return;
    // Outside of a frame the next callback still comes before the paint.
    const later = () => {
      requestAnimationFrame(() => this.#runStage(afterPaint, true));
    };
    if (inFrame) later();
    else requestAnimationFrame(later);
  }

  /** What effects around a paint change is on the page before the next one. */
  #runStage(effects, inFrame) {
    if (!this.#running) return;
    const handled = this.#run(() => {
      for (const run of effects) run(this.#actions);
    });
    if (handled) this.#render(inFrame);
  }
}

/** The element of the page that an application is in. */
const outermost = (node) => (node instanceof ShadowRoot ? node.host : node);

/** Takes out the comments that rendering to strings leaves. */
function removeMarkers(node) {
  const comments = [];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode() !== null) comments.push(walker.currentNode);
  for (const comment of comments) {
    if (/^ \/?lustre:/.test(comment.data)) comment.remove();
  }
}

/** Tells an application about input that came before it was there. */
function announce(control) {
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
