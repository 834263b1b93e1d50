// Tests of the prelude, without a framework: prints every check that fails.
import * as p from "./prelude.mjs";

let failures = 0;

function check(name, found, expected) {
  const shown = show(found);
  const wanted = show(expected);
  if (shown !== wanted) {
    failures++;
    console.log(`${name}: found ${shown}, expected ${wanted}`);
  }
}

function show(value) {
  if (Object.is(value, -0)) return "-0";
  if (value instanceof p.BitArray) return bits(value);
  if (value instanceof Uint8Array) return `bytes ${Array.from(value).join()}`;
  if (Array.isArray(value)) return `[${value.map(show).join()}]`;
  return String(value);
}

function bits(value) {
  let text = "";
  for (let i = 0; i < value.bitSize; i++) {
    text += (value.byteAt(Math.floor(i / 8)) >> (7 - (i % 8))) & 1;
  }
  return `bits ${text}`;
}

function throws(name, work) {
  try {
    work();
  } catch {
    return;
  }
  failures++;
  console.log(`${name}: nothing was thrown`);
}

const bytes = (...numbers) => new Uint8Array(numbers);
const array = (...numbers) => new p.BitArray(bytes(...numbers));

// Exports

const names = `CustomType List prepend toList Empty List$Empty$const List$Empty List$isEmpty
  NonEmpty List$NonEmpty List$isNonEmpty List$NonEmpty$first List$NonEmpty$rest BitArray
  BitArray$BitArray BitArray$isBitArray BitArray$BitArray$data UtfCodepoint bitArraySlice
  bitArraySliceToFloat bitArraySliceToInt toBitArray sizedFloat sizedInt stringBits codepointBits
  stringToUtf16 codepointToUtf16 stringToUtf32 codepointToUtf32 Result Ok Error Result$Ok
  Result$isOk Result$Ok$0 Result$Error Result$isError Result$Error$0 isEqual remainderInt
  divideInt divideFloat makeError`.split(/\s+/);
check("exports", Object.keys(p).sort(), names.sort());

// Lists

const list = p.toList([1, 2, 3]);
check("iterator", [...list], [1, 2, 3]);
check("toArray", list.toArray(), [1, 2, 3]);
check("fromArray", p.List.fromArray([1, 2]).toArray(), [1, 2]);
check("tail", p.toList([0], list).toArray(), [0, 1, 2, 3]);
check("prepend", p.prepend(0, list).toArray(), [0, 1, 2, 3]);
check("countLength", [list.countLength(), p.toList([]).countLength()], [3, 0]);
check("atLeastLength", [0, 3, 4, -1].map((n) => list.atLeastLength(n)), [true, true, false, true]);
check("hasLength", [0, 2, 3, 4, -1].map((n) => list.hasLength(n)), [false, false, true, false, false]);
check("empty hasLength", p.List$Empty().hasLength(0), true);
check("isEmpty", [p.List$isEmpty(new p.Empty()), p.List$isEmpty(list), p.List$isEmpty(1)], [true, false, false]);
check("isNonEmpty", [p.List$isNonEmpty(list), p.List$isNonEmpty(p.List$Empty())], [true, false]);
check("first and rest", [p.List$NonEmpty$first(list), p.List$NonEmpty$rest(list).toArray()], [1, [2, 3]]);
check("NonEmpty", p.List$NonEmpty(1, p.List$Empty$const).toArray(), [1]);
check("instanceof", [list instanceof p.List, list instanceof p.NonEmpty], [true, true]);
const long = p.toList(Array.from({ length: 300000 }, (_, i) => i));
check("long", [long.countLength(), [...long].length, p.isEqual(long, p.toList(long.toArray()))], [300000, 300000, true]);

// Results

const ok = p.Result$Ok(1);
check("ok", [ok.isOk(), ok[0], p.Result$isOk(ok), p.Result$isError(ok), p.Result$Ok$0(ok)], [true, 1, true, false, 1]);
const error = new p.Error("x");
check("error", [error.isOk(), error[0], p.Result$isError(error), p.Result$Error$0(error)], [false, "x", true, "x"]);
check("isResult", [p.Result.isResult(ok), p.Result.isResult(1), ok instanceof p.CustomType], [true, false, true]);
check("withFields", ok.withFields({ 0: 5 })[0], 5);

