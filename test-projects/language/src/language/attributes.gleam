//// Definitions with attributes.

@external(erlang, "erlang", "abs")
@external(javascript, "../attributes_ffi.mjs", "abs",)
pub fn absolute(n: Int) -> Int

/// Native on Erlang only.
@external(erlang, "lists", "reverse")
pub fn reverse(list: List(a)) -> List(a) {
  reverse_onto(list, [])
}

/// Native on JavaScript only.
@external(javascript, "../attributes_ffi.mjs", "negate")
pub fn negate(n: Int) -> Int {
  0 - n
}

fn reverse_onto(list: List(a), done: List(a)) -> List(a) {
  case list {
    [] -> done
    [first, ..rest] -> reverse_onto(rest, [first, ..done])
  }
}

@target(erlang)
pub fn target() -> String {
  "erlang"
}

@target(javascript)
pub fn target() -> String {
  "javascript"
}

@target(erlang)
pub const big = True

@target(javascript)
pub const big = False

@target(erlang)
pub type Native {
  Native(String)
}

@target(javascript)
pub type Native {
  Native(String, Nil)
}

@target(erlang)
pub fn native() -> Native {
  Native("erlang")
}

@target(javascript)
pub fn native() -> Native {
  Native("javascript", Nil)
}

@external(erlang, "erlang", "iolist")
@external(javascript, "../attributes_ffi.mjs", "Data")
pub type Data

@external(erlang, "attributes_ffi", "data")
@external(javascript, "../attributes_ffi.mjs", "data")
pub fn data() -> Data

@external(erlang, "attributes_ffi", "text")
@external(javascript, "../attributes_ffi.mjs", "text")
pub fn text(data: Data) -> String
