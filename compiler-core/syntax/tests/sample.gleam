//// A module that uses the whole language.
//// It means nothing.

import gleam/dict.{type Dict, insert as put}
import gleam/option.{None, Some, type Option} as maybe
import gleam/result as _result

/// The largest.
pub const limit: Int = 1_000

const names = ["Lucy", "Ada", ..others]

const others = []

const header = <<"PNG":utf8, 13:size(8), 0xff:16-little>>

@internal
pub const origin = Point(x: 0.0, y: -1.5e-3)

/// A point of the plane.
pub type Point {
  /// With coordinates.
  Point(
    /// To the right.
    x: Float,
    y: Float,
  )
  @deprecated("no longer")
  Nowhere
}

pub opaque type Stack(element) {
  Stack(items: List(element), size: Int, visit: fn(element) -> #(Int, String))
}

pub type Table(a) =
  Dict(String, List(a))

type Phantom(a)

@external(erlang, "maps", "size")
@external(javascript, "./sample.mjs", "size")
pub fn size(table: Dict(key, value)) -> Int

@target(erlang)
pub fn only_here() {
  todo as "later"
}

pub fn main() -> Nil {
  let Point(x:, y: other) = Point(..origin, x: 1.0)
  let assert Ok(#(first, [second, ..rest])) = parse("a", with: _, and: 3)(x)
    as "must parse"
  use value, _ <- each(rest)
  use <- defer(fn() { Nil })
  assert first != second && { value || !other } as "differs"
  value
  |> list.map(fn(item: Int) -> Int { item * 2 - 1 })
  |> echo
  |> fold(from: 0, with: fn(sum, item) { sum + item })
  |> result.unwrap(or: -1)
}

// An ordinary comment.
fn classify(value, label other: String) {
  case value, other {
    0, "" | -1, "none" -> Zero

    n, "prefix: " <> rest if n > 10 && rest != "" || rest == limit_name -> Large(n, rest)
    _, "a" as letter <> _ -> Letter(letter)
    n, text as whole if { n + 1 } * 2 >= 4 && n.field.0 == 3 ->
      case whole {
        _ if n <. 1.0 -> panic as { "never " <> text }
        _ -> maybe.Some(n % 2)
      }
    _, _ -> {
      let pair = #(1, "two \u{1F600} \"three\" \\ \n")
      pair.1
    }
  }
}

fn bits(data) {
  case data {
    <<length:8, body:bytes-size(length - 1), tail:bits>> -> <<tail:bits, body:bits>>
    <<"GIF" as magic:utf8, _:size({ 4 + 4 } * 2)-unit(1), 1.0:float-32, _:bits>> -> magic
    <<>> | <<_>> -> <<{ 1 + 2 }:16-big, "x", data:bits>>
    maybe.Other(..) -> 0b1010
    [] -> 0o17 + 0xFF
    [_] -> {}
    [a, .._] -> t.0.1 - -1
  }
}