// Bit arrays

check("size", [array(1, 2).bitSize, array(1, 2).byteSize, array(1, 2).bitOffset], [16, 2, 0]);
const odd = new p.BitArray(bytes(0b10110111, 0b11111111), 9, 2);
check("offset", odd, "bits 110111111");
check("byteAt", [odd.byteAt(0), odd.byteAt(1), odd.byteAt(2), odd.byteAt(-1)], [0b11011111, 0b11111100, undefined, undefined]);
check("equals without the bits after the end", odd.equals(new p.BitArray(bytes(0b11011111, 0b10000001), 9)), true);
check("without the bits after the end", p.toBitArray([odd, odd]), "bits 110111111110111111");
check("equals", odd.equals(p.toBitArray([0b11011111, p.sizedInt(1, 1, true)])), true);
check("not equals", [array(1).equals(array(2)), array(1).equals(array(1, 0))], [false, false]);
check("buffer", array(1, 2).buffer, bytes(1, 2));
check("length", array(1, 2).length, 2);
throws("buffer", () => odd.buffer);
throws("length", () => odd.length);
throws("data", () => p.BitArray$BitArray$data(odd));
throws("too few bytes", () => new p.BitArray(bytes(1), 9));
throws("no bytes", () => new p.BitArray([1]));
throws("negative", () => new p.BitArray(bytes(1), -1));
check("data", p.BitArray$BitArray$data(array(1, 2)).getUint16(0), 258);
const within = new p.BitArray(bytes(0b00010000, 0b00100000, 0b01111111), 16, 3);
check("data that begins inside of a byte", p.BitArray$BitArray$data(within).getUint16(0), 0b10000001_00000011);
check("isBitArray", [p.BitArray$isBitArray(odd), p.BitArray$isBitArray(bytes())], [true, false]);

check("slice", p.bitArraySlice(array(1, 2, 3), 8, 16), array(2));
check("slice of slice", p.bitArraySlice(p.bitArraySlice(array(0xf0, 0x0f), 2), 1, 10), "bits 100000000");
check("empty slice", p.bitArraySlice(array(1), 8), array());
throws("slice out of range", () => p.bitArraySlice(array(1), 0, 9));
throws("slice backwards", () => p.bitArraySlice(array(1), 4, 2));
throws("slice before", () => p.bitArraySlice(array(1), -1));

const toInt = (value, start, end, big, signed) => p.bitArraySliceToInt(value, start, end, big, signed);
check("unsigned big", toInt(array(1, 2, 255), 0, 24, true, false), 0x0102ff);
check("unsigned little", toInt(array(1, 2, 255), 0, 24, false, false), 0xff0201);
check("signed big", toInt(array(255, 254), 0, 16, true, true), -2);
check("signed little", toInt(array(254, 255), 0, 16, false, true), -2);
check("unaligned", toInt(array(0b10110111, 0b01000000), 3, 12, true, false), 0b101110100);
check("unaligned little", toInt(array(0b10110111, 0b01000000), 3, 13, false, false), 0b10111010);
check("no bits", toInt(array(1), 3, 3, true, true), 0);
check("64 bits", toInt(array(255, 255, 255, 255, 255, 255, 255, 255), 0, 64, true, false), 2 ** 64);
check("64 bits signed", toInt(array(255, 255, 255, 255, 255, 255, 255, 254), 0, 64, true, true), -2);
check("64 bits little", toInt(array(254, 255, 255, 255, 255, 255, 255, 255), 0, 64, false, true), -2);
check("60 bits", toInt(array(0x10, 0, 0, 0, 0, 0, 0, 0x30), 0, 60, true, false), 0x100000000000003);
check("57 bits little", toInt(array(1, 0, 0, 0, 0, 0, 0, 0x80), 0, 57, false, false), 2 ** 56 + 1);
check("53 bits", toInt(p.toBitArray([p.sizedInt(2 ** 53 - 1, 53, true)]), 0, 53, true, false), 2 ** 53 - 1);
for (const size of [1, 7, 8, 9, 16, 31, 32, 33, 40, 48, 52, 53]) {
  for (const big of [true, false]) {
    for (const value of [0, 1, 2 ** (size - 1) - 1, -(2 ** (size - 1))]) {
      const written = p.toBitArray([p.sizedInt(1, 3, true), p.sizedInt(value, size, big)]);
      const signed = size === 1 && value === 1 ? -1 : value;
      check(`${value}:${size}-${big}`, toInt(written, 3, 3 + size, big, true), signed);
    }
  }
}

