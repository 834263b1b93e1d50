// What hand-written TypeScript may know about the run-time prelude. The functions with `$` in their
// names are for everybody; classes and the rest are marked, since compiled code alone needs them.
//
// A private member in each class keeps TypeScript from taking one for another.

/** @deprecated What all variants of custom types extend. */
export class CustomType {
  /** @deprecated A copy in which some fields have other values. */
  withFields(fields: Partial<this>): this;
}

// Lists

/** A linked list. */
export abstract class List<T> {
  private readonly __gleam: T;
  /** @deprecated Use `List$NonEmpty$first`. */
  head?: T;
  /** @deprecated Use `List$NonEmpty$rest`. */
  tail?: List<T>;
  /** @deprecated Use `toList`. */
  static fromArray<T>(array: ArrayLike<T>, tail?: List<T>): List<T>;
  [Symbol.iterator](): IterableIterator<T>;
  toArray(): Array<T>;
  /** @deprecated Whether there are at least so many elements. */
  atLeastLength(desired: number): boolean;
  /** @deprecated Whether there are exactly so many elements. */
  hasLength(desired: number): boolean;
  /** @deprecated How many elements there are. */
  countLength(): number;
}

/** @deprecated Use `List$Empty` and `List$isEmpty`. */
export class Empty<T = never> extends List<T> {}

/** @deprecated Use `List$NonEmpty` and `List$isNonEmpty`. */
export class NonEmpty<T> extends List<T> {
  constructor(head: T, tail: List<T>);
  head: T;
  tail: List<T>;
}

export const List$Empty$const: Empty;
export function List$Empty<T>(): List<T>;
export function List$isEmpty<T>(value: List<T>): value is Empty<T>;
export function List$isEmpty(value: any): value is Empty<unknown>;
export function List$NonEmpty<T>(head: T, tail: List<T>): List<T>;
export function List$isNonEmpty<T>(value: List<T>): value is NonEmpty<T>;
export function List$isNonEmpty(value: any): value is NonEmpty<unknown>;
export function List$NonEmpty$first<T>(list: NonEmpty<T>): T;
export function List$NonEmpty$first<T>(list: List<T>): T | undefined;
export function List$NonEmpty$rest<T>(list: NonEmpty<T>): List<T>;
export function List$NonEmpty$rest<T>(list: List<T>): List<T> | undefined;

/** @deprecated Use `List$NonEmpty`. */
export function prepend<T>(head: T, tail: List<T>): List<T>;
/** The elements of an array as a list, before those of another. */
export function toList<T>(array: ArrayLike<T>, tail?: List<T>): List<T>;

// Results

/** Success or failure. */
export type Result<T, E> = Ok<T, E> | Error<T, E>;

/** @deprecated Use `Result$isOk` and `Result$isError`. */
export const Result: {
  prototype: CustomType;
  isResult(value: unknown): value is Result<unknown, unknown>;
  new (): CustomType;
};

/** @deprecated Use `Result$Ok` and `Result$isOk`. */
export class Ok<T, E = any> extends CustomType {
  private readonly __gleam: [T, E];
  constructor(value: T);
  static isResult(value: unknown): value is Result<unknown, unknown>;
  /** @deprecated Use `Result$Ok$0`. */
  0: T;
  /** @deprecated Use `Result$isOk`. */
  isOk(): boolean;
}

/** @deprecated Use `Result$Error` and `Result$isError`. */
export class Error<T, E = any> extends CustomType {
  private readonly __gleam: [T, E];
  constructor(detail: E);
  static isResult(value: unknown): value is Result<unknown, unknown>;
  /** @deprecated Use `Result$Error$0`. */
  0: E;
  /** @deprecated Use `Result$isOk`. */
  isOk(): boolean;
}

export function Result$Ok<T, E>(value: T): Result<T, E>;
export function Result$isOk<T, E>(value: Result<T, E>): value is Ok<T, E>;
export function Result$isOk(value: any): value is Ok<unknown, unknown>;
export function Result$Ok$0<T, E>(result: Ok<T, E>): T;
export function Result$Ok$0<T, E>(result: Result<T, E>): T | undefined;
export function Result$Error<T, E>(detail: E): Result<T, E>;
export function Result$isError<T, E>(value: Result<T, E>): value is Error<T, E>;
export function Result$isError(value: any): value is Error<unknown, unknown>;
export function Result$Error$0<T, E>(result: Error<T, E>): E;
export function Result$Error$0<T, E>(result: Result<T, E>): E | undefined;

