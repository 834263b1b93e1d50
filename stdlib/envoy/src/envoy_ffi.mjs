import { Result$Ok, Result$Error, toList } from "./gleam.mjs";

// What the program has set, where that cannot be told to the runtime.
const own = new Map();

/** An environment that cannot be changed and in which names can only be looked
 * up. Browsers have none, and it is empty there. */
function lookUpOnly(lookUp) {
  return {
    get: (name) => (own.has(name) ? own.get(name) : lookUp(name)),
    set: (name, value) => own.set(name, value),
    unset: (name) => own.set(name, undefined),
    entries: () => [...own].filter(([_name, value]) => value !== undefined),
  };
}

/** The environment of this runtime. */
function environment() {
  const { Deno, process, tindra } = globalThis;
  if (Deno?.env) {
    return {
      get: (name) => Deno.env.get(name),
      set: (name, value) => Deno.env.set(name, value),
      unset: (name) => Deno.env.delete(name),
      entries: () => Object.entries(Deno.env.toObject()),
    };
  }
  if (process?.env) {
    return {
      get: (name) => process.env[name],
      set: (name, value) => (process.env[name] = value),
      unset: (name) => delete process.env[name],
      entries: () => Object.entries(process.env),
    };
  }
  return lookUpOnly((name) => tindra?.env?.(name));
}

export function get(name) {
  const value = environment().get(name);
  return value === undefined ? Result$Error(undefined) : Result$Ok(value);
}

export function set(name, value) {
  environment().set(name, value);
}

export function unset(name) {
  environment().unset(name);
}

export function entries() {
  return toList(environment().entries());
}
