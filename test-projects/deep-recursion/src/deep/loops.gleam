//! Functions that end in calls of themselves or of each other.

pub fn count(n: Int) -> Int {
  case n {
    0 -> 0
    _ -> count(n - 1)
  }
}

pub fn sum(n: Int, total: Int) -> Int {
  case n {
    0 -> total
    _ -> sum(n - 1, { total + n } % 1_000_003)
  }
}

pub fn is_even(n: Int) -> Bool {
  n == 0 || is_odd(n - 1)
}

pub fn is_odd(n: Int) -> Bool {
  n != 0 && is_even(n - 1)
}

pub type Light {
  Red
  Green
  Amber
}

/// A machine of three functions, with two, three and four parameters.
pub fn red(n: Int, seen: Int) -> #(Light, Int) {
  case n {
    0 -> #(Red, seen)
    _ -> green(n - 1, seen, n)
  }
}

fn green(n: Int, seen: Int, before: Int) -> #(Light, Int) {
  case n {
    0 -> #(Green, seen)
    _ if n % 7 == 0 -> red(n - 1, seen + 1)
    _ -> amber(before - 2, n - 1, seen + 1, "amber")
  }
}

fn amber(check: Int, n: Int, seen: Int, name: String) -> #(Light, Int) {
  case n, name {
    _, "amber" if check == n -> red(n, seen)
    _, _ -> #(Amber, -1)
  }
}

pub fn all_below(list: List(Int), limit: Int) -> Bool {
  case list {
    [] -> True
    [first, ..rest] -> first < limit && all_below(rest, limit)
  }
}

pub fn any_above(list: List(Int), limit: Int) -> Bool {
  case list {
    [] -> False
    [first, ..rest] -> first > limit || { first == -1 || any_above(rest, limit) }
  }
}

/// Calls in nested cases, blocks and behind guards.
pub fn collatz_steps(from: Int, n: Int, steps: Int) -> Int {
  case from {
    0 -> steps
    _ -> {
      let next = case n % 2 {
        0 -> n / 2
        _ -> 3 * n + 1
      }
      case next {
        1 if steps > 2_000_000 -> steps
        1 -> {
          let seed = from % 97 + 2
          {
            let less = from - 1
            collatz_steps(less, seed, steps + 1)
          }
        }
        _ if n > 1 ->
          case steps {
            -1 -> 0
            _ -> collatz_steps(from - 1, next, steps + 1)
          }
        _ -> collatz_steps(from - 1, 5, steps)
      }
    }
  }
}

pub fn piped(n: Int, total: Int) -> Int {
  case n {
    0 -> total
    _ ->
      total
      |> fn(total) { { total * 3 + n } % 65_521 }
      |> piped(n - 1, _)
  }
}

/// Closures that keep the round that made them, called at the end.
pub fn adders(n: Int, made: List(fn(Int) -> Int)) -> List(fn(Int) -> Int) {
  case n {
    0 -> made
    _ -> {
      let twice = n * 2
      adders(n - 1, [fn(x) { { x + n + twice } % 1_000_003 }, ..made])
    }
  }
}

pub fn apply(functions: List(fn(Int) -> Int), value: Int) -> Int {
  case functions {
    [] -> value
    [first, ..rest] -> apply(rest, first(value))
  }
}

pub fn swap(n: Int, a: String, b: String) -> String {
  case n {
    0 -> a <> b
    _ -> swap(n - 1, b, a)
  }
}

pub fn letters(text: String, count: Int) -> Int {
  case text {
    "ab" <> rest -> letters(rest, count + 2)
    "c" <> rest -> letters(rest, count + 1)
    _ -> count
  }
}

pub fn bytes(bits: BitArray, total: Int) -> Int {
  case bits {
    <<byte, rest:bits>> -> bytes(rest, { total * 31 + byte } % 65_521)
    _ -> total
  }
}
