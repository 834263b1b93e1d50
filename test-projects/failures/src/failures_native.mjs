import { List } from "./gleam.mjs";

// Runs f, and shows the error that it ends with: `name | key=value ...`.
export function attempt(name, f) {
  let shown = "no failure";
  try {
    f();
  } catch (error) {
    const { gleam_error, fn, ...rest } = error;
    if (fn !== error.function) throw error;
    shown = `${gleam_error}${details({ ...rest, message: error.message })}`;
  }
  console.log(`${name} | ${shown}`);
}

// What stands for atoms on Erlang.
const words = ["kind", "operator"];

const details = (object) =>
  Object.keys(object)
    .sort()
    .map((key) => ` ${key}=${words.includes(key) ? object[key] : show(object[key])}`)
    .join("");

function show(value) {
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  if (typeof value === "string") return `"${value}"`;
  if (value instanceof List || Array.isArray(value)) return `[${[...value].map(show).join(", ")}]`;
  return value?.kind ? `{${details(value)} }` : "_";
}

export const some = (value) => value;
