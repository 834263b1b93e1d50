// The run-time prelude: the values that compiled code is made of, and the operations that
// JavaScript lacks. Hand-written modules may import everything that is exported here.

// Some exports have the names of globals (`Error`), hence `globalThis` throughout.

/** What every variant of a custom type extends. */
export class CustomType {
  /** A copy in which some fields have other values. */
  withFields(fields) {
    const values = globalThis.Object.keys(this).map((key) =>
      key in fields ? fields[key] : this[key],
    );
    return new this.constructor(...values);
  }
}

// Lists

/** A linked list: `Empty`, or `NonEmpty` with a `head` and a `tail`. */
export class List {
  static fromArray(array, tail) {
    return toList(array, tail);
  }

  [globalThis.Symbol.iterator]() {
    return new ListIterator(this);
  }

  toArray() {
    const array = [];
    for (let list = this; list instanceof NonEmpty; list = list.tail) {
      array.push(list.head);
    }
    return array;
  }

  /** Whether there are at least `desired` elements; looks no further than that. */
  atLeastLength(desired) {
    let list = this;
    for (let left = desired; left > 0; left--) {
      if (!(list instanceof NonEmpty)) return false;
      list = list.tail;
    }
    return true;
  }

  /** Whether there are exactly `desired` elements. */
  hasLength(desired) {
    let list = this;
    for (let left = desired; left > 0; left--) {
      if (!(list instanceof NonEmpty)) return false;
      list = list.tail;
    }
    return desired >= 0 && !(list instanceof NonEmpty);
  }

  countLength() {
    let length = 0;
    for (let list = this; list instanceof NonEmpty; list = list.tail) length++;
    return length;
  }
}

class ListIterator {
  #list;

  constructor(list) {
    this.#list = list;
  }

  next() {
    const list = this.#list;
    if (!(list instanceof NonEmpty)) return { value: undefined, done: true };
    this.#list = list.tail;
    return { value: list.head, done: false };
  }

  [globalThis.Symbol.iterator]() {
    return this;
  }
}

export class Empty extends List {}

export class NonEmpty extends List {
  constructor(head, tail) {
    super();
    this.head = head;
    this.tail = tail;
  }
}

export const List$Empty$const = /* @__PURE__ */ new Empty();
export const List$Empty = () => List$Empty$const;
export const List$isEmpty = (value) => value instanceof Empty;
export const List$NonEmpty = (head, tail) => new NonEmpty(head, tail);
export const List$isNonEmpty = (value) => value instanceof NonEmpty;
export const List$NonEmpty$first = (list) => list.head;
export const List$NonEmpty$rest = (list) => list.tail;

export function prepend(head, tail) {
  return new NonEmpty(head, tail);
}

/** The elements of `array` as a list, before those of `tail`. */
export function toList(array, tail) {
  let list = tail ?? List$Empty$const;
  for (let i = array.length - 1; i >= 0; i--) {
    list = new NonEmpty(array[i], list);
  }
  return list;
}

// Results
//
// Engines take several times as long to make room for numbered properties one by one as to make an
// object that has them.

export class Result extends CustomType {
  static isResult(value) {
    return value instanceof Result;
  }
}

export class Ok extends Result {
  constructor(value) {
    return { __proto__: new.target.prototype, 0: value };
  }

  isOk() {
    return true;
  }
}

export class Error extends Result {
  constructor(detail) {
    return { __proto__: new.target.prototype, 0: detail };
  }

  isOk() {
    return false;
  }
}

export const Result$Ok = (value) => new Ok(value);
export const Result$isOk = (value) => value instanceof Ok;
export const Result$Ok$0 = (result) => result[0];
export const Result$Error = (detail) => new Error(detail);
export const Result$isError = (value) => value instanceof Error;
export const Result$Error$0 = (result) => result[0];

// Bit arrays

