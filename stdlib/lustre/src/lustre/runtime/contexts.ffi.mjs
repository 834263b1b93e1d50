/**
 * Values handed down through the page by name, after the protocol for contexts
 * of the Web Components Community Group: who wants a value fires an event that
 * bubbles up to the first node that has one.
 */

import { Result$Ok$0, Result$isOk } from "../../gleam.mjs";
import { run as decode } from "../../../gleam_stdlib/gleam/dynamic/decode.mjs";
import { fromJson } from "../vdom/attributes.ffi.mjs";

const REQUEST = "context-request";

export class Contexts {
  #node;
  #send;
  /** By name: what is provided here, and who is told when it changes. */
  #provided = new Map();
  /** By name: how to end what this application has subscribed to. */
  #subscriptions = new Map();

  constructor(node, send) {
    this.#node = node;
    this.#send = send;
  }

  /** Offers a value to everything below the node. */
  provide(key, json) {
    if (this.#provided.size === 0) this.#node.addEventListener(REQUEST, this);
    const value = fromJson(json);
    const context = this.#provided.get(key);
    if (context === undefined) {
      this.#provided.set(key, { value, subscribers: new Set() });
      return;
    }
    context.value = value;
    for (const inform of [...context.subscribers]) inform();
  }

  /** Asks for a value from above the node, now and whenever it changes. */
  subscribe(key, decoder) {
    this.unsubscribe(key);
    const subscription = { open: true, end: null };
    this.#subscriptions.set(key, subscription);
    const request = new Event(REQUEST, { bubbles: true, composed: true });
    request.context = key;
    request.subscribe = true;
    request.callback = (value, unsubscribe) => {
      if (!subscription.open) return unsubscribe?.();
      subscription.end = unsubscribe;
      const result = decode(value, decoder);
      if (Result$isOk(result)) this.#send(Result$Ok$0(result));
    };
    this.#node.dispatchEvent(request);
  }

  unsubscribe(key) {
    const subscription = this.#subscriptions.get(key);
    if (subscription === undefined) return;
    subscription.open = false;
    subscription.end?.();
    this.#subscriptions.delete(key);
  }

  close() {
    for (const key of [...this.#subscriptions.keys()]) this.unsubscribe(key);
    this.#node.removeEventListener(REQUEST, this);
    this.#provided.clear();
  }

  /** Called by the browser for a request from below. */
  handleEvent(event) {
    const context = this.#provided.get(event.context);
    // What the application itself asks for it wants from further up.
    if (context === undefined || event.composedPath()[0] === this.#node) return;
    event.stopImmediatePropagation();
    if (!event.subscribe) return event.callback(context.value);
    const unsubscribe = () => context.subscribers.delete(inform);
    const inform = () => event.callback(context.value, unsubscribe);
    context.subscribers.add(inform);
    inform();
  }
}
