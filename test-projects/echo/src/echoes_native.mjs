import { toList, BitArray, UtfCodepoint, Ok } from "./gleam.mjs";

class Foo {
  constructor() {
    this.x = 1;
    this.y = "z";
  }
}

class Bar {}

class NamedMap extends Map {}

class NamedArray extends Array {}

const circle = { a: 1 };
circle.self = circle;
const around = [1];
around.push(circle);

function named(a, b) {}

const values = [
  null,
  undefined,
  {},
  { a: 1, "b c": "x", nested: { d: [1] } },
  [1, [2]],
  [],
  new Map(),
  new Map([["a", 1], [[1], { x: 2 }]]),
  new NamedMap([[1, 2]]),
  new Set(),
  new Set([1, "a"]),
  new Date(0),
  new Date("2024-02-03T04:05:06.789Z"),
  /a+b/gi,
  new Error("bad"),
  new TypeError("bad type"),
  new RangeError(""),
  circle,
  around,
  new Foo(),
  new Bar(),
  10n,
  -5n,
  NaN,
  Infinity,
  -Infinity,
  -0,
  1e21,
  1e-7,
  1.5,
  9007199254740992,
  9007199254740993n,
  Object.create(null),
  Object.assign(Object.create(null), { a: 1 }),
  named,
  () => {},
  (...rest) => {},
  Promise.resolve(1),
  new WeakMap(),
  Uint8Array.of(1, 2),
  Float64Array.of(1.5),
  new ArrayBuffer(2),
  new Number(1),
  new Boolean(true),
  [undefined, null],
  new NamedArray(1, 2),
  [[["deep"]]],
  toList([{ a: 1 }]),
  toList([65, 66]),
  toList(["a"]),
  new Ok(circle),
  new BitArray(Uint8Array.of(1, 255), 12),
  new BitArray(Uint8Array.of(1, 255), 10, 3),
  new UtfCodepoint(233),
  new UtfCodepoint(128512),
  { then: 1, constructor: 2 },
  { "": 1 },
  { 1: 2 },
];

export const count = () => values.length;

export const native = (index) => values[index];