/**
 * `bitSize` bits of a buffer, the most significant bit of a byte first. The first `bitOffset` bits
 * of the buffer do not belong to the value, and neither does what follows it in the last byte.
 */
export class BitArray {
  constructor(buffer, bitSize, bitOffset) {
    if (!(buffer instanceof globalThis.Uint8Array)) {
      throw new globalThis.TypeError("A BitArray needs a Uint8Array");
    }
    const offset = bitOffset ?? 0;
    const size = bitSize ?? globalThis.Math.max(0, buffer.length * 8 - offset);
    if (size < 0) {
      throw new globalThis.RangeError(`A BitArray cannot have ${size} bits`);
    }
    if (offset < 0 || offset > 7) {
      throw new globalThis.RangeError(`A BitArray cannot begin at bit ${offset} of a byte`);
    }
    const bytes = bytesFor(offset + size);
    if (buffer.length < bytes) {
      throw new globalThis.RangeError(`A BitArray of ${size} bits needs more bytes`);
    }
    this.bitSize = size;
    this.byteSize = bytesFor(size);
    this.bitOffset = offset;
    this.rawBuffer = buffer.length === bytes ? buffer : buffer.subarray(0, bytes);
  }

  /**
   * The byte that begins at bit `8 * index`. Where the value ends within it, the bits after the
   * end are what the buffer has there: hand-written modules cut them off, or look at them to see
   * whether the buffer serves as it is.
   */
  byteAt(index) {
    if (index < 0 || index >= this.byteSize) return undefined;
    const first = this.rawBuffer[index];
    if (this.bitOffset === 0) return first;
    const second = this.rawBuffer[index + 1] ?? 0;
    return ((first << this.bitOffset) | (second >> (8 - this.bitOffset))) & 0xff;
  }

  equals(other) {
    if (this.bitSize !== other.bitSize) return false;
    // What precedes the value in the first byte would be in the way.
    const whole = this.bitOffset + other.bitOffset === 0 ? globalThis.Math.floor(this.bitSize / 8) : 0;
    for (let i = 0; i < whole; i++) {
      if (this.rawBuffer[i] !== other.rawBuffer[i]) return false;
    }
    for (let i = whole; i < this.byteSize; i++) {
      if (filledByte(this, i) !== filledByte(other, i)) return false;
    }
    return true;
  }

  /** @deprecated Use `BitArray$BitArray$data`, or `byteAt` where bits may not fill bytes. */
  get buffer() {
    mustBeWhole(this.bitOffset + (this.bitSize % 8), "buffer");
    return this.rawBuffer;
  }

  /** @deprecated Use `byteSize` or `bitSize`. */
  get length() {
    mustBeWhole(this.bitOffset + (this.bitSize % 8), "length");
    return this.rawBuffer.length;
  }
}

export const BitArray$BitArray = (buffer, bitSize, bitOffset) =>
  new BitArray(buffer, bitSize, bitOffset);
export const BitArray$isBitArray = (value) => value instanceof BitArray;

/** The bytes, which throws where they are not whole ones: a copy where they begin inside of others. */
export function BitArray$BitArray$data(bits) {
  mustBeWhole(bits.bitSize % 8, "data");
  const { buffer, byteOffset, byteLength } =
    bits.bitOffset === 0
      ? bits.rawBuffer
      : globalThis.Uint8Array.from({ length: bits.byteSize }, (_, index) => bits.byteAt(index));
  return new globalThis.DataView(buffer, byteOffset, byteLength);
}

/** Throws if `left` bits are left over where there should be bytes. */
function mustBeWhole(left, what) {
  if (left !== 0) {
    throw new globalThis.Error(`A BitArray that is not made of whole bytes has no ${what}`);
  }
}

/** The byte that begins at bit `8 * index`, filled up with zeros at the end of the value. */
function filledByte(bits, index) {
  const left = bits.bitSize - index * 8;
  const byte = bits.byteAt(index);
  return left < 8 ? byte & (0xff << (8 - left)) & 0xff : byte;
}

