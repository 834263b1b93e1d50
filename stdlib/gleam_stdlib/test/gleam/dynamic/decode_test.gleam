import gleam/dict
import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode.{DecodeError}
import gleam/float
import gleam/int
import gleam/list
import gleam/option.{None, Some}

type Player {
  Player(name: String, score: Int, team: option.Option(String))
}

type Tree {
  Tree(value: Int, children: List(Tree))
}

fn object(fields: List(#(String, Dynamic))) -> Dynamic {
  fields
  |> list.map(fn(field) { #(dynamic.string(field.0), field.1) })
  |> dynamic.properties
}

fn player_decoder() -> decode.Decoder(Player) {
  use name <- decode.field("name", decode.string)
  use score <- decode.optional_field("score", 0, decode.int)
  use team <- decode.optional_field(
    "team",
    None,
    decode.optional(decode.string),
  )
  decode.success(Player(name:, score:, team:))
}

pub fn record_test() {
  let full = [
    #("name", dynamic.string("Mel")),
    #("score", dynamic.int(180)),
    #("team", dynamic.string("Red")),
  ]
  assert decode.run(object(full), player_decoder())
    == Ok(Player("Mel", 180, Some("Red")))
  assert decode.run(
      object([#("name", dynamic.string("Mel"))]),
      player_decoder(),
    )
    == Ok(Player("Mel", 0, None))
  assert decode.run(
      object([#("name", dynamic.string("Mel")), #("team", dynamic.nil())]),
      player_decoder(),
    )
    == Ok(Player("Mel", 0, None))
}

pub fn all_errors_of_a_record_are_found_test() {
  let data =
    object([#("score", dynamic.string("1")), #("team", dynamic.int(1))])
  assert decode.run(data, player_decoder())
    == Error([
      DecodeError("Field", "Nothing", ["name"]),
      DecodeError("Int", "String", ["score"]),
      DecodeError("String", "Int", ["team"]),
    ])
}

pub fn not_a_record_test() {
  assert decode.run(dynamic.int(1), player_decoder())
    == Error([
      DecodeError("Dict", "Int", []),
      DecodeError("Dict", "Int", ["score"]),
      DecodeError("Dict", "Int", ["team"]),
    ])
}

pub fn primitives_test() {
  assert decode.run(dynamic.string("é"), decode.string) == Ok("é")
  assert decode.run(dynamic.int(-1), decode.int) == Ok(-1)
  assert decode.run(dynamic.float(1.5), decode.float) == Ok(1.5)
  assert decode.run(dynamic.bool(True), decode.bool) == Ok(True)
  assert decode.run(dynamic.bool(False), decode.bool) == Ok(False)
  assert decode.run(dynamic.bit_array(<<1:1>>), decode.bit_array) == Ok(<<1:1>>)
  assert decode.run(dynamic.nil(), decode.dynamic) == Ok(dynamic.nil())
}

pub fn primitive_errors_test() {
  let nil = dynamic.nil()
  assert decode.run(nil, decode.string) == failed("String", "Nil")
  assert decode.run(nil, decode.int) == failed("Int", "Nil")
  assert decode.run(nil, decode.float) == failed("Float", "Nil")
  assert decode.run(nil, decode.bool) == failed("Bool", "Nil")
  assert decode.run(nil, decode.bit_array) == failed("BitArray", "Nil")
  assert decode.run(dynamic.float(1.5), decode.int) == failed("Int", "Float")
  assert decode.run(dynamic.bit_array(<<1:1>>), decode.string)
    == failed("String", "BitArray")
}

fn failed(
  expected: String,
  found: String,
) -> Result(a, List(decode.DecodeError)) {
  Error([DecodeError(expected, found, [])])
}

pub fn paths_test() {
  let data = object([#("a", object([#("b", dynamic.int(1))]))])
  assert decode.run(data, decode.at(["a", "b"], decode.int)) == Ok(1)
  assert decode.run(data, decode.at([], decode.dynamic)) == Ok(data)
  assert decode.run(data, decode.at(["a", "c"], decode.int))
    == Error([DecodeError("Field", "Nothing", ["a", "c"])])
  assert decode.run(data, decode.at(["a", "b"], decode.string))
    == Error([DecodeError("String", "Int", ["a", "b"])])
  assert decode.run(data, decode.at(["a", "b", "c"], decode.int))
    == Error([DecodeError("Dict", "Int", ["a", "b"])])
  assert decode.run(data, decode.optionally_at(["a", "c"], 9, decode.int))
    == Ok(9)
  assert decode.run(data, decode.optionally_at(["a", "b"], 9, decode.int))
    == Ok(1)
  let twice = {
    use x <- decode.subfield(["a", "b"], decode.int)
    use y <- decode.subfield(["a", "b"], decode.int)
    decode.success(x + y)
  }
  assert decode.run(data, twice) == Ok(2)
}

pub fn positions_test() {
  let items = list.map([10, 11, 12], dynamic.int)
  let at = fn(data, position) {
    decode.run(data, decode.at([position], decode.int))
  }
  assert at(dynamic.array(items), 2) == Ok(12)
  assert at(dynamic.list(items), 2) == Ok(12)
  assert at(dynamic.array(items), 3)
    == Error([DecodeError("Field", "Nothing", ["3"])])
  assert at(dynamic.list(items), 3)
    == Error([DecodeError("Indexable", "List", [])])
  assert at(dynamic.list(list.repeat(dynamic.int(1), 20)), 10)
    == Error([DecodeError("Indexable", "List", [])])
  assert at(dynamic.string("abc"), 0)
    == Error([DecodeError("Indexable", "String", [])])
}

pub fn list_test() {
  let data = dynamic.list([dynamic.int(1), dynamic.int(2)])
  assert decode.run(data, decode.list(of: decode.int)) == Ok([1, 2])
  assert decode.run(dynamic.array([dynamic.int(1)]), decode.list(decode.int))
    == Ok([1])
  assert decode.run(dynamic.int(1), decode.list(decode.int))
    == Error([DecodeError("List", "Int", [])])
  let nested =
    dynamic.list([data, dynamic.list([dynamic.int(1), dynamic.nil()])])
  assert decode.run(nested, decode.list(decode.list(decode.int)))
    == Error([DecodeError("Int", "Nil", ["1", "1"])])
}

pub fn list_large_test() {
  let data = dynamic.list(list.repeat(dynamic.int(1), times: 1_000_000))
  let assert Ok(ones) = decode.run(data, decode.list(decode.int))
  assert int.sum(ones) == 1_000_000
}

pub fn dict_test() {
  let data = object([#("a", dynamic.int(1)), #("b", dynamic.int(2))])
  assert decode.run(data, decode.dict(decode.string, decode.int))
    == Ok(dict.from_list([#("b", 2), #("a", 1)]))
  assert decode.run(dynamic.nil(), decode.dict(decode.string, decode.int))
    == Error([DecodeError("Dict", "Nil", [])])
  let one = object([#("a", dynamic.int(1))])
  assert decode.run(one, decode.dict(decode.int, decode.int))
    == Error([DecodeError("Int", "String", ["keys"])])
  assert decode.run(one, decode.dict(decode.string, decode.string))
    == Error([DecodeError("String", "Int", ["a"])])
}

pub fn optional_test() {
  let decoder = decode.optional(decode.int)
  assert decode.run(dynamic.nil(), decoder) == Ok(None)
  assert decode.run(dynamic.int(1), decoder) == Ok(Some(1))
  assert decode.run(dynamic.string(""), decoder)
    == Error([DecodeError("Int", "String", [])])
}

pub fn map_test() {
  let decoder = decode.map(decode.int, int.to_string)
  assert decode.run(dynamic.int(1), decoder) == Ok("1")
}

pub fn errors_can_be_changed_test() {
  let data = dynamic.list([dynamic.nil()])
  let decoder = decode.list(decode.int)
  assert decode.run(data, decode.collapse_errors(decoder, "Numbers"))
    == Error([DecodeError("Numbers", "List", [])])
  let rename = fn(errors) {
    list.map(errors, fn(error) { DecodeError(..error, expected: "Number") })
  }
  assert decode.run(data, decode.map_errors(decoder, rename))
    == Error([DecodeError("Number", "Nil", ["0"])])
  assert decode.run(
      dynamic.list([]),
      decode.map_errors(decoder, fn(_) { panic }),
    )
    == Ok([])
}

pub fn then_test() {
  let decoder = {
    use tag <- decode.then(decode.at(["type"], decode.string))
    case tag {
      "int" -> decode.at(["value"], decode.int)
      _ -> decode.failure(0, expected: "Value")
    }
  }
  let data = fn(tag) { object([#("type", tag), #("value", dynamic.int(7))]) }
  assert decode.run(data(dynamic.string("int")), decoder) == Ok(7)
  assert decode.run(data(dynamic.string("x")), decoder)
    == Error([DecodeError("Value", "Dict", [])])
  assert decode.run(data(dynamic.int(1)), decoder)
    == Error([DecodeError("String", "Int", ["type"])])
}

pub fn one_of_test() {
  let decoder =
    decode.one_of(decode.string, or: [
      decode.map(decode.int, int.to_string),
      decode.map(decode.float, float.to_string),
    ])
  assert decode.run(dynamic.string("a"), decoder) == Ok("a")
  assert decode.run(dynamic.int(1), decoder) == Ok("1")
  assert decode.run(dynamic.float(1.5), decoder) == Ok("1.5")
  assert decode.run(dynamic.nil(), decoder)
    == Error([DecodeError("String", "Nil", [])])
}

pub fn new_primitive_decoder_test() {
  let answer =
    decode.new_primitive_decoder("Answer", fn(data) {
      case data == dynamic.int(42) {
        True -> Ok("yes")
        False -> Error("")
      }
    })
  assert decode.run(dynamic.int(42), answer) == Ok("yes")
  assert decode.run(dynamic.int(41), answer)
    == Error([DecodeError("Answer", "Int", [])])
}

pub fn decode_error_test() {
  assert decode.decode_error(expected: "A", found: dynamic.bool(True))
    == [DecodeError("A", "Bool", [])]
}

fn tree_decoder() -> decode.Decoder(Tree) {
  use value <- decode.field("value", decode.int)
  use children <- decode.optional_field(
    "children",
    [],
    decode.list(decode.recursive(tree_decoder)),
  )
  decode.success(Tree(value:, children:))
}

pub fn recursive_test() {
  let leaf = fn(value) { object([#("value", value)]) }
  let tree = fn(leaf) {
    object([#("value", dynamic.int(1)), #("children", dynamic.list([leaf]))])
  }
  assert decode.run(tree(leaf(dynamic.int(2))), tree_decoder())
    == Ok(Tree(1, [Tree(2, [])]))
  assert decode.run(tree(leaf(dynamic.nil())), tree_decoder())
    == Error([DecodeError("Int", "Nil", ["children", "0", "value"])])
}

@external(javascript, "../../gleam_stdlib_test_ffi.mjs", "object")
fn javascript_object() -> Dynamic {
  object([
    #("name", dynamic.string("Lucy")),
    #("tags", dynamic.array([dynamic.string("a"), dynamic.string("b")])),
    #("nothing", dynamic.nil()),
    #("nested", object([#("age", dynamic.int(7))])),
  ])
}

pub fn javascript_object_test() {
  let decoder = {
    use name <- decode.field("name", decode.string)
    use tags <- decode.field("tags", decode.list(decode.string))
    use nothing <- decode.field("nothing", decode.optional(decode.int))
    use nested <- decode.field("nested", decode.dict(decode.string, decode.int))
    use age <- decode.subfield(["nested", "age"], decode.int)
    decode.success(#(name, tags, nothing, nested, age))
  }
  assert decode.run(javascript_object(), decoder)
    == Ok(#("Lucy", ["a", "b"], None, dict.from_list([#("age", 7)]), 7))
}
