pub type Point {
  Point(x: Int, y: Int)
}

fn subtract(from a: Int, take b: Int) -> Int {
  a - b
}

pub fn parameters_are_evaluated_in_order() {
  subtract(take: 1, from: 2)
}

pub fn function_values(f: fn(Int) -> Int) {
  #(f(1), fn(x) { x }(2), subtract, Point, subtract(_, 1), Point(y: 1, x: _))
}

pub fn constructors() {
  #(Point(1, 2), Point(y: 3, x: 4), Ok(1), Error(Nil), True)
}

pub fn shorthand(x: Int, y: Int) {
  Point(y:, x:)
}

pub fn fields(point: Point, pair: #(Int, #(Int, Int))) {
  point.x + point.y + pair.0 + pair.1.1
}

fn make() -> Point {
  Point(1, 2)
}

pub fn update(point: Point) {
  #(Point(..point, x: 1), Point(..make(), y: 2))
}

@external(erlang, "lists", "reverse")
@external(javascript, "./ffi.mjs", "reverse")
pub fn reverse(list: List(a)) -> List(a)

@external(erlang, "lists", "sort")
@external(javascript, "./ffi.mjs", "sort")
fn sort(list: List(a)) -> List(a)

pub fn foreign(list: List(Int)) {
  #(reverse(sort(list)), sort)
}

fn unused() {
  1
}
