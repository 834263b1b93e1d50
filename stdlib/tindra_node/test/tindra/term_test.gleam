import gleam/dynamic/decode.{type Decoder}
import gleam/option.{None, Some}
import tindra/term

pub type Shape {
  Point
  Circle(radius: Int)
  HTTPBox(width: Int, height: Int)
}

fn shape() -> Decoder(Shape) {
  let point = term.constructor("Point", 0, decode.success(Point))
  let circle =
    term.constructor("Circle", 1, {
      use radius <- decode.field(1, decode.int)
      decode.success(Circle(radius))
    })
  let box =
    term.constructor("HTTPBox", 2, {
      use width <- decode.field(1, decode.int)
      use height <- decode.field(2, decode.int)
      decode.success(HTTPBox(width, height))
    })
  decode.one_of(point, or: [circle, box])
}

pub fn constructors_test() {
  assert decode.run(term.of(Point), shape()) == Ok(Point)
  assert decode.run(term.of(Circle(2)), shape()) == Ok(Circle(2))
  assert decode.run(term.of(HTTPBox(2, 3)), shape()) == Ok(HTTPBox(2, 3))
}

pub fn other_values_are_not_of_the_type_test() {
  let is_error = fn(value) {
    case decode.run(value, shape()) {
      Ok(_) -> False
      Error(_) -> True
    }
  }
  assert is_error(term.of("point"))
  assert is_error(term.of(Circle))
  assert is_error(term.of(#(Point, 1)))
  assert is_error(term.of(#(Point, 1, 2)))
  assert is_error(term.of([Point]))
  assert is_error(term.of(Nil))
  assert is_error(term.of(#()))
}

pub fn one_error_tells_the_constructor_test() {
  let decoder = term.constructor("Circle", 1, decode.at([1], decode.int))
  let assert Error([decode.DecodeError(expected: "Circle", ..)]) =
    decode.run(term.of(Point), decoder)
  let assert Error([decode.DecodeError(expected: "Int", path: ["1"], ..)]) =
    decode.run(term.of(Ok("x")), term.result(decode.int, decode.int))
}

pub fn nested_test() {
  let decoder = term.option(term.result(term.tuple(2, pair()), term.nil()))
  assert decode.run(term.of(None), decoder) == Ok(None)
  assert decode.run(term.of(Some(Error(Nil))), decoder) == Ok(Some(Error(Nil)))
  assert decode.run(term.of(Some(Ok(#(1, "a")))), decoder)
    == Ok(Some(Ok(#(1, "a"))))
  let assert Error(_) = decode.run(term.of(Some(Ok(#(1, 2)))), decoder)
  let assert Error(_) = decode.run(term.of(Some(Ok(#(1)))), decoder)
}

fn pair() -> Decoder(#(Int, String)) {
  use a <- decode.field(0, decode.int)
  use b <- decode.field(1, decode.string)
  decode.success(#(a, b))
}
