/**
 * Server components in JavaScript, where there are no processes: a component is
 * an object, and its clients are callbacks.
 */

import { Result$Ok } from "../../../gleam.mjs";
import { Stop, handle, start as startState } from "./runtime.mjs";

/** Starts a server component. */
export function start(app, flags) {
  return Result$Ok(new ServerRuntime(app, flags));
}

class ServerRuntime {
  #state;
  #queue = [];
  #busy = true;

  constructor(app, flags) {
    this.#state = startState(app, flags, (message) => this.send(message));
    this.#busy = false;
    this.#drain();
  }

  /** Handles a message, after those that have been sent before. */
  send(message) {
    if (this.#state === null) return;
    this.#queue.push(message);
    this.#drain();
  }

  #drain() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#queue.length > 0 && this.#state !== null) {
        const next = handle(this.#state, this.#queue.shift());
        this.#state = next instanceof Stop ? null : next.state;
      }
    } finally {
      this.#busy = false;
    }
  }
}
