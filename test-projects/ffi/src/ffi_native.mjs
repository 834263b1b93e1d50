import { Result$Ok, Result$Error, toList } from "./gleam.mjs";
import {
  Shape$Rectangle,
  Shape$Point,
  Shape$isRectangle,
  Shape$isCircle,
  Shape$Rectangle$width,
  Shape$Rectangle$height,
  Shape$Circle$radius,
} from "./shapes/native.mjs";

export const square = (size) => Shape$Rectangle(size, size);

export const origin = () => Shape$Point();

export function area(shape) {
  if (Shape$isRectangle(shape)) {
    return Shape$Rectangle$width(shape) * Shape$Rectangle$height(shape);
  }
  return Shape$isCircle(shape) ? 3 * Shape$Circle$radius(shape) ** 2 : 0;
}

export const parse = (text) =>
  /^[+-]?\d+$/.test(text) ? Result$Ok(Number(text)) : Result$Error(undefined);

export const reversed = (list) => toList([...list].reverse());

export const swap = ([a, b]) => [b, a];

export const applyTwice = (value, f) => f(f(value));

export const byteCount = (bytes) => bytes.byteSize;

export const negate = (value) => !value;

export const nothing = () => undefined;
