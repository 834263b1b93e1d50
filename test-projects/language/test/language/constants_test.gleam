@target(erlang)
import gleam/string
import language/shapes.{Point}

const ints = [1, -2, 0xff]

const floats = #(1.0, -2.5e3)

const bits = <<1, "a", 2.0:16, 3:size(4), 4:4, second:8, plain:utf8>>

const plain = "ab"

const list = [0, ..ints]

const deep = [9, ..[8, ..list]]

const point = Point(y: 2, x: 1)

const x = 3

const shorthand = Point(x:, y: 4)

const nested = Ok(shapes.Circle(point, radius: 3))

const updated = Point(..point, x: 10)

const again = Point(..updated, y: 20)

const foreign = Point(..shapes.origin, y: 5)

const reboxed = shapes.Box(..shapes.Box(1), inner: "text")

const function = double

const constructor = Point

const wrap = Ok

const first = second

const second = 2

const word = "a" <> "b" <> shapes.word

const elsewhere = shapes.unit

const same = shapes.same

const annotated: List(fn(Int) -> Int) = [double, function]

const nothing = []

const error = Error(Nil)

const opened: shapes.Tagged(shapes.Feet) = shapes.Tagged(1)

const long = "several
lines"

fn double(n: Int) -> Int {
  n * 2
}

/// Covers: constants.literals
pub fn literals_test() {
  assert ints == [1, -2, 255]
  assert floats == #(1.0, -2500.0)
  assert bits == <<1, 97, 64, 0, 3:4, 4:4, 2, "ab":utf8>>
  assert long == "several\nlines"
}

/// Covers: constants.tail
pub fn tail_test() {
  assert list == [0, 1, -2, 255]
  assert deep == [9, 8, 0, 1, -2, 255]
}

/// Covers: constants.records
pub fn records_test() {
  assert point.x == 1
  assert shorthand == Point(3, 4)
  assert nested == Ok(shapes.Circle(Point(1, 2), 3))
  assert x == 3
}

/// Covers: constants.update
pub fn update_test() {
  assert updated == Point(10, 2)
  assert again == Point(10, 20)
  assert foreign == Point(0, 5)
  assert reboxed == shapes.Box("text")
}

/// Covers: constants.functions
pub fn functions_test() {
  assert function(4) == 8
  assert constructor(1, 2) == Point(1, 2)
  assert wrap(1) == Ok(1)
  let assert [f, g] = annotated
  assert f(g(1)) == 4
}

/// Covers: constants.references, constants.concatenation
pub fn references_test() {
  assert first == 2
  assert word == "abword"
  assert elsewhere == shapes.Circle(Point(0, 0), 1)
}

/// Covers: constants.generic
pub fn generic_test() {
  assert [1, ..nothing] == [1]
  assert ["a", ..nothing] == ["a"]
  assert [2.0, ..shapes.nothing] == [2.0]
  assert #(same(1), same("a")) == #(1, "a")
  assert error != Ok(1)
  assert error != Ok("a")
}

/// Covers: constants.annotation
pub fn annotation_test() {
  let feet: shapes.Tagged(shapes.Feet) = opened
  let shapes.Tagged(n) = feet
  assert n == 1
}

@target(erlang)
const empty = shapes.Empty

@target(erlang)
const keeps = [
  shapes.Kept(second: 2, first: 1),
  shapes.Kept(..shapes.kept, first: 3),
]

@target(erlang)
const keep = shapes.Kept

const nests = shapes.Nested(kept: shapes.Nested(shapes.Empty))

@target(erlang)
/// On JavaScript such programs do not load: modules do not export what is opaque.
///
/// Covers: constants.opaque
pub fn opaque_test() {
  assert empty == shapes.nest(0)
  assert keeps == [shapes.kept, keep(3, 2)]
  assert string.ends_with(string.inspect(nests), "Empty))")
}

const joined = <<"a" <> "b" <> plain:utf8, "a" <> shapes.word:utf8, 3>>

/// Covers: constants.segments
pub fn segments_test() {
  assert joined == <<"ababawo":utf8, "rd":utf8, 3>>
  assert case joined {
    bits if bits == <<"aba" <> "ba" <> shapes.word:utf8, 3>> -> True
    _ -> False
  }
}
