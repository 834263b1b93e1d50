import { isEqual, toList, CustomType, Ok, Error } from "./gleam.mjs";
import { Box$Box, Plain, Shape$Plain$const, Point } from "./contract/shapes.mjs";

class Foreign {
  constructor(x) {
    this.x = x;
  }
}

class Other {
  constructor(x) {
    this.x = x;
  }
}

class ByFirst {
  constructor(first, second) {
    this.first = first;
    this.second = second;
  }

  equals(other) {
    return this.first === other.first;
  }
}

class Throws {
  equals() {
    throw new globalThis.Error("not for you");
  }
}

const wordError = (message) => new globalThis.Error(message);
const f = () => 1;
const promise = Promise.resolve(1);
const weak = new WeakMap();

function chain(depth) {
  let list = toList([]);
  for (let i = 0; i < depth; i++) list = toList([list]);
  return list;
}

const withoutPrototype = (x) => Object.assign(Object.create(null), { x });

/** Whether `isEqual` holds for pairs. */
const table = {
  "same number": [1, 1, true],
  "other number": [1, 2, false],
  "zeros of both signs": [0, -0, true],
  "not a number": [NaN, NaN, false],
  "number and string": [1, "1", false],
  "null and nil": [null, undefined, false],
  null: [null, null, true],
  "empty and nil": [{}, undefined, false],
  strings: ["a", "a", true],
  arrays: [[1, [2]], [1, [2]], true],
  "longer array": [[1], [1, 2], false],
  lists: [toList([1, 2]), toList([1, 2]), true],
  "longer list": [toList([1]), toList([1, 2]), false],
  "deep lists": [chain(20000), chain(20000), true],
  "list and array": [toList([]), [], false],
  ok: [new Ok(toList([1])), new Ok(toList([1])), true],
  "ok and error": [new Ok(1), new Error(1), false],
  records: [new Point(1, 2), new Point(1, 2), true],
  "other record": [new Point(1, 2), new Point(1, 3), false],
  singletons: [new Plain(), Shape$Plain$const, true],
  boxes: [Box$Box(new Date(5)), Box$Box(new Date(5)), true],
  "record and its like": [new Point(1, 2), { 0: 1, 1: 2 }, false],
  "plain objects": [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  "other keys": [{ a: 1 }, { b: 1 }, false],
  "more keys": [{ a: 1 }, { a: 1, b: 2 }, false],
  "nil for nothing": [{ a: undefined }, { b: undefined }, false],
  "without prototype": [withoutPrototype(1), withoutPrototype(1), true],
  "foreign objects": [new Foreign(1), new Foreign(1), true],
  "foreign classes": [new Foreign(1), new Other(1), false],
  "the same function": [f, f, true],
  functions: [() => 1, () => 1, false],
  "the same promise": [promise, promise, true],
  promises: [Promise.resolve(1), Promise.resolve(1), false],
  "the same weak map": [weak, weak, true],
  "weak maps": [new WeakMap(), new WeakMap(), false],
  "weak sets": [new WeakSet(), new WeakSet(), false],
  dates: [new Date(1000), new Date(1000), true],
  "other date": [new Date(1000), new Date(2000), false],
  bytes: [Uint8Array.of(1, 2), Uint8Array.of(1, 2), true],
  "other bytes": [Uint8Array.of(1, 2), Uint8Array.of(1, 3), false],
  "other arrays": [Uint8Array.of(1), Int8Array.of(1), false],
  floats: [Float64Array.of(1.5), Float64Array.of(1.5), true],
  "other length": [Uint8Array.of(1), Uint8Array.of(1, 2), false],
  buffers: [Uint8Array.of(1, 2).buffer, Uint8Array.of(1, 2).buffer, true],
  "other buffers": [Uint8Array.of(1, 2).buffer, Uint8Array.of(1, 3).buffer, false],
  views: [
    new DataView(Uint8Array.of(1, 2).buffer),
    new DataView(Uint8Array.of(1, 2).buffer),
    true,
  ],
  maps: [new Map([["a", [1]]]), new Map([["a", [1]]]), true],
  "order of maps": [new Map([[1, 1], [2, 2]]), new Map([[2, 2], [1, 1]]), true],
  "other keys of maps": [new Map([["a", 1]]), new Map([["b", 1]]), false],
  "other values of maps": [new Map([["a", 1]]), new Map([["a", 2]]), false],
  "sizes of maps": [new Map([["a", 1]]), new Map(), false],
  sets: [new Set([1, 2]), new Set([2, 1]), true],
  "other sets": [new Set([1, 2]), new Set([1, 3]), false],
  "sets of objects": [new Set([[1]]), new Set([[1]]), false],
  expressions: [/a+/g, /a+/g, true],
  "other flags": [/a+/g, /a+/i, false],
  "other source": [/a+/, /a*/, false],
  errors: [wordError("a"), wordError("a"), true],
  "other messages": [wordError("a"), wordError("b"), false],
  "kinds of errors": [wordError("a"), new TypeError("a"), false],
  "own equals": [new ByFirst(1, 2), new ByFirst(1, 3), true],
  "own equals that is false": [new ByFirst(1, 2), new ByFirst(2, 2), false],
  "equals that throws": [new Throws(), new Throws(), true],
  "equals in lists": [toList([new ByFirst(1, 2)]), toList([new ByFirst(1, 3)]), true],
};

export function equality() {
  const entries = Object.entries(table).map(([name, [a, b, expected]]) => [
    `equality: ${name}`,
    isEqual(a, b) === expected && isEqual(b, a) === expected,
  ]);
  return Object.fromEntries([
    ...entries,
    ["equality: custom types have no method for it", !("equals" in CustomType.prototype)],
  ]);
}