function bytesFor(bits) {
  return globalThis.Math.ceil(bits / 8);
}

/** The bits from `start` up to `end` or the last; the buffer is shared. */
export function bitArraySlice(bits, start, end) {
  const stop = end ?? bits.bitSize;
  checkRange(bits, start, stop);
  if (start === 0 && stop === bits.bitSize) return bits;
  const first = bits.bitOffset + start;
  const byte = globalThis.Math.floor(first / 8);
  const last = bytesFor(bits.bitOffset + stop);
  const buffer = bits.rawBuffer.subarray(byte, globalThis.Math.max(byte, last));
  return new BitArray(buffer, stop - start, stop === start ? 0 : first % 8);
}

function checkRange(bits, start, end) {
  if (start < 0 || end < start || end > bits.bitSize) {
    throw new globalThis.RangeError(
      `A BitArray of ${bits.bitSize} bits has no bits from ${start} to ${end}`,
    );
  }
}

/** At most eight bits from `position` on, as a number. */
function readBits(bits, position, count) {
  const first = bits.bitOffset + position;
  const byte = globalThis.Math.floor(first / 8);
  const pair = (bits.rawBuffer[byte] << 8) | (bits.rawBuffer[byte + 1] ?? 0);
  return (pair >> (16 - (first % 8) - count)) & ((1 << count) - 1);
}

/** The integer in the bits from `start` up to `end`. */
export function bitArraySliceToInt(bits, start, end, isBigEndian, isSigned) {
  checkRange(bits, start, end);
  const size = end - start;
  if (size === 0) return 0;
  return size <= 53
    ? sliceToNumber(bits, start, size, isBigEndian, isSigned)
    : sliceToBigInt(bits, start, size, isBigEndian, isSigned);
}

function sliceToNumber(bits, start, size, isBigEndian, isSigned) {
  let value = 0;
  let weight = 1;
  for (let done = 0; done < size; done += 8) {
    const count = globalThis.Math.min(8, size - done);
    const part = readBits(bits, start + done, count);
    if (isBigEndian) {
      value = value * 2 ** count + part;
    } else {
      value += part * weight;
      weight *= 256;
    }
  }
  return isSigned && value >= 2 ** (size - 1) ? value - 2 ** size : value;
}

// Every step is exact, and the result is rounded once.
function sliceToBigInt(bits, start, size, isBigEndian, isSigned) {
  const digits = [];
  let rest = 0;
  for (let done = 0; done < size; done += 8) {
    rest = globalThis.Math.min(8, size - done);
    digits.push(readBits(bits, start + done, rest));
  }
  const hex = (byte) => byte.toString(16).padStart(2, "0");
  let value;
  if (isBigEndian) {
    const last = digits.pop();
    const whole = globalThis.BigInt(`0x${digits.map(hex).join("")}`);
    value = (whole << globalThis.BigInt(rest)) | globalThis.BigInt(last);
  } else {
    value = globalThis.BigInt(`0x${digits.reverse().map(hex).join("")}`);
  }
  return globalThis.Number(isSigned ? globalThis.BigInt.asIntN(size, value) : value);
}

/** The float in the 16, 32 or 64 bits from `start` up to `end`. */
export function bitArraySliceToFloat(bits, start, end, isBigEndian) {
  checkRange(bits, start, end);
  const size = end - start;
  checkFloatSize(size);
  const view = new globalThis.DataView(new globalThis.ArrayBuffer(8));
  for (let i = 0; i < size / 8; i++) {
    view.setUint8(i, readBits(bits, start + i * 8, 8));
  }
  if (size === 16) return halfToNumber(view.getUint16(0, !isBigEndian));
  return size === 32 ? view.getFloat32(0, !isBigEndian) : view.getFloat64(0, !isBigEndian);
}

function checkFloatSize(size) {
  if (size !== 16 && size !== 32 && size !== 64) {
    throw new globalThis.RangeError(`A float has 16, 32 or 64 bits, not ${size}`);
  }
}

