//// Decoders turn values of unknown type into values of a known type, or say
//// what is wrong with them.
////
//// A decoder for a record names its fields one after the other:
////
//// ```gleam
//// let player = {
////   use name <- decode.field("name", decode.string)
////   use score <- decode.optional_field("score", 0, decode.int)
////   decode.success(#(name, score))
//// }
//// let data =
////   dynamic.properties([#(dynamic.string("name"), dynamic.string("Ann"))])
//// assert decode.run(data, player) == Ok(#("Ann", 0))
//// ```
////
//// All fields are looked at even after one of them failed, so that all that is
//// wrong is found at once.

import gleam/dict.{type Dict}
import gleam/dynamic
import gleam/float
import gleam/int
import gleam/list
import gleam/option.{type Option, None, Some}

/// A value of unknown type. This is the type of `gleam/dynamic`.
pub type Dynamic =
  dynamic.Dynamic

/// Something that was found where something else was expected. The path leads
/// there: it has the names of fields and the positions of elements.
pub type DecodeError {
  DecodeError(expected: String, found: String, path: List(String))
}

// A decoder always gives a value, even if it is a placeholder, so that the
// decoders that depend on it can find their errors too.
/// Knows how to decode data to values of a type.
pub opaque type Decoder(t) {
  Decoder(function: fn(Dynamic) -> #(t, List(DecodeError)))
}

/// Decodes data.
///
/// ```gleam
/// assert decode.run(dynamic.int(1), decode.int) == Ok(1)
/// assert decode.run(dynamic.int(1), decode.string)
///   == Error([decode.DecodeError(expected: "String", found: "Int", path: [])])
/// ```
pub fn run(data: Dynamic, decoder: Decoder(t)) -> Result(t, List(DecodeError)) {
  case decoder.function(data) {
    #(value, []) -> Ok(value)
    #(_, errors) -> Error(errors)
  }
}

/// Decodes a field that lies several steps deep, and goes on with its value.
/// Steps are keys of dicts and objects, or positions in arrays.
///
/// ```gleam
/// let decoder = {
///   use name <- decode.subfield(["data", "name"], decode.string)
///   decode.success(name)
/// }
/// let name = dynamic.properties([#(dynamic.string("name"), dynamic.string("Ann"))])
/// let data = dynamic.properties([#(dynamic.string("data"), name)])
/// assert decode.run(data, decoder) == Ok("Ann")
/// ```
pub fn subfield(
  field_path: List(name),
  field_decoder: Decoder(t),
  next: fn(t) -> Decoder(final),
) -> Decoder(final) {
  at(field_path, field_decoder) |> and_then(next)
}

/// Goes on with the value of a decoder, keeping its errors.
fn and_then(decoder: Decoder(a), next: fn(a) -> Decoder(b)) -> Decoder(b) {
  Decoder(fn(data) {
    let #(value, errors) = decoder.function(data)
    let #(value, more_errors) = next(value).function(data)
    #(value, list.append(errors, more_errors))
  })
}

/// Decodes what lies at the end of a path. Steps are keys of dicts and objects,
/// or positions in arrays.
///
/// ```gleam
/// let inner = dynamic.properties([#(dynamic.string("two"), dynamic.int(2))])
/// let data = dynamic.properties([#(dynamic.string("one"), inner)])
/// assert decode.run(data, decode.at(["one", "two"], decode.int)) == Ok(2)
/// assert decode.run(dynamic.array([inner]), decode.at([0], decode.at(["two"], decode.int)))
///   == Ok(2)
/// ```
pub fn at(path: List(segment), inner: Decoder(a)) -> Decoder(a) {
  Decoder(fn(data) {
    walk(path, data, inner, [], fn(position) {
      let error = DecodeError("Field", "Nothing", path: [])
      #(placeholder(inner), [error]) |> push_path(position)
    })
  })
}

/// Like [`at`](#at), with a value for the case that there is nothing at the end
/// of the path.
///
/// ```gleam
/// let decoder = decode.optionally_at(["one", "two"], 100, decode.int)
/// let inner = dynamic.properties([#(dynamic.string("two"), dynamic.int(2))])
/// let data = dynamic.properties([#(dynamic.string("one"), inner)])
/// assert decode.run(data, decoder) == Ok(2)
/// assert decode.run(dynamic.properties([]), decoder) == Ok(100)
/// ```
pub fn optionally_at(
  path: List(segment),
  default: a,
  inner: Decoder(a),
) -> Decoder(a) {
  Decoder(fn(data) { walk(path, data, inner, [], fn(_) { #(default, []) }) })
}

/// Follows a path. `position` is the path so far, reversed.
fn walk(
  path: List(segment),
  data: Dynamic,
  inner: Decoder(a),
  position: List(segment),
  on_missing: fn(List(segment)) -> #(a, List(DecodeError)),
) -> #(a, List(DecodeError)) {
  case path {
    [segment, ..path] ->
      case index(data, segment) {
        Ok(Some(data)) ->
          walk(path, data, inner, [segment, ..position], on_missing)
        Ok(None) -> on_missing([segment, ..position])
        Error(kind) ->
          #(placeholder(inner), decode_error(kind, data))
          |> push_path(position)
      }
    [] -> inner.function(data) |> push_path(position)
  }
}

/// A value for a decoder that has nothing to decode.
fn placeholder(decoder: Decoder(a)) -> a {
  decoder.function(dynamic.nil()).0
}

/// What a key or position leads to. It is an error, naming the expected kind of
/// data, if this data has neither keys nor positions.
@external(erlang, "gleam_stdlib", "index")
@external(javascript, "../../dynamic.mjs", "index")
fn index(data: Dynamic, key: anything) -> Result(Option(Dynamic), String)

/// Puts a reversed position in front of the paths of all errors.
fn push_path(
  layer: #(t, List(DecodeError)),
  position: List(segment),
) -> #(t, List(DecodeError)) {
  case layer {
    #(_, []) -> layer
    #(value, errors) -> {
      let path =
        list.fold(position, [], fn(path, segment) {
          [segment_to_string(segment), ..path]
        })
      let errors =
        list.map(errors, fn(error) {
          DecodeError(..error, path: list.append(path, error.path))
        })
      #(value, errors)
    }
  }
}

fn segment_to_string(segment: anything) -> String {
  let segment = cast(segment)
  let decoder =
    one_of(string, or: [map(int, int.to_string), map(float, float.to_string)])
  case run(segment, decoder) {
    Ok(text) -> text
    Error(_) -> "<" <> dynamic.classify(segment) <> ">"
  }
}

@external(erlang, "gleam_stdlib", "identity")
@external(javascript, "../../dynamic.mjs", "identity")
fn cast(value: anything) -> Dynamic

/// Ends a chain of decoders with the value they have built.
///
/// ```gleam
/// assert decode.run(dynamic.int(1), decode.success("done")) == Ok("done")
/// ```
pub fn success(data: t) -> Decoder(t) {
  Decoder(fn(_) { #(data, []) })
}

/// The error of having found other data than expected.
///
/// ```gleam
/// assert decode.decode_error("Int", dynamic.string("a"))
///   == [decode.DecodeError(expected: "Int", found: "String", path: [])]
/// ```
pub fn decode_error(
  expected expected: String,
  found found: Dynamic,
) -> List(DecodeError) {
  [DecodeError(expected:, found: dynamic.classify(found), path: [])]
}

/// Decodes a field and goes on with its value.
///
/// ```gleam
/// let decoder = {
///   use name <- decode.field("name", decode.string)
///   use age <- decode.field("age", decode.int)
///   decode.success(#(name, age))
/// }
/// let data =
///   dynamic.properties([
///     #(dynamic.string("name"), dynamic.string("Ann")),
///     #(dynamic.string("age"), dynamic.int(32)),
///   ])
/// assert decode.run(data, decoder) == Ok(#("Ann", 32))
/// ```
pub fn field(
  field_name: name,
  field_decoder: Decoder(t),
  next: fn(t) -> Decoder(final),
) -> Decoder(final) {
  subfield([field_name], field_decoder, next)
}

/// Decodes a field that may be absent, and goes on with its value or the
/// default.
///
/// ```gleam
/// let decoder = {
///   use score <- decode.optional_field("score", 0, decode.int)
///   decode.success(score)
/// }
/// let data = dynamic.properties([#(dynamic.string("score"), dynamic.int(5))])
/// assert decode.run(data, decoder) == Ok(5)
/// assert decode.run(dynamic.properties([]), decoder) == Ok(0)
/// ```
pub fn optional_field(
  key: name,
  default: t,
  field_decoder: Decoder(t),
  next: fn(t) -> Decoder(final),
) -> Decoder(final) {
  Decoder(fn(data) {
    case index(data, key) {
      Ok(Some(data)) -> field_decoder.function(data) |> push_path([key])
      Ok(None) -> #(default, [])
      Error(kind) -> #(default, decode_error(kind, data)) |> push_path([key])
    }
  })
  |> and_then(next)
}

/// Decodes strings.
///
/// ```gleam
/// assert decode.run(dynamic.string("a"), decode.string) == Ok("a")
/// ```
pub const string: Decoder(String) = Decoder(decode_string)

fn decode_string(data: Dynamic) -> #(String, List(DecodeError)) {
  run_primitive(data, "String", dynamic_string)
}

@external(erlang, "gleam_stdlib", "dynamic_string")
@external(javascript, "../../dynamic.mjs", "string")
fn dynamic_string(data: Dynamic) -> Result(String, String)

/// Decodes truth values.
///
/// ```gleam
/// assert decode.run(dynamic.bool(True), decode.bool) == Ok(True)
/// ```
pub const bool: Decoder(Bool) = Decoder(decode_bool)

fn decode_bool(data: Dynamic) -> #(Bool, List(DecodeError)) {
  run_primitive(data, "Bool", fn(data) {
    case data == dynamic.bool(True), data == dynamic.bool(False) {
      True, _ -> Ok(True)
      _, True -> Ok(False)
      _, _ -> Error(False)
    }
  })
}

/// Decodes integers.
///
/// ```gleam
/// assert decode.run(dynamic.int(1), decode.int) == Ok(1)
/// ```
pub const int: Decoder(Int) = Decoder(decode_int)

fn decode_int(data: Dynamic) -> #(Int, List(DecodeError)) {
  run_primitive(data, "Int", dynamic_int)
}

@external(erlang, "gleam_stdlib", "dynamic_int")
@external(javascript, "../../dynamic.mjs", "int")
fn dynamic_int(data: Dynamic) -> Result(Int, Int)

/// Decodes floats. On JavaScript, where whole numbers look the same, it decodes
/// these too.
///
/// ```gleam
/// assert decode.run(dynamic.float(1.5), decode.float) == Ok(1.5)
/// ```
pub const float: Decoder(Float) = Decoder(decode_float)

fn decode_float(data: Dynamic) -> #(Float, List(DecodeError)) {
  run_primitive(data, "Float", dynamic_float)
}

