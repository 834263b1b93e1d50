//// Values that cross to Erlang and JavaScript and back.

import gleam/int
import gleam/io
import gleam/string
import shapes/native.{type Shape, Circle, Point, Rectangle}

pub fn main() {
  io.println(describe(native.square(3)))
  io.println(describe(Circle(radius: 2)))
  io.println(describe(native.origin()))
  io.println(int.to_string(native.area(Rectangle(width: 4, height: 5))))
  io.println(string.inspect(native.parse("12")))
  io.println(string.inspect(native.parse("twelve")))
  io.println(string.inspect(native.reversed(["a", "b", "c"])))
  io.println(string.inspect(native.swap(#(1, "one"))))
  io.println(string.inspect(native.apply_twice(7, fn(n) { n * 10 })))
  io.println(string.inspect(native.byte_count(<<1, 2, 3>>)))
  io.println(string.inspect(native.negate(True)))
  io.println(string.inspect(native.nothing()))
  io.println(native.fallback("gleam"))
}

fn describe(shape: Shape) -> String {
  case shape {
    Rectangle(width:, height:) if width == height ->
      "square of " <> int.to_string(width)
    Rectangle(width:, height:) ->
      int.to_string(width) <> " by " <> int.to_string(height)
    Circle(radius:) -> "circle of " <> int.to_string(radius)
    Point -> "point"
  }
}
