import { Result$Ok, Result$Error, toList } from "./gleam.mjs";

// Arrays

export function array_to_list(array) {
  return toList(array);
}

export function array_from_list(list) {
  return list.toArray();
}

export function array_size(array) {
  return array.length;
}

export function array_map(array, transform) {
  return array.map((element) => transform(element));
}

export function array_fold(array, initial, f) {
  return array.reduce((accumulator, element) => f(accumulator, element), initial);
}

export function array_fold_right(array, initial, f) {
  return array.reduceRight((accumulator, element) => f(accumulator, element), initial);
}

export function array_get(array, index) {
  const exists = index >= 0 && index < array.length;
  return exists ? Result$Ok(array[index]) : Result$Error(undefined);
}

// Symbols

export function symbol_new(description) {
  return Symbol(description);
}

export function symbol_global(name) {
  return Symbol.for(name);
}

export function symbol_description(symbol) {
  const { description } = symbol;
  return description === undefined ? Result$Error(undefined) : Result$Ok(description);
}

// Promises
//
// A promise that is resolved with a promise becomes that one, so promises in
// promises are kept in a box on the way.

class Boxed {
  constructor(promise) {
    this.promise = promise;
  }
}

function box(value) {
  return value instanceof Promise ? new Boxed(value) : value;
}

function unbox(value) {
  return value instanceof Boxed ? value.promise : value;
}

export function promise_new(executor) {
  return new Promise((resolve) => executor((value) => resolve(box(value))));
}

export function promise_start() {
  let resolve;
  const promise = new Promise((resolver) => {
    resolve = (value) => resolver(box(value));
  });
  return [promise, resolve];
}

export function promise_resolve(value) {
  return Promise.resolve(box(value));
}

export function promise_wait(delay) {
  return new Promise((resolve) => {
    globalThis.setTimeout(() => resolve(undefined), delay);
  });
}

export function promise_await(promise, callback) {
  return promise.then((value) => callback(unbox(value)));
}

export function promise_map(promise, callback) {
  return promise.then((value) => box(callback(unbox(value))));
}

export function promise_rescue(promise, handler) {
  return promise.catch((error) => box(handler(error)));
}

export async function promise_all(promises) {
  const values = await Promise.all(promises);
  return values.map(unbox);
}

export function promise_race(promises) {
  return Promise.race(promises);
}