// IEEE 754 binary16: a sign, five bits of exponent, ten of the fraction.
function halfToNumber(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction ? globalThis.NaN : sign * globalThis.Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function numberToHalf(value) {
  const sign = value < 0 || globalThis.Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = globalThis.Math.abs(value);
  if (globalThis.Number.isNaN(value)) return 0x7e00;
  // Halfway between the greatest half and what would be the next one.
  if (magnitude >= 65520) return sign | 0x7c00;
  // The exponent of the last place: that of the smallest halves, or of ten bits below the first.
  let exponent = -24;
  while (magnitude >= 2 ** (exponent + 11)) exponent++;
  const scaled = roundHalfToEven(magnitude * 2 ** -exponent);
  // A fraction that is rounded up to the next power of two carries into the exponent.
  return sign | (scaled + (exponent + 24) * 1024);
}

function roundHalfToEven(value) {
  const floor = globalThis.Math.floor(value);
  const rest = value - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 === 1);
  return up ? floor + 1 : floor;
}

/** The bits of `segments`: bytes, `Uint8Array`s and `BitArray`s. */
export function toBitArray(segments) {
  if (segments.length === 0) return new BitArray(new globalThis.Uint8Array());
  if (segments.length === 1) {
    const [only] = segments;
    if (only instanceof BitArray) return only;
    if (only instanceof globalThis.Uint8Array) return new BitArray(only);
  }
  let size = 0;
  for (const segment of segments) size += segmentSize(segment);
  const buffer = new globalThis.Uint8Array(bytesFor(size));
  let position = 0;
  for (const segment of segments) {
    writeSegment(buffer, position, segment);
    position += segmentSize(segment);
  }
  return new BitArray(buffer, size);
}

function segmentSize(segment) {
  if (typeof segment === "number") return 8;
  return segment instanceof BitArray ? segment.bitSize : segment.length * 8;
}

function writeSegment(buffer, position, segment) {
  if (typeof segment === "number") {
    writeByte(buffer, position, wrap(segment, 256));
  } else if (segment instanceof BitArray) {
    if (segment.bitOffset === 0 && position % 8 === 0 && segment.bitSize % 8 === 0) {
      buffer.set(segment.rawBuffer, position / 8);
      return;
    }
    for (let i = 0; i < segment.byteSize; i++) {
      writeByte(buffer, position + i * 8, filledByte(segment, i));
    }
  } else if (position % 8 === 0) {
    buffer.set(segment, position / 8);
  } else {
    segment.forEach((byte, i) => writeByte(buffer, position + i * 8, byte));
  }
}

// Writes over zeros. What does not fit behind the last byte is zero itself.
function writeByte(buffer, position, byte) {
  const index = globalThis.Math.floor(position / 8);
  const shift = position % 8;
  buffer[index] |= byte >> shift;
  if (shift > 0 && index + 1 < buffer.length) {
    buffer[index + 1] |= (byte << (8 - shift)) & 0xff;
  }
}

/** `value` modulo a power of two; exact for every number. */
function wrap(value, modulus) {
  const rest = value % modulus;
  return rest < 0 ? rest + modulus : rest;
}

/** An integer in two's complement, cut to `size` bits. */
export function sizedInt(value, size, isBigEndian) {
  if (size <= 0) return new globalThis.Uint8Array();
  const bytes = new globalThis.Uint8Array(bytesFor(size));
  const extra = size % 8;
  // Powers of two and their quotients are exact, however large the number is.
  let rest = value;
  if (isBigEndian) {
    let i = bytes.length - 1;
    if (extra > 0) {
      bytes[i--] = wrap(rest, 2 ** extra) << (8 - extra);
      rest = globalThis.Math.floor(rest / 2 ** extra);
    }
    for (; i >= 0; i--) {
      bytes[i] = wrap(rest, 256);
      rest = globalThis.Math.floor(rest / 256);
    }
  } else {
    for (let i = 0; i < bytes.length; i++) {
      const isPartial = extra > 0 && i === bytes.length - 1;
      bytes[i] = isPartial ? wrap(rest, 2 ** extra) << (8 - extra) : wrap(rest, 256);
      rest = globalThis.Math.floor(rest / 256);
    }
  }
  return extra === 0 ? bytes : new BitArray(bytes, size);
}

