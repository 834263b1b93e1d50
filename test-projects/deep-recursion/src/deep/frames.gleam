//! Functions that call themselves and then go on.

import gleam/list
import gleam/result

pub fn length(list: List(a)) -> Int {
  case list {
    [] -> 0
    [_, ..rest] -> 1 + length(rest)
  }
}

pub fn fold_right(list: List(a), start: b, f: fn(a, b) -> b) -> b {
  case list {
    [] -> start
    [first, ..rest] -> f(first, fold_right(rest, start, f))
  }
}

pub fn partition(list: List(Int)) -> #(List(Int), List(Int)) {
  case list {
    [] -> #([], [])
    [first, ..rest] -> {
      let #(even, odd) = partition(rest)
      case first % 2 {
        0 -> #([first, ..even], odd)
        _ -> #(even, [first, ..odd])
      }
    }
  }
}

pub fn try_map(
  list: List(a),
  f: fn(a) -> Result(b, String),
) -> Result(List(b), String) {
  case list {
    [] -> Ok([])
    [first, ..rest] -> {
      use value <- result.try(f(first))
      use values <- result.map(try_map(rest, f))
      [value, ..values]
    }
  }
}

pub type Chain {
  Link(value: Int, next: Chain)
  End
}

pub fn chain(n: Int) -> Chain {
  case n {
    0 -> End
    _ -> Link(value: n, next: chain(n - 1))
  }
}

pub fn chain_sum(chain: Chain) -> Int {
  case chain {
    End -> 0
    Link(value, next) -> { value + chain_sum(next) } % 1_000_003
  }
}

pub fn reversed(list: List(Int)) -> List(Int) {
  case list {
    [] -> []
    [first, ..rest] -> rest |> reversed |> keep(first)
  }
}

fn keep(list: List(Int), last: Int) -> List(Int) {
  [last, ..list.take(list, 3)]
}

/// Two calls, each in a place of its own.
pub fn digits(n: Int) -> Int {
  case n {
    0 -> 0
    _ if n % 3 == 0 -> digits(n - 1) * 2 % 65_521
    _ -> { n + digits(n - 1) } % 65_521
  }
}
