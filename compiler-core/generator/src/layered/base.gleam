//// What every module of the project imports.

import gleam/int

/// A number that counts as something of its own.
pub opaque type Id {
  Id(number: Int)
}

/// How something went.
pub type Outcome(value) {
  Went(value: value, warnings: List(String))
  Failed(reason: String)
}

/// A pair of two things of one type.
pub type Pair(a) =
  #(a, a)

pub const limit = 1000

pub const greeting = "hello, " <> "world"

pub fn new(number: Int) -> Id {
  Id(int.clamp(number, 0, limit))
}

pub fn show(id: Id) -> String {
  "#" <> int.to_string(id.number)
}

pub fn number(id: Id) -> Int {
  id.number
}

pub fn then(
  outcome: Outcome(a),
  next: fn(a) -> Outcome(b),
) -> Outcome(b) {
  case outcome {
    Went(value:, warnings:) ->
      case next(value) {
        Went(value: second, warnings: more) ->
          Went(value: second, warnings: append(warnings, more))
        Failed(reason:) -> Failed(reason:)
      }
    Failed(reason:) -> Failed(reason:)
  }
}

fn append(first: List(a), second: List(a)) -> List(a) {
  case first {
    [] -> second
    [item, ..rest] -> [item, ..append(rest, second)]
  }
}
