import { isDeepStrictEqual, inspect } from "node:util";

/** Fails unless two values are equal in depth. */
export function expect(actual, expected, what = "value") {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${what}: expected ${inspect(expected)}, got ${inspect(actual)}`);
}

/** Waits until what was asked of the page is on it: two frames later. */
export function settle(page) {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
