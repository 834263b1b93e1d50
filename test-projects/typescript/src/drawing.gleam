//// What TypeScript sees of Gleam.

import drawing/colour.{type Colour, type Stack}
import gleam/dict.{type Dict}
import gleam/option.{type Option}

/// Something to draw.
pub type Shape {
  /// It has no corners.
  Circle(radius: Float, name: String)
  Polygon(List(#(Float, Float)), name: String)
  Nothing
}

pub type Box(a) {
  Full(value: a)
  Void
}

/// Labels that mean something to JavaScript.
pub type Words {
  Words(class: Int, then: Int, constructor: Int)
}

/// A constructor that is called like a type variable.
pub type Letters(a, b) {
  A(a)
  B(b, also: a)
}

/// Two types with the same fields.
pub type Metres {
  Metres(Float)
}

pub type Feet {
  Feet(Float)
}

pub type Node

@external(javascript, "./drawing_types.d.mts", "Element")
pub type Element

@external(javascript, "./drawing_types.d.mts", "Signal")
pub type Signal(a)

pub type Pairs(a) =
  List(#(a, a))

/// How many points are enough.
pub const enough = 3

pub const nothing = Nothing

pub const corners: List(#(Float, Float)) = []

pub const mapper = map

/// The area.
///
/// This holds */ and @ signs.
pub fn area(of shape: Shape) -> Result(Float, String) {
  case shape {
    Circle(radius:, ..) -> Ok(radius *. radius *. 3.0)
    Polygon(..) -> Error("difficult")
    Nothing -> Ok(0.0)
  }
}

pub fn map(box: Box(a), with function: fn(a) -> b) -> Box(b) {
  case box {
    Full(value) -> Full(function(value))
    Void -> Void
  }
}

pub fn identity(x: a) -> a {
  x
}

pub fn ignore(_: a, _: b) -> Nil {
  Nil
}

pub fn swap(pair: #(a, b)) -> #(b, a) {
  #(pair.1, pair.0)
}

pub fn letters(x: Letters(a, b)) -> Letters(b, a) {
  case x {
    A(_) -> panic as "nothing to show"
    B(b, _) -> A(b)
  }
}

pub fn colours(shape: Shape, other: Colour) -> Dict(String, Option(Colour)) {
  let Words(..) = Words(1, 2, 3)
  let _ = area(shape)
  dict.from_list([#("all", option.Some(other))])
}

pub fn stack() -> Stack(Int) {
  colour.push(colour.empty(), 1)
}

@deprecated("Use `area`.")
pub fn size(shape: Shape) -> Result(Float, String) {
  area(shape)
}

@external(javascript, "./drawing_ffi.mjs", "element")
pub fn element(name: String) -> Element

@external(javascript, "./drawing_ffi.mjs", "signal")
pub fn signal(value: a) -> Signal(a)

pub fn delete(class: Int, new: Int) -> Int {
  class + new
}

pub fn feet(metres: Metres) -> Feet {
  let Metres(m) = metres
  Feet(m *. 3.28)
}

pub fn bits(of text: String) -> BitArray {
  <<text:utf8>>
}

pub fn later() -> fn(Int) -> fn(String) -> Bool {
  fn(_) { fn(_) { True } }
}
