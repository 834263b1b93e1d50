import * as prelude from "./gleam.mjs";
import * as contract from "./contract.mjs";
import * as er from "./contract/deep/er.mjs";
import * as shapes from "./contract/shapes.mjs";
import * as words from "./contract/words.mjs";
import { reverse } from "./contract/deep/contract_sibling.mjs";
import { equality } from "./contract_equality.mjs";
import { bits, lists, operations, results } from "./contract_prelude.mjs";

const { Ok, Error, toList, BitArray, UtfCodepoint } = prelude;

export function say(text) {
  console.log(text);
}

export const codepoint = (number) => new UtfCodepoint(number);

export const addTen = (number) => number + 10;

export const data = () => "from priv";

const bytes = (...numbers) => new BitArray(Uint8Array.from(numbers));

// Each kind of value by name: how to make it, and how to tell that a value is it.
const values = {
  int: [() => 42, (v) => v === 42],
  "negative int": [() => -7, (v) => v === -7],
  "large int": [() => 9007199254740991, (v) => v === 9007199254740991],
  float: [() => 1.5, (v) => v === 1.5],
  zero: [() => 0, (v) => Object.is(v, 0)],
  exponent: [() => 1e100, (v) => v === 1e100],
  true: [() => true, (v) => v === true],
  false: [() => false, (v) => v === false],
  nil: [() => undefined, (v) => v === undefined],
  "empty string": [() => "", (v) => v === ""],
  string: [() => "grüße, 世界 👋🏽", (v) => v === "grüße, 世界 👋🏽"],
  escapes: [() => '"\\\n\r\t\f\u{1F600}\0', (v) => v === '"\\\n\r\t\f\u{1F600}\0'],
  codepoint: [
    () => new UtfCodepoint(0xe9),
    (v) => v instanceof UtfCodepoint && v.value === 0xe9,
  ],
  bits: [() => bytes(1, 2, 255), (v) => sameBits(v, [1, 2, 255], 24)],
  "no bits": [() => bytes(), (v) => sameBits(v, [], 0)],
  unaligned: [
    () => new BitArray(Uint8Array.of(1, 0b10111111), 11),
    (v) => sameBits(v, [1, 0b10100000], 11),
  ],
  "text bits": [
    () => new BitArray(new TextEncoder().encode("añ")),
    (v) => sameBits(v, [97, 0xc3, 0xb1], 24),
  ],
  slice: [
    () => prelude.BitArray$BitArray(Uint8Array.of(0xab, 0xcd, 0xef), 15, 4),
    (v) => sameBits(v, [0xbc, 0xde], 15),
  ],
  "slice source": [() => bytes(0xab, 0xcd, 0xef)],
  utf16: [
    () => bytes(0, 97, 0xd8, 0x3d, 0xde, 0),
    (v) => sameBits(v, [0, 97, 0xd8, 0x3d, 0xde, 0], 48),
  ],
  little: [
    () => bytes(2, 1, 0x3f, 0xc0, 0, 0),
    (v) => sameBits(v, [2, 1, 0x3f, 0xc0, 0, 0], 48),
  ],
  "empty list": [() => toList([]), (v) => prelude.List$isEmpty(v)],
  list: [
    () => prelude.List$NonEmpty(1, toList([2, 3])),
    (v) => v instanceof prelude.List && `${v.toArray()}` === "1,2,3",
  ],
  "nested list": [
    () => toList([toList(["a"]), toList([]), toList(["b", "c"])]),
    (v) => JSON.stringify([...v].map((list) => [...list])) === '[["a"],[],["b","c"]]',
  ],
  "no tuple": [() => [], (v) => Array.isArray(v) && v.length === 0],
  pair: [() => [1, "one"], (v) => Array.isArray(v) && `${v}` === "1,one"],
  tuple: [
    () => [1, 2.5, "three", true, undefined, toList([6])],
    (v) => v.length === 6 && v[3] === true && v[4] === undefined && v[5].head === 6,
  ],
  ok: [() => new Ok(1), (v) => v instanceof Ok && v.isOk() && v[0] === 1],
  error: [
    () => prelude.Result$Error("no"),
    (v) => prelude.Result$isError(v) && prelude.Result$Error$0(v) === "no",
  ],
  "ok nil": [
    () => new Ok(undefined),
    (v) => prelude.Result$isOk(v) && prelude.Result$Ok$0(v) === undefined,
  ],
  "fn/0": [() => () => 10, (f) => f.length === 0 && f() === 10],
  "fn/1": [() => addTen, (f) => f.length === 1 && f(1) === 11],
  "fn/4": [
    () => (a, b, c, d) => a * 1000 + b * 100 + c * 10 + d,
    (f) => f.length === 4 && f(1, 2, 3, 4) === 1234,
  ],
  curried: [() => (a) => (b) => a * 10 + b],
  constructor: [undefined, (f) => f(1, 2) instanceof shapes.Point && f(1, 2)[1] === 2],
  "ok constructor": [undefined, (f) => f(1) instanceof Ok],
  plain: [
    () => shapes.Shape$Plain(),
    (v) => v instanceof shapes.Plain && shapes.Shape$isPlain(v),
  ],
  "new plain": [() => new shapes.Plain()],
  point: [
    () => new shapes.Point(1, 2),
    (v) => shapes.Shape$isPoint(v) && v[0] === 1 && shapes.Shape$Point$1(v) === 2,
  ],
  labelled: [
    () => shapes.Shape$Labelled("n", 3),
    (v) =>
      v.name === "n" && v.size === 3 && shapes.Shape$Labelled$0(v) === "n" &&
      shapes.Shape$Labelled$name(v) === "n" && shapes.Shape$Labelled$1(v) === 3 &&
      shapes.Shape$Labelled$size(v) === 3,
  ],
  mixed: [
    () => shapes.Shape$Mixed(1, "two", 3),
    (v) =>
      v[0] === 1 && v[1] === "two" && v.label === 3 && !("2" in v) &&
      shapes.Shape$Mixed$2(v) === 3 && shapes.Shape$Mixed$label(v) === 3,
  ],
  box: [
    () => shapes.Box$Box(toList([new Ok([1, shapes.Shape$Plain$const])])),
    (v) => v[0].head[0][1] === shapes.Shape$Plain(),
  ],
  everything: [
    () =>
      shapes.Everything$Everything(
        1, 2.5, "s", true, undefined, bytes(1), toList([1]), [1, 2], new Error(undefined),
      ),
    (v) =>
      Object.keys(v).join() === "int,float,string,bool,nil,bits,list,tuple,result" &&
      v instanceof prelude.CustomType && v.constructor === shapes.Everything,
  ],
  hidden: [() => shapes.hidden(5), (v) => v.value === 5],
  "hidden nothing": [
    () => shapes.hidden_nothing(),
    (v) => v.constructor.name === "HiddenNothing",
  ],
  x: [
    () => shapes.Shared$X(1, "x"),
    (v) => shapes.Shared$shared(v) === 1 && shapes.Shared$X$own(v) === "x",
  ],
  y: [() => shapes.Shared$Y(2), (v) => shapes.Shared$shared(v) === 2],
  properties: [
    () => new shapes.Properties(1, 2, 3, 4, 5, 6),
    (v) =>
      v.then$ === 1 && v.constructor$ === 2 && v.prototype$ === 3 && v.class === 4 &&
      v.new === 5 && v.arguments === 6 && v.constructor === shapes.Properties &&
      shapes.Properties$Properties$then(v) === 1 &&
      shapes.Properties$Properties$constructor(v) === 2 &&
      shapes.Properties$Properties$arguments(v) === 6,
  ],
  both: [
    () => shapes.Both$Both(1, 2),
    (v) => shapes.Both$isBoth(v) && shapes.Both$Both$second(v) === 2,
  ],
  HTTPGet: [() => shapes.Name$HTTPGet$const, (v) => shapes.Name$isHTTPGet(v)],
  Ipv4Address: [() => new shapes.Ipv4Address(1), (v) => shapes.Name$Ipv4Address$0(v) === 1],
  V2: [() => new shapes.V2(), (v) => v instanceof shapes.V2],
  JSON: [() => new shapes.JSON("x"), (v) => shapes.Name$JSON$text(v) === "x"],
  LoudHTTPS: [() => shapes.Name$LoudHTTPS(), (v) => shapes.Name$isLoudHTTPS(v)],
  If: [() => shapes.Name$If(1), (v) => shapes.Name$isIf(v)],
  Maybe: [() => shapes.Name$Maybe(), (v) => shapes.Name$isMaybe(v)],
  Receive: [() => shapes.Name$Receive(), (v) => shapes.Name$isReceive(v)],
  ModuleInfo: [() => shapes.Name$ModuleInfo(), (v) => shapes.Name$isModuleInfo(v)],
  external: [undefined, (f) => f === reverse && er.reverse === reverse],
  "re-export": [undefined, () => er.delete$(1) === 11 && er.greet("x") === "hello, x"],
  constants: [
    undefined,
    () =>
      shapes.point instanceof shapes.Point && shapes.numbers.head === 1 &&
      shapes.maker(1, 2)[1] === 2 && shapes.call(1) === 2,
  ],
};

