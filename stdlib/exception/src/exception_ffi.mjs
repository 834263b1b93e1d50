import { Result$Ok, Result$Error } from "./gleam.mjs";
import { Exception$Errored, Exception$Thrown } from "./exception.mjs";

export function rescue(body) {
  try {
    return Result$Ok(body());
  } catch (error) {
    const isError = error instanceof Error;
    return Result$Error(isError ? Exception$Errored(error) : Exception$Thrown(error));
  }
}

export function defer(cleanup, body) {
  try {
    return body();
  } finally {
    cleanup();
  }
}

export function onCrash(cleanup, body) {
  try {
    return body();
  } catch (error) {
    cleanup();
    throw error;
  }
}