/** A float of 16, 32 or 64 bits. */
export function sizedFloat(value, size, isBigEndian) {
  checkFloatSize(size);
  const bytes = new globalThis.Uint8Array(size / 8);
  const view = new globalThis.DataView(bytes.buffer);
  if (size === 16) {
    view.setUint16(0, numberToHalf(value), !isBigEndian);
  } else if (size === 32) {
    view.setFloat32(0, value, !isBigEndian);
  } else {
    view.setFloat64(0, value, !isBigEndian);
  }
  return bytes;
}

/** A string in UTF-8. */
export function stringBits(string) {
  return (string.length < 64 && shortAscii(string)) || encodeUtf8(string);
}

/** The bytes of a text that has only ASCII. Calling the host takes longer than a few of them. */
function shortAscii(string) {
  const bytes = new globalThis.Uint8Array(string.length);
  for (let i = 0; i < bytes.length; i++) {
    const unit = string.charCodeAt(i);
    if (unit > 0x7f) return undefined;
    bytes[i] = unit;
  }
  return bytes;
}

let encoder;

function encodeUtf8(string) {
  encoder ??= new globalThis.TextEncoder();
  return encoder.encode(string);
}

/** A string in UTF-16. */
export function stringToUtf16(string, isBigEndian) {
  const bytes = new globalThis.Uint8Array(string.length * 2);
  const view = new globalThis.DataView(bytes.buffer);
  for (let i = 0; i < string.length; i++) {
    view.setUint16(i * 2, string.charCodeAt(i), !isBigEndian);
  }
  return bytes;
}

/** A string in UTF-32. */
export function stringToUtf32(string, isBigEndian) {
  const chars = globalThis.Array.from(string);
  const bytes = new globalThis.Uint8Array(chars.length * 4);
  const view = new globalThis.DataView(bytes.buffer);
  chars.forEach((char, i) => view.setUint32(i * 4, char.codePointAt(0), !isBigEndian));
  return bytes;
}

export class UtfCodepoint {
  constructor(value) {
    this.value = value;
  }
}

/** A code point in UTF-8. */
export function codepointBits(codepoint) {
  return stringBits(globalThis.String.fromCodePoint(codepoint.value));
}

/** A code point in UTF-16. */
export function codepointToUtf16(codepoint, isBigEndian) {
  return stringToUtf16(globalThis.String.fromCodePoint(codepoint.value), isBigEndian);
}

/** A code point in UTF-32. */
export function codepointToUtf32(codepoint, isBigEndian) {
  return stringToUtf32(globalThis.String.fromCodePoint(codepoint.value), isBigEndian);
}

// Equality

/** Whether two values are equal by structure. Works off a list, so depth does not matter. */
export function isEqual(x, y) {
  // Most comparisons end here, without a list of what is left to compare.
  if (x === y) return true;
  if (!isObject(x) || !isObject(y)) return false;
  const pending = [];
  if (!compareObjects(x, y, pending)) return false;
  while (pending.length > 0) {
    const b = pending.pop();
    const a = pending.pop();
    if (!compareObjects(a, b, pending)) return false;
  }
  return true;
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}

/**
 * Whether two objects are equal as far as they can be compared at once. What is left to compare
 * of them has been added to `pending` then.
 */
function compareObjects(a, b, pending) {
  if (a.constructor !== b.constructor) return false;
  if (a instanceof NonEmpty) return compareLists(a, b, pending);
  if (globalThis.Array.isArray(a)) return compareArrays(a, b, pending);
  return compareByClass(a, b, pending) ?? compareByKeys(a, b, pending);
}

