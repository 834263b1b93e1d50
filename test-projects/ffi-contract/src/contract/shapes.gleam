pub type Shape {
  Plain
  Point(Int, Int)
  Labelled(name: String, size: Int)
  Mixed(Int, String, label: Float)
}

pub type Box(a) {
  Box(a)
}

pub type Shared {
  X(shared: Int, own: String)
  Y(shared: Int)
}

/// Labels that mean something to JavaScript.
pub type Properties {
  Properties(
    then: Int,
    constructor: Int,
    prototype: Int,
    class: Int,
    new: Int,
    arguments: Int,
  )
}

/// A constructor that is called like its type.
pub type Both {
  Both(Int, second: Int)
}

pub type Everything {
  Everything(
    int: Int,
    float: Float,
    string: String,
    bool: Bool,
    nil: Nil,
    bits: BitArray,
    list: List(Int),
    tuple: #(Int, Int),
    result: Result(Int, Nil),
  )
}

pub opaque type Hidden(a) {
  Hidden(value: a)
  HiddenNothing
}

pub fn hidden(value: a) -> Hidden(a) {
  Hidden(value)
}

pub fn hidden_nothing() -> Hidden(Int) {
  HiddenNothing
}

pub fn reveal(hidden: Hidden(Int)) -> Int {
  case hidden {
    Hidden(value:) -> value
    HiddenNothing -> 0
  }
}

/// Names for Erlang's atoms.
pub type Name {
  HTTPGet
  Ipv4Address(Int)
  V2
  JSON(text: String)
  LoudHTTPS
  If(Int)
  Maybe
  Receive
  ModuleInfo
}

pub const point = Point(3, 4)

pub const numbers = [1, 2]

pub const maker = Point

pub const call = private_but_in_a_constant

fn private_but_in_a_constant(x: Int) -> Int {
  x + 1
}