@external(erlang, "gleam_stdlib", "dynamic_float")
@external(javascript, "../../dynamic.mjs", "float")
fn dynamic_float(data: Dynamic) -> Result(Float, Float)

/// Decodes anything, and leaves it as it is.
///
/// ```gleam
/// assert decode.run(dynamic.int(1), decode.dynamic) == Ok(dynamic.int(1))
/// ```
pub const dynamic: Decoder(Dynamic) = Decoder(decode_dynamic)

fn decode_dynamic(data: Dynamic) -> #(Dynamic, List(DecodeError)) {
  #(data, [])
}

/// Decodes bit arrays. On the Erlang target, where strings look the same, it
/// decodes these too.
///
/// ```gleam
/// assert decode.run(dynamic.bit_array(<<5>>), decode.bit_array) == Ok(<<5>>)
/// ```
pub const bit_array: Decoder(BitArray) = Decoder(decode_bit_array)

fn decode_bit_array(data: Dynamic) -> #(BitArray, List(DecodeError)) {
  run_primitive(data, "BitArray", dynamic_bit_array)
}

@external(erlang, "gleam_stdlib", "dynamic_bit_array")
@external(javascript, "../../dynamic.mjs", "bit_array")
fn dynamic_bit_array(data: Dynamic) -> Result(BitArray, BitArray)

