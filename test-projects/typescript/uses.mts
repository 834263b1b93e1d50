// Strict TypeScript that uses Gleam as it should, and misuses it where an error is expected.

import * as drawing from "./build/tindra/dev/javascript/drawing/drawing.mjs";
import * as colour from "./build/tindra/dev/javascript/drawing/drawing/colour.mjs";
import * as option from "./build/tindra/dev/javascript/gleam_stdlib/gleam/option.mjs";
import * as dict from "./build/tindra/dev/javascript/gleam_stdlib/gleam/dict.mjs";
import {
  BitArray$BitArray,
  BitArray$BitArray$data,
  List$Empty,
  List$NonEmpty,
  List$NonEmpty$first,
  List$NonEmpty$rest,
  List$isNonEmpty,
  Ok,
  Result$Error,
  Result$Error$0,
  Result$Ok,
  Result$Ok$0,
  Result$isError,
  Result$isOk,
  isEqual,
  toList,
  type List,
  type Result,
} from "./build/tindra/dev/javascript/drawing/gleam.mjs";

// Values
const circle: drawing.Shape$ = drawing.Shape$Circle(1.5, "round");
const polygon = drawing.Shape$Polygon(toList<[number, number]>([[0, 1], [2, 3]]), "edgy");
const nothing: drawing.Shape$ = drawing.Shape$Nothing();
const constant: drawing.Shape$ = drawing.nothing;
const enough: number = drawing.enough;
const pairs: drawing.Pairs<number> = toList([[1, 2] as [number, number]]);
const anyPairs: drawing.Pairs = pairs;

// @ts-expect-error a field is missing
drawing.Shape$Circle(1.5);
// @ts-expect-error of another type
drawing.Shape$Circle("1.5", "round");
// @ts-expect-error constants stay
drawing.enough = 4;
// @ts-expect-error a record is not an object with its fields
const fake: drawing.Shape$ = { radius: 1, name: "fake" };

// Fields
const radius: number = drawing.Shape$Circle$radius(circle);
const first: number = drawing.Shape$Circle$0(circle);
const points: List<[number, number]> = drawing.Shape$Polygon$0(polygon);
// @ts-expect-error a field of another type
const text: string = drawing.Shape$Circle$radius(circle);
// @ts-expect-error not a field
drawing.Shape$Circle$diameter(circle);

// Variants narrow, and what is left is known.
export function describe(shape: drawing.Shape$): string {
  if (drawing.Shape$isCircle(shape)) {
    const known: drawing.Circle = shape;
    return `${known.radius}${shape.name}`;
  }
  if (drawing.Shape$isPolygon(shape)) return shape.name;
  const left: drawing.Nothing = shape;
  // @ts-expect-error all others are excluded
  const wrong: drawing.Circle = shape;
  return String(left) + String(wrong);
}

export function unknownValue(value: unknown): number {
  if (drawing.Shape$isCircle(value)) return drawing.Shape$Circle$radius(value);
  if (drawing.Box$isFull(value)) {
    const inside: unknown = drawing.Box$Full$value(value);
    return inside === undefined ? 0 : 1;
  }
  // @ts-expect-error nothing is known
  return drawing.Shape$Circle$radius(value);
}

// Generics
const box: drawing.Box$<number> = drawing.Box$Full(1);
const empty: drawing.Box$<string> = drawing.Box$Void();
const mapped: drawing.Box$<string> = drawing.map(box, (n) => n.toFixed(2));
const viaConstant = drawing.mapper;
const swapped: [string, number] = drawing.swap([1, "one"]);
const letters: drawing.Letters$<string, number> = drawing.letters(
  drawing.Letters$B<number, string>("b", 1),
);
const inside = drawing.Box$isFull(box) ? box.value : 0;
// @ts-expect-error the function takes numbers
drawing.map(box, (n: string) => n);
// @ts-expect-error a box of something else
const strings: drawing.Box$<string> = drawing.map(box, (n) => n);

