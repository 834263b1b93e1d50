//// Types that other modules use.

pub type Point {
  Point(x: Int, y: Int)
}

pub type Shape {
  Circle(centre: Point, radius: Int)
  Square(centre: Point, side: Int, name: String)
}

pub type Box(a) {
  Box(inner: a)
}

pub type Tagged(tag) {
  Tagged(Int)
}

pub type Metres

pub type Feet

pub type Boxes(a) =
  List(Box(a))

pub opaque type Counter {
  Counter(count: Int)
}

pub opaque type Kept {
  Empty
  Kept(first: Int, second: Int)
  Nested(kept: Kept)
}

pub const kept = Kept(first: 1, second: 2)

pub fn nest(n: Int) -> Kept {
  case n {
    0 -> Empty
    _ -> Nested(Kept(n, n))
  }
}

pub type Foreign

pub const origin = Point(x: 0, y: 0)

pub const unit = Circle(origin, radius: 1)

pub const nothing = []

pub const word = "word"

pub const same = identity

pub fn identity(x: a) -> a {
  x
}

pub fn counter() -> Counter {
  Counter(0)
}

pub fn increment(counter: Counter) -> Counter {
  Counter(counter.count + 1)
}

pub fn count(counter: Counter) -> Int {
  counter.count
}

pub fn between(low low: Int, value value: Int, high high: Int) -> Bool {
  low <= value && value <= high
}

@internal
pub fn secret() -> Int {
  42
}

@internal
pub const hidden = 7

pub fn metres(n: Int) -> Tagged(Metres) {
  Tagged(n)
}
