pub type Shape {
  Rectangle(width: Int, height: Int)
  Circle(radius: Int)
  Point
}

/// A record that the other language makes.
@external(erlang, "ffi_native", "square")
@external(javascript, "../ffi_native.mjs", "square")
pub fn square(size: Int) -> Shape

@external(erlang, "ffi_native", "origin")
@external(javascript, "../ffi_native.mjs", "origin")
pub fn origin() -> Shape

/// A record that the other language takes apart.
@external(erlang, "ffi_native", "area")
@external(javascript, "../ffi_native.mjs", "area")
pub fn area(of: Shape) -> Int

@external(erlang, "ffi_native", "parse")
@external(javascript, "../ffi_native.mjs", "parse")
pub fn parse(text: String) -> Result(Int, Nil)

@external(erlang, "lists", "reverse")
@external(javascript, "../ffi_native.mjs", "reversed")
pub fn reversed(list: List(a)) -> List(a)

@external(erlang, "ffi_native", "swap")
@external(javascript, "../ffi_native.mjs", "swap")
pub fn swap(pair: #(a, b)) -> #(b, a)

@external(erlang, "ffi_native", "apply_twice")
@external(javascript, "../ffi_native.mjs", "applyTwice")
pub fn apply_twice(value: a, function: fn(a) -> a) -> a

@external(erlang, "erlang", "byte_size")
@external(javascript, "../ffi_native.mjs", "byteCount")
pub fn byte_count(bytes: BitArray) -> Int

@external(erlang, "erlang", "not")
@external(javascript, "../ffi_native.mjs", "negate")
pub fn negate(value: Bool) -> Bool

@external(erlang, "ffi_native", "nothing")
@external(javascript, "../ffi_native.mjs", "nothing")
pub fn nothing() -> Nil

/// Foreign on one target, Gleam on the other.
@external(erlang, "ffi_native", "greet")
pub fn fallback(name: String) -> String {
  "hello, " <> name
}
