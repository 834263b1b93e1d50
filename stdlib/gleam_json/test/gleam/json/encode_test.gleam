import gleam/dict
import gleam/function
import gleam/json.{type Json}
import gleam/option.{None, Some}
import gleam/string_tree

fn written(json: Json) -> String {
  let text = json.to_string(json)
  assert string_tree.to_string(json.to_string_tree(json)) == text
  text
}

pub fn scalar_test() {
  assert written(json.null()) == "null"
  assert written(json.bool(True)) == "true"
  assert written(json.bool(False)) == "false"
  assert written(json.int(-12)) == "-12"
  assert written(json.int(0)) == "0"
  assert written(json.float(1.5)) == "1.5"
  assert written(json.float(-0.25)) == "-0.25"
}

pub fn string_test() {
  assert written(json.string("")) == "\"\""
  assert written(json.string("Hello, wörld ✓ 👩‍👩‍👧")) == "\"Hello, wörld ✓ 👩‍👩‍👧\""
  assert written(json.string("\"quoted\" and \\ é/"))
    == "\"\\\"quoted\\\" and \\\\ é/\""
  assert written(json.string("\n\r\t\u{8}\u{c}")) == "\"\\n\\r\\t\\b\\f\""
  assert written(json.string("a\u{0}b\u{1f}\u{7f}"))
    == "\"a\\u0000b\\u001f\u{7f}\""
}

pub fn nullable_test() {
  assert written(json.nullable(Some(1), of: json.int)) == "1"
  assert written(json.nullable(None, of: json.int)) == "null"
}

pub fn array_test() {
  assert written(json.array([], of: json.int)) == "[]"
  assert written(json.array([1], of: json.int)) == "[1]"
  assert written(json.array([1, 2, 3], of: json.int)) == "[1,2,3]"
  let mixed = [json.null(), json.array(["a"], of: json.string)]
  assert written(json.preprocessed_array(mixed)) == "[null,[\"a\"]]"
}

pub fn object_test() {
  assert written(json.object([])) == "{}"
  assert written(json.object([#("b", json.int(1)), #("a\n", json.object([]))]))
    == "{\"b\":1,\"a\\n\":{}}"
  assert written(json.object([#("__proto__", json.int(1))]))
    == "{\"__proto__\":1}"
}

pub fn dict_test() {
  assert written(json.dict(dict.new(), function.identity, json.int)) == "{}"
  let dict = dict.from_list([#("a", 1)])
  assert written(json.dict(dict, function.identity, json.int)) == "{\"a\":1}"
}
