//! Calls that stand in callbacks.

import deep/helpers.{type Step, More, Stop}
import gleam/bool
import gleam/option.{type Option, None, Some}
import gleam/result

fn halve(n: Int) -> Result(Int, String) {
  case n {
    -1 -> Error("negative")
    _ -> Ok(n / 2)
  }
}

pub fn try_sum(n: Int, total: Int) -> Result(Int, String) {
  case n {
    0 -> Ok(total)
    _ -> {
      use half <- result.try(halve(n))
      try_sum(n - 1, { total + half } % 1_000_003)
    }
  }
}

pub fn try_sum_piped(n: Int, total: Int) -> Result(Int, String) {
  case n {
    0 -> Ok(total)
    _ ->
      halve(n)
      |> result.try(fn(half) { try_sum_piped(n - 1, { total + half } % 65_521) })
  }
}

/// A list, built behind guards.
pub fn countdown(n: Int) -> List(Int) {
  use <- bool.guard(when: n == 0, return: [])
  use <- bool.lazy_guard(n % 3 == 0, fn() { countdown(n - 1) })
  let rest = countdown(n - 1)
  [n, ..rest]
}

fn look_up(n: Int) -> Option(Int) {
  case n < 0 {
    True -> None
    False -> Some(n % 10)
  }
}

pub fn option_sum(n: Int, total: Int) -> Option(Int) {
  case n {
    0 -> Some(total)
    _ -> {
      use digit <- option.then(look_up(n))
      option_sum(n - 1, total + digit)
    }
  }
}

pub fn first_ok(n: Int) -> Result(Int, String) {
  result.lazy_or(
    case n {
      0 -> Ok(n)
      _ -> Error("more")
    },
    fn() { first_ok(n - 1) },
  )
}

/// A helper of another module.
pub fn steps(n: Int, total: Int) -> Step(Int) {
  use <- bool.guard(n == 0, More(total))
  use value <- helpers.and_then(case n {
    -1 -> Stop("negative")
    _ -> More(n)
  })
  steps(value - 1, total + 1)
}

fn unless(condition: Bool, value: a, next: fn() -> a) -> a {
  case condition {
    True -> value
    _ -> next()
  }
}

/// Helpers of this module and of another, and two functions.
pub fn ping(n: Int, made: List(Int)) -> Result(List(Int), String) {
  use <- unless(n == 0, Ok(made))
  use <- helpers.require(n > 0, otherwise: "negative")
  pong(n - 1, [n % 5, ..made])
}

fn pong(n: Int, made: List(Int)) -> Result(List(Int), String) {
  use <- unless(n == 0, Ok(made))
  use half <- result.try(halve(n))
  ping(half * 2 + n % 2, made)
}
