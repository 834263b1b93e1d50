//// What every program uses.

/// Adds a value to the trace, and gives it back.
@external(erlang, "support_ffi", "log")
@external(javascript, "./support_ffi.mjs", "log")
pub fn log(tag: String, value: a) -> a

/// Runs a function; an error that ends it is added to the trace.
@external(erlang, "support_ffi", "rescue")
@external(javascript, "./support_ffi.mjs", "rescue")
pub fn rescue(tag: String, run: fn() -> Nil) -> Nil

/// Begins the trace of a program.
@external(erlang, "support_ffi", "program")
@external(javascript, "./support_ffi.mjs", "program")
pub fn program(header: String, main: fn() -> Nil) -> Nil

/// Prints what was not printed yet.
@external(erlang, "support_ffi", "flush")
@external(javascript, "./support_ffi.mjs", "flush")
pub fn flush() -> Nil

@external(erlang, "erlang", "bit_size")
@external(javascript, "./support_ffi.mjs", "bit_size")
pub fn bit_size(bits: BitArray) -> Int

/// A character by its number.
@external(erlang, "support_ffi", "codepoint")
@external(javascript, "./support_ffi.mjs", "codepoint")
pub fn codepoint(number: Int) -> UtfCodepoint

pub fn identity(value: a) -> a {
  value
}

pub fn second(_first: a, value: b) -> b {
  value
}

pub fn apply(with: fn(a) -> b, to: a) -> b {
  with(to)
}

pub fn twice(value: a, with: fn(a) -> a) -> a {
  with(with(value))
}

pub fn map(list: List(a), with: fn(a) -> b) -> List(b) {
  case list {
    [] -> []
    [first, ..rest] -> {
      let first = with(first)
      [first, ..map(rest, with)]
    }
  }
}

pub fn filter(list: List(a), keeping: fn(a) -> Bool) -> List(a) {
  case list {
    [] -> []
    [first, ..rest] ->
      case keeping(first) {
        True -> [first, ..filter(rest, keeping)]
        False -> filter(rest, keeping)
      }
  }
}

pub fn fold(list: List(a), from: b, with: fn(b, a) -> b) -> b {
  case list {
    [] -> from
    [first, ..rest] -> fold(rest, with(from, first), with)
  }
}

pub fn try(result: Result(a, e), then: fn(a) -> Result(b, e)) -> Result(b, e) {
  case result {
    Ok(value) -> then(value)
    Error(error) -> Error(error)
  }
}

pub fn or(result: Result(a, e), default: a) -> a {
  case result {
    Ok(value) -> value
    Error(_) -> default
  }
}

pub fn length(list: List(a)) -> Int {
  fold(list, 0, fn(count, _) { count + 1 })
}

pub fn reverse(list: List(a)) -> List(a) {
  fold(list, [], fn(done, item) { [item, ..done] })
}

pub fn lazy(when: Bool, return: a, otherwise: fn() -> a) -> a {
  case when {
    True -> return
    False -> otherwise()
  }
}

/// A size for a segment: from 0 to 31.
pub fn small(n: Int) -> Int {
  case n % 32 {
    n if n < 0 -> 0 - n
    n -> n
  }
}

pub fn pair(one: a, other: b) -> #(a, b) {
  #(one, other)
}
