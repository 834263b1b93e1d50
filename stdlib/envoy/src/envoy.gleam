//// The variables of the environment, on Erlang and on the servers of
//// JavaScript.

import gleam/dict.{type Dict}

/// The value of a variable. It is an error when there is none of the name.
///
/// ```gleam
/// envoy.set("COLOUR", "blue")
/// assert envoy.get("COLOUR") == Ok("blue")
/// assert envoy.get("NO_SUCH_VARIABLE") == Error(Nil)
/// ```
@external(erlang, "envoy_ffi", "get")
@external(javascript, "./envoy_ffi.mjs", "get")
pub fn get(name: String) -> Result(String, Nil)

/// Sets a variable for this program and the ones that it starts.
///
/// ```gleam
/// envoy.set("ANIMAL", "cat")
/// envoy.set("ANIMAL", "dog")
/// assert envoy.get("ANIMAL") == Ok("dog")
/// ```
@external(erlang, "envoy_ffi", "set")
@external(javascript, "./envoy_ffi.mjs", "set")
pub fn set(name: String, value: String) -> Nil

/// Takes a variable away, if it is there.
///
/// ```gleam
/// envoy.set("PLANT", "oak")
/// envoy.unset("PLANT")
/// assert envoy.get("PLANT") == Error(Nil)
/// ```
@external(erlang, "envoy_ffi", "unset")
@external(javascript, "./envoy_ffi.mjs", "unset")
pub fn unset(name: String) -> Nil

/// All variables and their values. In a browser and in Tindra's own engine for
/// JavaScript, which do not tell, these are the ones that the program has set.
///
/// ```gleam
/// envoy.set("FRUIT", "plum")
/// assert dict.get(envoy.all(), "FRUIT") == Ok("plum")
/// ```
pub fn all() -> Dict(String, String) {
  dict.from_list(to_list())
}

@external(erlang, "envoy_ffi", "to_list")
@external(javascript, "./envoy_ffi.mjs", "entries")
fn to_list() -> List(#(String, String))