fn run_primitive(
  data: Dynamic,
  name: String,
  decode: fn(Dynamic) -> Result(t, t),
) -> #(t, List(DecodeError)) {
  case decode(data) {
    Ok(value) -> #(value, [])
    Error(placeholder) -> #(placeholder, decode_error(name, data))
  }
}

/// Decodes lists and arrays, all of whose elements are of one type.
///
/// ```gleam
/// assert decode.run(dynamic.list([dynamic.int(1)]), decode.list(decode.int))
///   == Ok([1])
/// ```
pub fn list(of inner: Decoder(a)) -> Decoder(List(a)) {
  Decoder(fn(data) {
    case dynamic_list(data) {
      Ok(elements) -> decode_elements(elements, inner, 0, [])
      Error(_) -> #([], decode_error("List", data))
    }
  })
}

fn decode_elements(
  elements: List(Dynamic),
  inner: Decoder(a),
  position: Int,
  decoded: List(a),
) -> #(List(a), List(DecodeError)) {
  case elements {
    [element, ..rest] ->
      case inner.function(element) {
        #(value, []) ->
          decode_elements(rest, inner, position + 1, [value, ..decoded])
        #(_, errors) -> #([], errors) |> push_path([position])
      }
    [] -> #(list.reverse(decoded), [])
  }
}

