//// Reading and writing JSON.
////
//// ```gleam
//// let cat = {
////   use name <- decode.field("name", decode.string)
////   use lives <- decode.field("lives", decode.int)
////   decode.success(#(name, lives))
//// }
//// assert json.parse(from: "{\"name\":\"Nubi\",\"lives\":9}", using: cat)
////   == Ok(#("Nubi", 9))
//// ```

import gleam/bit_array
import gleam/dict.{type Dict}
import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode
import gleam/list
import gleam/option.{type Option, None, Some}
import gleam/result
import gleam/string_tree.{type StringTree}

/// JSON that is to be written. On JavaScript it is the value of JavaScript that
/// `JSON.stringify` writes in that way, on Erlang it is the text in pieces.
pub type Json

/// Why JSON could not be read.
pub type DecodeError {
  /// The text is over before the JSON is.
  UnexpectedEndOfInput
  /// This byte, in hexadecimal such as `0x7D`, cannot stand where it does.
  UnexpectedByte(String)
  /// The text looks like JSON but has no value, such as a number that is too
  /// large for a float.
  UnexpectedSequence(String)
  /// It is JSON, but not of the form that the decoder wants.
  UnableToDecode(List(decode.DecodeError))
}

/// Reads JSON from a string.
///
/// Where an object has a name twice the last counts.
///
/// ```gleam
/// assert json.parse(from: "[1, 2]", using: decode.list(decode.int)) == Ok([1, 2])
/// assert json.parse(from: "[1", using: decode.list(decode.int))
///   == Error(json.UnexpectedEndOfInput)
/// ```
pub fn parse(
  from json: String,
  using decoder: decode.Decoder(t),
) -> Result(t, DecodeError) {
  use data <- result.try(parse_string(json))
  run(decoder, data)
}

/// Reads JSON from bits, which have to be UTF-8.
///
/// ```gleam
/// assert json.parse_bits(from: <<"true":utf8>>, using: decode.bool) == Ok(True)
/// ```
pub fn parse_bits(
  from json: BitArray,
  using decoder: decode.Decoder(t),
) -> Result(t, DecodeError) {
  use data <- result.try(parse_bit_array(json))
  run(decoder, data)
}

fn run(decoder: decode.Decoder(t), data: Dynamic) -> Result(t, DecodeError) {
  decode.run(data, decoder)
  |> result.map_error(UnableToDecode)
}

@external(erlang, "gleam_json_ffi", "decode")
@external(javascript, "../gleam_json_ffi.mjs", "decode")
fn parse_string(json: String) -> Result(Dynamic, DecodeError)

@external(erlang, "gleam_json_ffi", "decode_bits")
fn parse_bit_array(json: BitArray) -> Result(Dynamic, DecodeError) {
  case bit_array.to_string(json) {
    Ok(string) -> parse_string(string)
    Error(Nil) -> Error(UnexpectedByte(""))
  }
}

/// Writes JSON as short as it can be.
///
/// ```gleam
/// assert json.to_string(json.array([1, 2, 3], of: json.int)) == "[1,2,3]"
/// ```
@external(erlang, "erlang", "iolist_to_binary")
@external(javascript, "../gleam_json_ffi.mjs", "encode")
pub fn to_string(json: Json) -> String

/// Writes JSON to a string tree. On Erlang, where servers can send one as it
/// is, this takes no time.
///
/// ```gleam
/// let tree = json.to_string_tree(json.array([1, 2], of: json.int))
/// assert string_tree.to_string(tree) == "[1,2]"
/// ```
@external(erlang, "gleam_json_ffi", "to_string_tree")
pub fn to_string_tree(json: Json) -> StringTree {
  string_tree.from_string(to_string(json))
}

/// A string.
///
/// ```gleam
/// assert json.to_string(json.string("Hello!")) == "\"Hello!\""
/// ```
@external(erlang, "gleam_json_ffi", "string")
@external(javascript, "../gleam_json_ffi.mjs", "identity")
pub fn string(input: String) -> Json

/// `true` or `false`.
///
/// ```gleam
/// assert json.to_string(json.bool(True)) == "true"
/// ```
@external(erlang, "erlang", "atom_to_binary")
@external(javascript, "../gleam_json_ffi.mjs", "identity")
pub fn bool(input: Bool) -> Json

/// An integer number.
///
/// ```gleam
/// assert json.to_string(json.int(50)) == "50"
/// ```
@external(erlang, "erlang", "integer_to_binary")
@external(javascript, "../gleam_json_ffi.mjs", "identity")
pub fn int(input: Int) -> Json

/// A number with a fraction.
///
/// ```gleam
/// assert json.to_string(json.float(4.7)) == "4.7"
/// ```
@external(erlang, "gleam_json_ffi", "float")
@external(javascript, "../gleam_json_ffi.mjs", "identity")
pub fn float(input: Float) -> Json

/// `null`.
///
/// ```gleam
/// assert json.to_string(json.null()) == "null"
/// ```
@external(erlang, "gleam_json_ffi", "null")
@external(javascript, "../gleam_json_ffi.mjs", "null_")
pub fn null() -> Json

/// What the function makes of a value, or `null` when there is none.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert json.to_string(json.nullable(Some(50), of: json.int)) == "50"
/// assert json.to_string(json.nullable(None, of: json.int)) == "null"
/// ```
pub fn nullable(from input: Option(a), of inner_type: fn(a) -> Json) -> Json {
  case input {
    Some(value) -> inner_type(value)
    None -> null()
  }
}

/// An object with the given names and values.
///
/// ```gleam
/// assert json.to_string(json.object([#("lives", json.int(9))]))
///   == "{\"lives\":9}"
/// ```
@external(erlang, "gleam_json_ffi", "object")
@external(javascript, "../gleam_json_ffi.mjs", "object")
pub fn object(entries: List(#(String, Json))) -> Json

/// An array of what the function makes of each value of a list.
///
/// ```gleam
/// assert json.to_string(json.array([1, 2, 3], of: json.int)) == "[1,2,3]"
/// ```
pub fn array(from entries: List(a), of inner_type: fn(a) -> Json) -> Json {
  preprocessed_array(list.map(entries, inner_type))
}

/// An array of JSON values.
///
/// ```gleam
/// assert json.to_string(json.preprocessed_array([json.int(1), json.string("a")]))
///   == "[1,\"a\"]"
/// ```
@external(erlang, "gleam_json_ffi", "array")
@external(javascript, "../gleam_json_ffi.mjs", "array")
pub fn preprocessed_array(from: List(Json)) -> Json

/// An object of what the two functions make of the keys and values of a dict.
///
/// ```gleam
/// let lives = dict.from_list([#("Nubi", 9)])
/// assert json.to_string(json.dict(lives, fn(name) { name }, json.int))
///   == "{\"Nubi\":9}"
/// ```
pub fn dict(
  dict: Dict(k, v),
  keys: fn(k) -> String,
  values: fn(v) -> Json,
) -> Json {
  dict
  |> dict.fold([], fn(entries, key, value) {
    [#(keys(key), values(value)), ..entries]
  })
  |> object
}
