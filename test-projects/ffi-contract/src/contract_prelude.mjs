import * as prelude from "./gleam.mjs";
import * as root from "../prelude.mjs";

const { BitArray, List, Ok, Error, toList } = prelude;

function throws(f) {
  try {
    f();
    return false;
  } catch (error) {
    return error instanceof globalThis.Error;
  }
}

export function lists() {
  const list = toList([1, 2, 3]);
  const longer = toList([0], list);
  return {
    "one prelude": root.Ok === prelude.Ok && root.List === prelude.List,
    prepend: prelude.prepend(0, list).tail === list,
    toList: longer instanceof prelude.NonEmpty && longer.tail === list,
    fromArray: List.fromArray([1, 2]).toArray().length === 2,
    Empty: new prelude.Empty() instanceof List && prelude.List$isEmpty(new prelude.Empty()),
    "List$Empty": prelude.List$Empty() instanceof prelude.Empty &&
      prelude.List$Empty$const instanceof prelude.Empty && toList([]) instanceof prelude.Empty,
    NonEmpty: new prelude.NonEmpty(1, list).head === 1,
    "List$NonEmpty": prelude.List$NonEmpty(7, list).tail === list &&
      prelude.List$isNonEmpty(list) && !prelude.List$isNonEmpty(toList([])),
    "List$isEmpty": !prelude.List$isEmpty(list) && !prelude.List$isEmpty([]),
    first: prelude.List$NonEmpty$first(list) === 1,
    rest: prelude.List$NonEmpty$rest(list).head === 2,
    iteration: [...list].join() === "1,2,3" && Math.max(...list) === 3,
    toArray: Array.isArray(list.toArray()) && list.toArray().join() === "1,2,3",
    atLeastLength: list.atLeastLength(3) && list.atLeastLength(0) && !list.atLeastLength(4),
    hasLength: list.hasLength(3) && !list.hasLength(2) && !list.hasLength(4),
    countLength: list.countLength() === 3 && toList([]).countLength() === 0,
  };
}

export function results() {
  const copy = new Ok(1).withFields({ 0: 2 });
  return {
    isResult: prelude.Result.isResult(new Ok(1)) && !prelude.Result.isResult(1),
    subclasses: new Ok(1) instanceof prelude.Result && new Error(1) instanceof prelude.Result &&
      new Ok(1) instanceof prelude.CustomType,
    isOk: new Ok(1).isOk() && !new Error(1).isOk(),
    "Result$": prelude.Result$Ok$0(prelude.Result$Ok(1)) === 1 &&
      prelude.Result$isOk(prelude.Result$Ok(1)) && !prelude.Result$isOk(new Error(1)) &&
      prelude.Result$isError(new Error(1)) && !prelude.Result$isError(undefined),
    withFields: copy[0] === 2 && copy instanceof Ok,
  };
}

export function bits() {
  const whole = new BitArray(Uint8Array.of(1, 2, 3));
  const part = prelude.bitArraySlice(whole, 4, 20);
  const twelve = prelude.bitArraySlice(whole, 0, 12);
  const numbers = new BitArray(Uint8Array.of(0xff, 0xfe, 0x3f, 0x80, 0, 0));
  const data = prelude.BitArray$BitArray$data(whole);
  const bytes = (value) =>
    Array.from({ length: value.byteSize }, (_, i) => value.byteAt(i)).join();
  return {
    sizes: whole.bitSize === 24 && whole.byteSize === 3 && whole.bitOffset === 0,
    "default size": new BitArray(Uint8Array.of(1, 2)).bitSize === 16,
    rawBuffer: whole.rawBuffer instanceof Uint8Array && whole.rawBuffer[2] === 3,
    byteAt: whole.byteAt(1) === 2 && whole.byteAt(3) === undefined &&
      whole.byteAt(-1) === undefined,
    buffer: whole.buffer[0] === 1 && whole.length === 3,
    "buffer of unaligned": throws(() => part.buffer) && throws(() => part.length),
    data: data instanceof DataView && data.byteLength === 3 && data.getUint8(2) === 3,
    "data of unaligned": throws(() => prelude.BitArray$BitArray$data(twelve)),
    isBitArray: prelude.BitArray$isBitArray(part) && !prelude.BitArray$isBitArray([]),
    "BitArray$": prelude.BitArray$BitArray(Uint8Array.of(8), 4).bitSize === 4,
    "needs bytes": throws(() => new BitArray([1])) && throws(() => new BitArray("a")),
    "size in range": throws(() => new BitArray(Uint8Array.of(1), 9)) &&
      throws(() => new BitArray(Uint8Array.of(1), -1)),
    slices: part.bitSize === 16 && part.byteAt(0) === 0x10 && part.byteAt(1) === 0x20,
    "slice to the end": prelude.bitArraySlice(whole, 8).byteSize === 2,
    "slice out of range": throws(() => prelude.bitArraySlice(whole, 8, 25)),
    equals: part.equals(new BitArray(Uint8Array.of(0x10, 0x20))) && !part.equals(whole),
    "slice to int": prelude.bitArraySliceToInt(numbers, 0, 16, true, true) === -2 &&
      prelude.bitArraySliceToInt(numbers, 0, 16, true, false) === 65534 &&
      prelude.bitArraySliceToInt(numbers, 0, 16, false, false) === 65279,
    "slice to float": prelude.bitArraySliceToFloat(numbers, 16, 48, true) === 1,
    toBitArray: bytes(prelude.toBitArray([1, Uint8Array.of(2), whole])) === "1,2,1,2,3",
    sizedInt: bytes(prelude.toBitArray([prelude.sizedInt(258, 16, true)])) === "1,2" &&
      bytes(prelude.toBitArray([prelude.sizedInt(-1, 16, false)])) === "255,255" &&
      prelude.toBitArray([prelude.sizedInt(5, 3, true)]).bitSize === 3,
    sizedFloat: bytes(prelude.toBitArray([prelude.sizedFloat(1, 32, true)])) === "63,128,0,0",
    stringBits: prelude.stringBits("é").join() === "195,169",
    codepointBits: prelude.codepointBits(new prelude.UtfCodepoint(0xe9)).join() === "195,169",
    utf16: prelude.stringToUtf16("aé", true).join() === "0,97,0,233" &&
      prelude.codepointToUtf16(new prelude.UtfCodepoint(97), false).join() === "97,0",
    utf32: prelude.stringToUtf32("a", true).join() === "0,0,0,97" &&
      prelude.codepointToUtf32(new prelude.UtfCodepoint(97), false).join() === "97,0,0,0",
  };
}

export function operations() {
  const error = prelude.makeError("panic", "src/a.gleam", "a", 1, "f", "words", { start: 2 });
  return {
    divideInt: prelude.divideInt(7, 2) === 3 && prelude.divideInt(-7, 2) === -3 &&
      prelude.divideInt(1, 0) === 0,
    remainderInt: prelude.remainderInt(-7, 2) === -1 && prelude.remainderInt(1, 0) === 0,
    divideFloat: prelude.divideFloat(1, 2) === 0.5 && prelude.divideFloat(1, 0) === 0,
    makeError: error instanceof globalThis.Error && error.message === "words" &&
      error.gleam_error === "panic" && error.file === "src/a.gleam" && error.module === "a" &&
      error.line === 1 && error.function === "f" && error.fn === "f" && error.start === 2,
  };
}