@external(erlang, "gleam_stdlib", "dynamic_list")
@external(javascript, "../../dynamic.mjs", "list")
fn dynamic_list(data: Dynamic) -> Result(List(Dynamic), Nil)

/// Decodes dicts, all of whose keys are of one type and all of whose values are
/// of one type. On JavaScript it decodes objects too.
///
/// ```gleam
/// let data = dynamic.properties([#(dynamic.string("a"), dynamic.int(1))])
/// assert decode.run(data, decode.dict(decode.string, decode.int))
///   == Ok(dict.from_list([#("a", 1)]))
/// ```
pub fn dict(
  key: Decoder(key),
  value: Decoder(value),
) -> Decoder(Dict(key, value)) {
  Decoder(fn(data) {
    case dynamic_entries(data) {
      Ok(entries) -> decode_entries(entries, key, value, [])
      Error(_) -> #(dict.new(), decode_error("Dict", data))
    }
  })
}

fn decode_entries(
  entries: List(#(Dynamic, Dynamic)),
  key_decoder: Decoder(key),
  value_decoder: Decoder(value),
  decoded: List(#(key, value)),
) -> #(Dict(key, value), List(DecodeError)) {
  case entries {
    [] -> #(dict.from_list(decoded), [])
    [#(key, value), ..rest] ->
      case key_decoder.function(key), value_decoder.function(value) {
        #(key, []), #(value, []) ->
          decode_entries(rest, key_decoder, value_decoder, [
            #(key, value),
            ..decoded
          ])
        #(_, []), #(_, errors) -> #(dict.new(), errors) |> push_path([key])
        #(_, errors), _ -> #(dict.new(), errors) |> push_path(["keys"])
      }
  }
}

@external(erlang, "gleam_stdlib", "dynamic_entries")
@external(javascript, "../../dynamic.mjs", "entries")
fn dynamic_entries(data: Dynamic) -> Result(List(#(Dynamic, Dynamic)), Nil)

/// Decodes `nil`, `null` and `undefined` to `None`, and anything else by a
/// decoder.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert decode.run(dynamic.nil(), decode.optional(decode.int)) == Ok(None)
/// assert decode.run(dynamic.int(1), decode.optional(decode.int)) == Ok(Some(1))
/// ```
pub fn optional(inner: Decoder(a)) -> Decoder(Option(a)) {
  Decoder(fn(data) {
    case is_null(data) {
      True -> #(None, [])
      False -> {
        let #(value, errors) = inner.function(data)
        #(Some(value), errors)
      }
    }
  })
}

@external(erlang, "gleam_stdlib", "is_null")
@external(javascript, "../../dynamic.mjs", "is_null")
fn is_null(data: Dynamic) -> Bool

/// Applies a function to the decoded value.
///
/// ```gleam
/// let decoder = decode.int |> decode.map(int.to_string)
/// assert decode.run(dynamic.int(1), decoder) == Ok("1")
/// ```
pub fn map(decoder: Decoder(a), transformer: fn(a) -> b) -> Decoder(b) {
  Decoder(fn(data) {
    let #(value, errors) = decoder.function(data)
    #(transformer(value), errors)
  })
}

/// Applies a function to the errors of a decoder. It is not called if there are
/// none.
///
/// ```gleam
/// let decoder = decode.map_errors(decode.int, list.append(_, [
///   decode.DecodeError(expected: "A number of hats", found: "None", path: []),
/// ]))
/// let assert Error([_, error]) = decode.run(dynamic.nil(), decoder)
/// assert error.expected == "A number of hats"
/// ```
pub fn map_errors(
  decoder: Decoder(a),
  transformer: fn(List(DecodeError)) -> List(DecodeError),
) -> Decoder(a) {
  Decoder(fn(data) {
    case decoder.function(data) {
      #(_, []) as layer -> layer
      #(value, errors) -> #(value, transformer(errors))
    }
  })
}

/// Replaces the errors of a decoder by one, which says that the data is not what
/// the name stands for.
///
/// ```gleam
/// let decoder = decode.string |> decode.collapse_errors("Colour")
/// assert decode.run(dynamic.int(1), decoder)
///   == Error([decode.DecodeError(expected: "Colour", found: "Int", path: [])])
/// ```
pub fn collapse_errors(decoder: Decoder(a), name: String) -> Decoder(a) {
  Decoder(fn(data) {
    case decoder.function(data) {
      #(_, []) as layer -> layer
      #(value, _) -> #(value, decode_error(name, data))
    }
  })
}

/// Chooses a decoder by a value that was decoded from the same data.
///
/// ```gleam
/// let decoder = {
///   use number <- decode.then(decode.int)
///   case number >= 0 {
///     True -> decode.success(number)
///     False -> decode.failure(0, expected: "A number that is not negative")
///   }
/// }
/// assert decode.run(dynamic.int(3), decoder) == Ok(3)
/// let assert Error([_]) = decode.run(dynamic.int(-3), decoder)
/// ```
pub fn then(decoder: Decoder(a), next: fn(a) -> Decoder(b)) -> Decoder(b) {
  Decoder(fn(data) {
    let #(value, errors) = decoder.function(data)
    let #(value, _) as layer = next(value).function(data)
    case errors {
      [] -> layer
      _ -> #(value, errors)
    }
  })
}

/// Tries decoders in turn until one succeeds. If none does the errors are those
/// of the first.
///
/// ```gleam
/// let rounded = decode.map(decode.float, float.round)
/// let decoder = decode.one_of(decode.int, or: [rounded])
/// assert decode.run(dynamic.int(2), decoder) == Ok(2)
/// assert decode.run(dynamic.float(2.75), decoder) == Ok(3)
/// ```
pub fn one_of(
  first: Decoder(a),
  or alternatives: List(Decoder(a)),
) -> Decoder(a) {
  Decoder(fn(data) {
    case first.function(data) {
      #(_, []) as layer -> layer
      layer -> try_alternatives(data, layer, alternatives)
    }
  })
}

fn try_alternatives(
  data: Dynamic,
  failure: #(a, List(DecodeError)),
  alternatives: List(Decoder(a)),
) -> #(a, List(DecodeError)) {
  case alternatives {
    [decoder, ..rest] ->
      case decoder.function(data) {
        #(_, []) as layer -> layer
        _ -> try_alternatives(data, failure, rest)
      }
    [] -> failure
  }
}

/// Fails for all data. A value of the decoded type is needed as a placeholder;
/// it never gets out.
///
/// ```gleam
/// assert decode.run(dynamic.int(1), decode.failure(0, expected: "Even"))
///   == Error([decode.DecodeError(expected: "Even", found: "Int", path: [])])
/// ```
pub fn failure(placeholder: a, expected name: String) -> Decoder(a) {
  Decoder(fn(data) { #(placeholder, decode_error(name, data)) })
}

/// Makes a decoder for a type of its own by a function that looks at the data
/// itself. For other data it gives an error with a placeholder.
///
/// ```gleam
/// let decoder =
///   decode.new_primitive_decoder("Nothing", fn(data) {
///     case dynamic.classify(data) {
///       "Nil" -> Ok(Nil)
///       _ -> Error(Nil)
///     }
///   })
/// assert decode.run(dynamic.nil(), decoder) == Ok(Nil)
/// assert decode.run(dynamic.int(1), decoder)
///   == Error([decode.DecodeError(expected: "Nothing", found: "Int", path: [])])
/// ```
pub fn new_primitive_decoder(
  name: String,
  decoding_function: fn(Dynamic) -> Result(t, t),
) -> Decoder(t) {
  Decoder(fn(data) { run_primitive(data, name, decoding_function) })
}

/// Puts off the making of a decoder until it is used, so that it can contain
/// itself.
///
/// ```
/// fn tree_decoder() {
///   use value <- decode.field("value", decode.int)
///   use children <- decode.field(
///     "children",
///     decode.list(decode.recursive(tree_decoder)),
///   )
///   decode.success(Tree(value:, children:))
/// }
/// ```
///
/// ```gleam
/// let decoder = decode.recursive(fn() { decode.int })
/// assert decode.run(dynamic.int(1), decoder) == Ok(1)
/// ```
pub fn recursive(inner: fn() -> Decoder(a)) -> Decoder(a) {
  Decoder(fn(data) { inner().function(data) })
}
