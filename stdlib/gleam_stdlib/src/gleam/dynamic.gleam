//// Values whose type is not known, such as those that come from outside of
//// Gleam.
////
//// The functions here make dynamic values. The module `gleam/dynamic/decode`
//// turns dynamic values into values of a known type.

import gleam/dict

/// A value of unknown type.
pub type Dynamic

/// Names the kind of a value, for people to read.
///
/// ```gleam
/// assert dynamic.classify(dynamic.string("Hello")) == "String"
/// ```
@external(erlang, "gleam_stdlib", "classify")
@external(javascript, "../dynamic.mjs", "classify")
pub fn classify(data: Dynamic) -> String

/// Makes a dynamic value of a truth value.
///
/// ```gleam
/// assert dynamic.classify(dynamic.bool(True)) == "Bool"
/// ```
pub fn bool(a: Bool) -> Dynamic {
  cast(a)
}

/// Makes a dynamic value of a string. On the Erlang target it is a binary.
///
/// ```gleam
/// assert dynamic.classify(dynamic.string("a")) == "String"
/// ```
pub fn string(a: String) -> Dynamic {
  cast(a)
}

/// Makes a dynamic value of a float.
///
/// ```gleam
/// assert dynamic.classify(dynamic.float(1.5)) == "Float"
/// ```
pub fn float(a: Float) -> Dynamic {
  cast(a)
}

/// Makes a dynamic value of an integer.
///
/// ```gleam
/// assert dynamic.classify(dynamic.int(1)) == "Int"
/// ```
pub fn int(a: Int) -> Dynamic {
  cast(a)
}

/// Makes a dynamic value of a bit array.
///
/// ```gleam
/// assert dynamic.classify(dynamic.bit_array(<<255>>)) == "BitArray"
/// ```
pub fn bit_array(a: BitArray) -> Dynamic {
  cast(a)
}

/// Makes a dynamic value of a list.
///
/// ```gleam
/// assert dynamic.classify(dynamic.list([dynamic.int(1)])) == "List"
/// ```
pub fn list(a: List(Dynamic)) -> Dynamic {
  cast(a)
}

/// Makes an array of a list: a tuple on the Erlang target, an `Array` on
/// JavaScript.
///
/// ```gleam
/// assert dynamic.classify(dynamic.array([dynamic.int(1)])) == "Array"
/// ```
@external(erlang, "erlang", "list_to_tuple")
@external(javascript, "../dynamic.mjs", "array")
pub fn array(a: List(Dynamic)) -> Dynamic

/// Makes a dict of pairs of key and value.
///
/// ```gleam
/// assert dynamic.classify(dynamic.properties([])) == "Dict"
/// ```
pub fn properties(entries: List(#(Dynamic, Dynamic))) -> Dynamic {
  entries |> dict.from_list |> cast
}

/// The value that stands for nothing: `nil` on the Erlang target, `undefined`
/// on JavaScript.
///
/// ```gleam
/// assert dynamic.classify(dynamic.nil()) == "Nil"
/// ```
pub fn nil() -> Dynamic {
  cast(Nil)
}

@external(erlang, "gleam_stdlib", "identity")
@external(javascript, "../dynamic.mjs", "identity")
fn cast(a: anything) -> Dynamic
