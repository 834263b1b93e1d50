import { Result$Ok, Result$Error, toList } from "./gleam.mjs";

const NONE = {
  get: (_name) => undefined,
  set(_name, _value) {},
  unset(_name) {},
  entries: () => [],
};

/** The environment of this runtime. Browsers have none, and it is empty there. */
function environment() {
  const { Deno, process } = globalThis;
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
  return NONE;
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