check("sizedInt", p.sizedInt(258, 16, true), bytes(1, 2));
check("sizedInt little", p.sizedInt(258, 16, false), bytes(2, 1));
check("sizedInt cut", p.sizedInt(257, 8, true), bytes(1));
check("sizedInt negative", p.sizedInt(-2, 24, true), bytes(255, 255, 254));
check("sizedInt 80", p.sizedInt(-2, 80, true), bytes(255, 255, 255, 255, 255, 255, 255, 255, 255, 254));
check("sizedInt large", p.sizedInt(2 ** 60, 64, true), bytes(16, 0, 0, 0, 0, 0, 0, 0));
check("sizedInt none", [p.sizedInt(1, 0, true), p.sizedInt(1, -8, true)], [bytes(), bytes()]);
check("sizedInt odd", p.sizedInt(0xabc, 12, true), "bits 101010111100");
check("sizedInt odd little", p.sizedInt(0xabc, 12, false), "bits 101111001010");

const floats = [0, -0, 1, -1.5, 0.1, 65504, 2 ** -24, 2 ** -14, 1e300, Infinity, -Infinity];
for (const size of [16, 32, 64]) {
  for (const big of [true, false]) {
    for (const value of floats) {
      const written = p.toBitArray([p.sizedInt(1, 3, true), p.sizedFloat(value, size, big)]);
      const read = p.bitArraySliceToFloat(written, 3, 3 + size, big);
      const exact = size === 64 ? value : size === 32 ? Math.fround(value) : half(value);
      check(`${value}:${size}-float-${big}`, read, exact);
    }
  }
}
function half(value) {
  if (value === 0.1) return 0.0999755859375;
  return value === 1e300 ? Infinity : value;
}
check("half rounds to even", [2049, 2051, 65519.9, 65520, 2 ** -25, 3 * 2 ** -25].map((value) =>
  p.bitArraySliceToFloat(p.toBitArray([p.sizedFloat(value, 16, true)]), 0, 16, true),
), [2048, 2052, 65504, Infinity, 0, 2 ** -23]);
check("half bytes", p.sizedFloat(1.5, 16, true), bytes(0x3e, 0));
check("nan", p.bitArraySliceToFloat(array(0x7e, 0), 0, 16, true), NaN);
throws("float size", () => p.sizedFloat(1, 24, true));
throws("float slice size", () => p.bitArraySliceToFloat(array(1, 2, 3), 0, 24, true));

check("toBitArray", p.toBitArray([1, bytes(2, 3), array(4), 257, -1]), array(1, 2, 3, 4, 1, 255));
check("toBitArray unaligned", p.toBitArray([p.sizedInt(5, 3, true), 255, bytes(0, 1)]), "bits 101" + "11111111" + "00000000" + "00000001");
check("toBitArray slices", p.toBitArray([p.bitArraySlice(odd, 1, 4), p.bitArraySlice(odd, 1, 4)]), "bits 101101");
check("toBitArray nothing", p.toBitArray([]), array());
check("stringBits", p.stringBits("é"), bytes(195, 169));
check("codepointBits", p.codepointBits(new p.UtfCodepoint(233)), bytes(195, 169));
check("utf16", [p.stringToUtf16("é😀", true), p.stringToUtf16("é", false)], [bytes(0, 233, 216, 61, 222, 0), bytes(233, 0)]);
check("utf32", [p.stringToUtf32("é😀", true), p.stringToUtf32("é", false)], [bytes(0, 0, 0, 233, 0, 1, 246, 0), bytes(233, 0, 0, 0)]);
check("codepoints", [p.codepointToUtf16(new p.UtfCodepoint(0x1f600), false), p.codepointToUtf32(new p.UtfCodepoint(233), true)], [bytes(61, 216, 0, 222), bytes(0, 0, 0, 233)]);