function sameBits(value, numbers, size) {
  const left = size % 8;
  return (
    value instanceof BitArray && value.bitSize === size && value.byteSize === numbers.length &&
    numbers.every((byte, i) => {
      const mask = left > 0 && i === numbers.length - 1 ? 0xff << (8 - left) : 0xff;
      return (value.byteAt(i) & mask) === byte;
    })
  );
}

export const make = (name) => values[name][0]();

export const reads = (name, value) => values[name][1](value);

function exported() {
  return {
    "opaque types export nothing": !Object.keys(shapes).some((name) => /^Hidden/.test(name)),
    "private functions": !("check" in contract),
    "private externals": !("make" in contract) && !("say" in contract),
    "private functions in constants": shapes.call(2) === 3,
    "names that are words": words.delete$(1) === 1 && words.class$(2) === 2 &&
      words.then$(3) === 3 && words.new$(4) === 4 && words.arguments$(5) === 5 &&
      words.eval$(6) === 6 && words.undefined$(7) === 7 && words.await$(8) === 8 &&
      words.catch$(9) === 9 && words.function$(10) === 10,
    "names that are none": words.module_info() === 14 && words.constructor(1) === 1 &&
      words.end(2) === 2 && words.length(3) === 3 && words.receive(4) === 4,
  };
}

/** Results by name, as Gleam sees them. */
export function checks() {
  const all = { ...exported(), ...lists(), ...results(), ...bits(), ...operations(), ...equality() };
  return toList(Object.entries(all));
}
