//// Laws that hold for many values: `for_all(generator, fn(value) { assert … })`.
//// The values are the same in every run and on every target.

import gleam/list
import gleam/string

/// Makes a value from a state between 1 and 2^31 - 2, and the state after it.
pub opaque type Generator(a) {
  Generator(run: fn(Int) -> #(a, Int))
}

/// Runs a function for 200 values.
pub fn for_all(generator: Generator(a), law: fn(a) -> Nil) -> Nil {
  for_more(generator, law, 200, 42)
}

fn for_more(
  generator: Generator(a),
  law: fn(a) -> Nil,
  left: Int,
  state: Int,
) -> Nil {
  case left {
    0 -> Nil
    _ -> {
      let #(value, state) = generator.run(state)
      law(value)
      for_more(generator, law, left - 1, state)
    }
  }
}

/// A number between two others, both included. These are the numbers of Park and
/// Miller, "Random number generators: good ones are hard to find", 1988, with the
/// factor that they advise since 1993. No step leaves what JavaScript has exactly.
pub fn int(from low: Int, to high: Int) -> Generator(Int) {
  Generator(fn(state) {
    let state = { state * 48_271 } % 2_147_483_647
    #(low + { state / 64 } % { high - low + 1 }, state)
  })
}

/// A float of a few digits, of either sign.
pub fn float() -> Generator(Float) {
  use units <- then(int(-1_000_000, 1_000_000))
  use scale <- map(pick(from: [1.0, 10.0, 16.0, 1000.0, 0.5, 1.0e-7, 1.0e12]))
  to_float(units) /. scale
}

@external(erlang, "erlang", "float")
@external(javascript, "./gleam_stdlib_test_ffi.mjs", "same")
fn to_float(number: Int) -> Float

/// One of some values.
pub fn pick(from values: List(a)) -> Generator(a) {
  use index <- map(int(0, list.length(values) - 1))
  let assert [value, ..] = list.drop(values, index)
  value
}

/// What a function makes of a value.
pub fn map(generator: Generator(a), transform: fn(a) -> b) -> Generator(b) {
  Generator(fn(state) {
    let #(value, state) = generator.run(state)
    #(transform(value), state)
  })
}

/// A value that depends on another one.
pub fn then(
  generator: Generator(a),
  next: fn(a) -> Generator(b),
) -> Generator(b) {
  Generator(fn(state) {
    let #(value, state) = generator.run(state)
    next(value).run(state)
  })
}

/// Two values.
pub fn pair(one: Generator(a), other: Generator(b)) -> Generator(#(a, b)) {
  use one <- then(one)
  use other <- map(other)
  #(one, other)
}

/// A list of up to a number of values.
pub fn list_of(
  of generator: Generator(a),
  up_to longest: Int,
) -> Generator(List(a)) {
  use length <- then(int(0, longest))
  Generator(fn(state) { elements(generator, length, state, []) })
}

fn elements(
  generator: Generator(a),
  left: Int,
  state: Int,
  before: List(a),
) -> #(List(a), Int) {
  case left {
    0 -> #(before, state)
    _ -> {
      let #(value, state) = generator.run(state)
      elements(generator, left - 1, state, [value, ..before])
    }
  }
}

/// Small numbers, of which many are equal.
pub fn numbers() -> Generator(List(Int)) {
  list_of(int(-9, 9), up_to: 12)
}

/// Grapheme clusters that stay apart wherever they stand.
pub const graphemes = [
  "a", "b", "A", " ", ".", "0", "ß", "é", "e\u{301}", "a\u{308}\u{323}", "한",
  "\u{1112}\u{1161}\u{11ab}", "😀", "👨‍👩‍👧‍👦", "👍🏽", "🏳️‍🌈", "\r\n", "\n", "\t", "\u{0}",
  "\u{fffd}", "\u{d7ff}", "\u{e000}", "\u{10ffff}", "नि", "𝒳",
]

/// Text with its grapheme clusters.
pub fn clusters() -> Generator(List(String)) {
  list_of(pick(from: graphemes), up_to: 10)
}

/// Text.
pub fn text() -> Generator(String) {
  map(clusters(), string.concat)
}

/// A list of bytes.
pub fn bytes() -> Generator(List(Int)) {
  list_of(int(0, 255), up_to: 20)
}
