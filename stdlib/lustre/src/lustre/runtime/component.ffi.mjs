/** Applications as custom elements. */

import { Result$Error, Result$Ok, Result$Ok$0, Result$isOk } from "../../gleam.mjs";
import { run as decode } from "../../../gleam_stdlib/gleam/dynamic/decode.mjs";
import { Option$Some$0, Option$isSome } from "../../../gleam_stdlib/gleam/option.mjs";
import { Runtime } from "./client.ffi.mjs";
import { adoptStyles } from "./styles.ffi.mjs";

export const isRegistered = (name) =>
  typeof customElements !== "undefined" && customElements.get(name) !== undefined;

/** Defines a custom element; fails for names that custom elements cannot have. */
export function define(app, name) {
  try {
    customElements.define(name, componentClass(app));
    return Result$Ok(undefined);
  } catch (error) {
    if (error instanceof DOMException && error.name === "SyntaxError") {
      return Result$Error(undefined);
    }
    throw error;
  }
}

export function setFormValue(root, value) {
  internalsOf.get(root.host)?.setFormValue(value);
}

export function clearFormValue(root) {
  internalsOf.get(root.host)?.setFormValue(null);
}

export function setPseudoState(root, value) {
  internalsOf.get(root.host)?.states.add(value);
}

export function removePseudoState(root, value) {
  internalsOf.get(root.host)?.states.delete(value);
}

/** What only the component itself may do with its element. */
const internalsOf = new WeakMap();

function componentClass(app) {
  const { config } = app;
  // The options are listed with the last one first.
  const attributes = new Map(config.attributes.toArray().reverse());
  const properties = new Map(config.properties.toArray().reverse());
  const contexts = new Map(config.contexts.toArray().reverse());

  class Component extends HTMLElement {
    static observedAttributes = [...attributes.keys()];
    static formAssociated = config.form_associated;

    #runtime;
    #values = new Map();

    constructor() {
      super();
      const internals = this.attachInternals();
      internalsOf.set(this, internals);
      // HTML rendered on a server may have brought the shadow root along.
      const root = internals.shadowRoot ?? this.attachShadow({
        mode: config.open_shadow_root ? "open" : "closed",
        delegatesFocus: config.delegates_focus,
      });
      this.#runtime = new Runtime(app, root, undefined);
      if (config.adopt_styles) adoptStyles(root);
    }

    getValue(name) {
      return this.#values.get(name);
    }

    setValue(name, value) {
      if (this.#values.has(name) && this.#values.get(name) === value) return;
      this.#values.set(name, value);
      this.#sendResult(decode(value, properties.get(name)));
    }

    attributeChangedCallback(name, _previous, value) {
      this.#sendResult(attributes.get(name)(value ?? ""));
    }

    connectedCallback() {
      for (const name of properties.keys()) {
        // A property set before the element was defined hides the accessor.
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      for (const [key, decoder] of contexts) {
        this.#runtime.subscribe(key, decoder);
      }
      this.#sendOption(config.on_connect);
    }

    /** Called instead of the other two when a node is moved on its page. */
    connectedMoveCallback() {}

    disconnectedCallback() {
      for (const key of contexts.keys()) this.#runtime.unsubscribe(key);
      this.#sendOption(config.on_disconnect);
    }

    adoptedCallback() {
      this.#sendOption(config.on_adopt);
    }

    formDisabledCallback(disabled) {
      this.#sendOption(config.on_form_disabled, disabled);
    }

    formResetCallback() {
      this.#sendOption(config.on_form_reset);
    }

    formStateRestoreCallback(state, reason) {
      if (typeof state !== "string") return;
      const handler = reason === "autocomplete"
        ? config.on_form_autofill
        : config.on_form_restore;
      this.#sendOption(handler, state);
    }

    #sendResult(result) {
      if (Result$isOk(result)) this.#runtime.dispatchNow(Result$Ok$0(result));
    }

    /** Sends an optional message, or that of an optional function of a value. */
    #sendOption(option, ...values) {
      if (!Option$isSome(option)) return;
      const some = Option$Some$0(option);
      this.#runtime.dispatchNow(values.length > 0 ? some(...values) : some);
    }
  }

  for (const name of properties.keys()) {
    Object.defineProperty(Component.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getValue(name);
      },
      set(value) {
        this.setValue(name, value);
      },
    });
  }
  return Component;
}