// Types with equal fields differ.
const feet: drawing.Feet$ = drawing.feet(drawing.Metres$Metres(1));
// @ts-expect-error feet are no metres
drawing.feet(feet);

// Words of JavaScript
const words = drawing.Words$Words(1, 2, 3);
const sum: number =
  drawing.Words$Words$class(words) + drawing.Words$Words$then(words) +
  drawing.Words$Words$constructor(words) + drawing.delete$(1, 2) + words.then$ + words.class;
// @ts-expect-error a record is no promise
words.then;

// Opaque types
const stack: colour.Stack$<number> = colour.push(colour.empty(), 1);
const popped: Result<[number, colour.Stack$<number>], undefined> = colour.pop(stack);
const fromOther: colour.Stack$<number> = drawing.stack();
// @ts-expect-error its class is private
new colour.Stack([]);
// @ts-expect-error and so are its fields
stack.items;
// @ts-expect-error and what it is a stack of counts
const stackOfStrings: colour.Stack$<string> = stack;

// Results
const area = drawing.area(circle);
if (Result$isOk(area)) {
  const number: number = Result$Ok$0(area);
  const direct: number = area[0];
  console.log(number + direct);
} else {
  const reason: string = Result$Error$0(area);
  // @ts-expect-error it is the error
  Result$Ok$0(area).toFixed();
  console.log(reason);
}
const maybe: number | undefined = Result$Ok$0(area);
const made: Result<number, string>[] = [Result$Ok(1), Result$Error("no")];
const fromClass: Result<number, string> = new Ok(2);
export const failed = made.filter((result) => Result$isError(result));
// @ts-expect-error the error is a string
const wrongError: Result<number, string> = Result$Error(1);
// @ts-expect-error it may be an error
const number: number = Result$Ok$0(area);

// Lists
export function total(list: List<number>): number {
  let sum = 0;
  for (const item of list) sum += item;
  for (let rest = list; List$isNonEmpty(rest); rest = List$NonEmpty$rest(rest)) {
    sum += List$NonEmpty$first(rest);
  }
  return sum + [...list].length + list.toArray().length;
}
total(List$NonEmpty(1, toList([2, 3])));
total(List$Empty());
total(toList([1], toList([2])));
// @ts-expect-error strings
total(toList(["a"]));
// @ts-expect-error arrays are not lists
total([1, 2]);

// Bit arrays
const bits = drawing.bits("abc");
const view: DataView = BitArray$BitArray$data(BitArray$BitArray(new Uint8Array(2), 12, 1));
const byte: number = bits.byteAt(0);
// @ts-expect-error a buffer is no bit array
BitArray$BitArray$data(new Uint8Array(2));

// Other modules and packages
const colours: dict.Dict$<string, option.Option$<colour.Colour$>> = drawing.colours(
  circle,
  colour.Colour$Custom(1, 2, 3),
);
const found: Result<option.Option$<colour.Colour$>, undefined> = dict.get(colours, "all");
const red: colour.Colour$ = colour.Colour$Red$const;
// @ts-expect-error no such colour
colour.Colour$Blue();

// Foreign types
const tag: string = drawing.element("p").tag;
const read: number = drawing.signal(1).read();
const element: drawing.Element$ = { tag: "div" };
const node: drawing.Node$ = "anything";
// @ts-expect-error numbers are no elements
const wrongElement: drawing.Element$ = 1;

// Functions
const truth: boolean = drawing.later()(1)("a");
drawing.ignore(1, "two");
// @ts-expect-error too few
drawing.ignore(1);
// @ts-expect-error private functions are not exported
drawing.secret;
const equal: boolean = isEqual(circle, polygon);

console.log(
  nothing, constant, enough, anyPairs, fake, radius, first, points, text, empty, mapped,
  viaConstant, swapped, letters, inside, strings, sum, popped, fromOther, fromClass, stackOfStrings, maybe,
  wrongError, number, view, byte, found, red, tag, read, element, node, wrongElement, truth, equal,
);