/** Whether two parts are equal or, if they are objects, may be; then they are pending. */
function compareParts(a, b, pending) {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  pending.push(a, b);
  return true;
}

/** Goes along two lists up to the first elements that are pending, which come before the rest. */
function compareLists(a, b, pending) {
  let left = a;
  let right = b;
  while (left instanceof NonEmpty && right instanceof NonEmpty) {
    if (left === right) return true;
    const x = left.head;
    const y = right.head;
    left = left.tail;
    right = right.tail;
    if (x === y) continue;
    return compareParts(left, right, pending) && compareParts(x, y, pending);
  }
  return compareParts(left, right, pending);
}

/**
 * Compares objects whose contents are not properties: true or false, or nothing for all others.
 * True may depend on what has been added to `pending`.
 */
function compareByClass(a, b, pending) {
  if (typeof globalThis.Object.getPrototypeOf(a)?.equals === "function") {
    try {
      return globalThis.Boolean(a.equals(b));
    } catch {
      // A method of that name need not be made for two arguments of any kind.
    }
  }
  if (a instanceof CustomType || a instanceof List) return undefined;
  if (a instanceof globalThis.Map) return compareMaps(a, b, pending);
  if (a instanceof globalThis.Set) return compareSets(a, b);
  if (a instanceof globalThis.Date) return !(a > b || a < b);
  if (a instanceof globalThis.RegExp) return a.source === b.source && a.flags === b.flags;
  if (hasBytes(a)) return sameBytes(a, b);
  if (isIdentity(a)) return false;
  if (a instanceof globalThis.Error && a.message !== b.message) return false;
  return undefined;
}

function compareArrays(a, b, pending) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (!compareParts(a[i], b[i], pending)) return false;
  }
  return true;
}

function compareMaps(a, b, pending) {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    if (!b.has(key) || !compareParts(value, b.get(key), pending)) return false;
  }
  return true;
}

function compareSets(a, b) {
  return a.size === b.size && globalThis.Array.from(a).every((item) => b.has(item));
}

/** Whether nothing but the object itself is equal to it. */
function isIdentity(value) {
  return (
    value instanceof globalThis.Promise ||
    value instanceof globalThis.WeakMap ||
    value instanceof globalThis.WeakSet
  );
}

function hasBytes(value) {
  return value instanceof globalThis.ArrayBuffer || globalThis.ArrayBuffer.isView(value);
}

function sameBytes(a, b) {
  const left = bytesOf(a);
  const right = bytesOf(b);
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) {
    if (left[i] !== right[i]) return false;
  }
  return true;
}

function bytesOf(value) {
  if (value instanceof globalThis.ArrayBuffer) return new globalThis.Uint8Array(value);
  return new globalThis.Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

function compareByKeys(a, b, pending) {
  const keys = globalThis.Object.keys(a);
  if (keys.length !== globalThis.Object.keys(b).length) return false;
  for (const key of keys) {
    if (!globalThis.Object.hasOwn(b, key) || !compareParts(a[key], b[key], pending)) return false;
  }
  return true;
}

// Numbers

export function remainderInt(a, b) {
  return b === 0 ? 0 : a % b;
}

export function divideInt(a, b) {
  return b === 0 ? 0 : globalThis.Math.trunc(a / b);
}

export function divideFloat(a, b) {
  return b === 0 ? 0 : a / b;
}

// Failures

/** The error that a failure of compiled code throws; `extra` holds further properties. */
export function makeError(variant, file, module, line, fn, message, extra) {
  const error = new globalThis.Error(message);
  error.gleam_error = variant;
  error.file = file;
  error.module = module;
  error.line = line;
  error.function = fn;
  // The older name of the same.
  error.fn = fn;
  return globalThis.Object.assign(error, extra);
}
