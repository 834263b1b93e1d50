import gleam/bit_array
import gleam/dynamic/decode
import gleam/json
import gleam/list
import gleam/string
import support/data

fn person(name) {
  json.object([
    #("name", json.string(name)),
    #("age", json.int(41)),
    #("height", json.float(1.75)),
    #("tags", json.array(["a", "b"], json.string)),
  ])
}

fn person_decoder() {
  use name <- decode.field("name", decode.string)
  use age <- decode.field("age", decode.int)
  use height <- decode.field("height", decode.float)
  use tags <- decode.field("tags", decode.list(decode.string))
  decode.success(#(name, age, height, tags))
}

pub fn to_string() {
  let people = data.words(100)
  fn() { json.to_string(json.array(people, person)) }
}

pub fn to_string_long_strings() {
  let texts = list.repeat(data.wide(50) <> string.inspect(data.text(10)), 10)
  fn() { json.to_string(json.array(texts, json.string)) }
}

pub fn parse() {
  let text = json.to_string(json.array(data.words(100), person))
  fn() { json.parse(text, decode.list(person_decoder())) }
}

pub fn parse_bits() {
  let bits = bit_array.from_string(json.to_string(json.array(data.words(100), person)))
  fn() { json.parse_bits(bits, decode.list(person_decoder())) }
}

pub fn parse_fails() {
  let text = json.to_string(json.array(data.words(100), person)) <> "]"
  fn() { json.parse(text, decode.list(person_decoder())) }
}