// Equality

class Point extends p.CustomType {
  constructor(x, y) {
    super();
    this.x = x;
    this.y = y;
  }
}
class Other extends Point {}
class WithEquals {
  constructor(id, extra) {
    this.id = id;
    this.extra = extra;
  }

  equals(other) {
    return this.id === other.id;
  }
}
const f = () => 1;
const promise = Promise.resolve(1);
const equal = [
  [1, 1],
  [0, -0],
  ["a", "a"],
  [undefined, undefined],
  [[1, [2]], [1, [2]]],
  [new Point(1, [2]), new Point(1, [2])],
  [new p.Empty(), p.List$Empty$const],
  [array(1, 2), array(1, 2)],
  [odd, p.bitArraySlice(odd, 0)],
  [new p.UtfCodepoint(1), new p.UtfCodepoint(1)],
  [f, f],
  [promise, promise],
  [new Date(1), new Date(1)],
  [bytes(1, 2), bytes(1, 2)],
  [bytes(1, 2).buffer, bytes(1, 2).buffer],
  [new Float64Array([1]), new Float64Array([1])],
  [new Map([["a", [1]]]), new Map([["a", [1]]])],
  [new Set([1, 2]), new Set([2, 1])],
  [/a/g, /a/g],
  [new Error("x"), new Error("x")],
  [{ a: { b: 1 } }, { a: { b: 1 } }],
  [new WithEquals(1, 2), new WithEquals(1, 3)],
];
for (const [i, [a, b]] of equal.entries()) check(`equal ${i}`, [p.isEqual(a, b), p.isEqual(b, a)], [true, true]);
const different = [
  [1, 2],
  [NaN, NaN],
  [1, "1"],
  [null, undefined],
  [{}, null],
  [[1], [1, 2]],
  [[], {}],
  [new Point(1, 2), new Point(1, 3)],
  [new Point(1, 2), new Other(1, 2)],
  [new p.Ok(1), new p.Error(1)],
  [p.toList([1]), p.toList([1, 2])],
  [array(1), array(2)],
  [() => 1, () => 1],
  [Promise.resolve(1), Promise.resolve(1)],
  [new WeakMap(), new WeakMap()],
  [new WeakSet(), new WeakSet()],
  [new Date(1), new Date(2)],
  [bytes(1), bytes(2)],
  [new Map([["a", 1]]), new Map([["b", 1]])],
  [new Map([["a", 1]]), new Map([["a", 2]])],
  [new Set([1]), new Set([2])],
  [/a/g, /a/i],
  [new Error("x"), new Error("y")],
  [{ a: undefined }, { b: undefined }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [new WithEquals(1, 2), new WithEquals(2, 2)],
];
for (const [i, [a, b]] of different.entries()) check(`different ${i}`, [p.isEqual(a, b), p.isEqual(b, a)], [false, false]);
let deep = [];
let twin = [];
for (let i = 0; i < 200000; i++) {
  deep = [deep];
  twin = [twin];
}
check("deep", p.isEqual(deep, twin), true);

// Numbers

check("divideInt", [p.divideInt(7, 2), p.divideInt(-7, 2), p.divideInt(1, 0)], [3, -3, 0]);
check("remainderInt", [p.remainderInt(7, 2), p.remainderInt(-7, 2), p.remainderInt(1, 0)], [1, -1, 0]);
check("divideFloat", [p.divideFloat(1, 4), p.divideFloat(1, 0), p.divideFloat(1, -0)], [0.25, 0, 0]);

// Failures

const failure = p.makeError("panic", "src/a.gleam", "a", 3, "main", "oh", { value: 1 });
check("makeError", failure instanceof Error, true);
check("makeError fields", ["message", "gleam_error", "file", "module", "line", "function", "fn", "value"].map((key) => failure[key]), ["oh", "panic", "src/a.gleam", "a", 3, "main", "main", 1]);

console.log(failures === 0 ? "all passed" : `${failures} failed`);
