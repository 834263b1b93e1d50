import gleam/dict
import gleam/dynamic/decode.{type Decoder}
import gleam/json.{type Json}
import gleam/list
import gleam/option.{None, Some}

/// What was written is read as the same value.
fn goes_there_and_back(
  values: List(a),
  to_json: fn(a) -> Json,
  decoder: Decoder(a),
) -> Nil {
  use value <- list.each(values)
  assert json.parse(json.to_string(to_json(value)), decoder) == Ok(value)
}

const texts = [
  "", "plain", "\"\\/", "\n\r\t\f\u{8}", "\u{0}\u{1f}\u{7f}", "ü ✓ 👩‍👩‍👧",
  "\u{2028}\u{2029}", "\u{10FFFF}", "null",
]

pub fn strings_test() {
  goes_there_and_back(texts, json.string, decode.string)
}

pub fn numbers_test() {
  goes_there_and_back(
    [0, 1, -1, 9_007_199_254_740_991, -9_007_199_254_740_991],
    json.int,
    decode.int,
  )
  goes_there_and_back(
    [0.5, -0.1, 1.0e-7, 1.5e300, -2.5e-300, 123_456.789],
    json.float,
    decode.float,
  )
}

pub fn nested_test() {
  goes_there_and_back(
    [[], [None], [Some([]), None, Some([True, False])]],
    json.array(_, json.nullable(_, json.array(_, json.bool))),
    decode.list(decode.optional(decode.list(decode.bool))),
  )
}

pub fn dicts_test() {
  let lengths = list.index_map(texts, fn(text, at) { #(text, at) })
  goes_there_and_back(
    [dict.new(), dict.from_list(lengths)],
    json.dict(_, fn(name) { name }, json.int),
    decode.dict(decode.string, decode.int),
  )
}

pub fn arrays_are_the_same_either_way_test() {
  use values <- list.each([[], [1], [1, -2, 3]])
  assert json.to_string(json.array(values, json.int))
    == json.to_string(json.preprocessed_array(list.map(values, json.int)))
}