// Bit arrays

/** Some bits of a buffer, the most significant bit of a byte first. */
export class BitArray {
  private readonly __gleam;
  /** @deprecated Use `BitArray$BitArray`. */
  constructor(buffer: Uint8Array, bitSize?: number, bitOffset?: number);
  readonly bitSize: number;
  readonly byteSize: number;
  /** How many bits of the buffer do not belong to the value, from its first on. */
  readonly bitOffset: number;
  readonly rawBuffer: Uint8Array;
  /** The byte that begins at bit `8 * index`, for indices below `byteSize`. */
  byteAt(index: number): number;
  equals(other: BitArray): boolean;
  /** @deprecated Use `BitArray$BitArray$data`, or `byteAt` where bits may not fill bytes. */
  get buffer(): Uint8Array;
  /** @deprecated Use `byteSize` or `bitSize`. */
  get length(): number;
}

export function BitArray$BitArray(
  buffer: Uint8Array,
  bitSize?: number,
  bitOffset?: number,
): BitArray;
export function BitArray$isBitArray(value: any): value is BitArray;
/** The bytes, which throws where they are not whole ones. */
export function BitArray$BitArray$data(bits: BitArray): DataView;

/** A code point of Unicode. */
export class UtfCodepoint {
  private readonly __gleam;
  constructor(value: number);
  value: number;
}

/** @deprecated The bits from `start` up to `end` or the last. */
export function bitArraySlice(bits: BitArray, start: number, end?: number): BitArray;
/** @deprecated The float in the 16, 32 or 64 bits from `start` up to `end`. */
export function bitArraySliceToFloat(
  bits: BitArray,
  start: number,
  end: number,
  isBigEndian: boolean,
): number;
/** @deprecated The integer in the bits from `start` up to `end`. */
export function bitArraySliceToInt(
  bits: BitArray,
  start: number,
  end: number,
  isBigEndian: boolean,
  isSigned: boolean,
): number;
/** @deprecated The bits of bytes, byte arrays and bit arrays. */
export function toBitArray(segments: ArrayLike<number | Uint8Array | BitArray>): BitArray;
/** @deprecated A float of 16, 32 or 64 bits. */
export function sizedFloat(value: number, size: number, isBigEndian: boolean): Uint8Array;
/** @deprecated An integer in two's complement. */
export function sizedInt(
  value: number,
  size: number,
  isBigEndian: boolean,
): Uint8Array | BitArray;
/** @deprecated UTF-8 */
export function stringBits(text: string): Uint8Array;
/** @deprecated UTF-8 */
export function codepointBits(codepoint: UtfCodepoint): Uint8Array;
/** @deprecated UTF-16 */
export function stringToUtf16(text: string, isBigEndian: boolean): Uint8Array;
/** @deprecated UTF-16 */
export function codepointToUtf16(codepoint: UtfCodepoint, isBigEndian: boolean): Uint8Array;
/** @deprecated UTF-32 */
export function stringToUtf32(text: string, isBigEndian: boolean): Uint8Array;
/** @deprecated UTF-32 */
export function codepointToUtf32(codepoint: UtfCodepoint, isBigEndian: boolean): Uint8Array;

// Operations

/** Whether Gleam's `==` holds. */
export function isEqual(left: any, right: any): boolean;
/** @deprecated Gleam's `%` */
export function remainderInt(left: number, right: number): number;
/** @deprecated Gleam's `/` */
export function divideInt(left: number, right: number): number;
/** @deprecated Gleam's `/.` */
export function divideFloat(left: number, right: number): number;
/** @deprecated The error that failing code throws. */
export function makeError(
  variant: string,
  file: string,
  module: string,
  line: number,
  fn: string,
  message: string,
  extra: object,
): globalThis.Error;
