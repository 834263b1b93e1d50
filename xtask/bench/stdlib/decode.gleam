import gleam/dynamic
import gleam/dynamic/decode
import gleam/list
import support/data

fn person() {
  dynamic.properties([
    #(dynamic.string("name"), dynamic.string("Ann")),
    #(dynamic.string("age"), dynamic.int(41)),
    #(dynamic.string("tags"), dynamic.list([dynamic.string("a")])),
  ])
}

fn person_decoder() {
  use name <- decode.field("name", decode.string)
  use age <- decode.field("age", decode.int)
  use tags <- decode.field("tags", decode.list(decode.string))
  use email <- decode.optional_field("email", "", decode.string)
  decode.success(#(name, age, tags, email))
}

pub fn record() {
  let data = person()
  let decoder = person_decoder()
  fn() { decode.run(data, decoder) }
}

pub fn record_fails() {
  let data = dynamic.properties([#(dynamic.string("name"), dynamic.int(1))])
  let decoder = person_decoder()
  fn() { decode.run(data, decoder) }
}

pub fn list_of_records() {
  let data = dynamic.list(list.map(data.ints(100), fn(_) { person() }))
  let decoder = decode.list(person_decoder())
  fn() { decode.run(data, decoder) }
}

pub fn list_of_ints() {
  let data = dynamic.list(list.map(data.ints(1000), dynamic.int))
  let decoder = decode.list(decode.int)
  fn() { decode.run(data, decoder) }
}

pub fn list_of_floats() {
  let data = dynamic.list(list.map(data.ints(1000), fn(_) { dynamic.float(1.5) }))
  let decoder = decode.list(decode.float)
  fn() { decode.run(data, decoder) }
}

pub fn dict() {
  let data = dynamic.properties(list.map(data.words(100), fn(w) { #(dynamic.string(w), dynamic.int(1)) }))
  let decoder = decode.dict(decode.string, decode.int)
  fn() { decode.run(data, decoder) }
}

pub fn one_of() {
  let data = dynamic.bool(True)
  let decoder = decode.one_of(decode.map(decode.int, fn(_) { True }), [decode.bool])
  fn() { decode.run(data, decoder) }
}

pub fn optional() {
  let data = dynamic.nil()
  let decoder = decode.optional(decode.int)
  fn() { decode.run(data, decoder) }
}

pub fn at() {
  let data = dynamic.properties([#(dynamic.string("a"), person())])
  let decoder = decode.at(["a", "age"], decode.int)
  fn() { decode.run(data, decoder) }
}

pub fn then() {
  let data = dynamic.int(1)
  let decoder = decode.then(decode.int, fn(x) { decode.success(x + 1) })
  fn() { decode.run(data, decoder) }
}

pub fn subfield() {
  let data = dynamic.properties([#(dynamic.string("a"), person())])
  let decoder = { use age <- decode.subfield(["a", "age"], decode.int) decode.success(age) }
  fn() { decode.run(data, decoder) }
}
