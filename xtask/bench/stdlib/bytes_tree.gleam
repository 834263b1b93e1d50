import support/data
import gleam/bit_array
import gleam/bytes_tree
import gleam/list
import gleam/string_tree

pub fn append_each() {
  let parts = list.map(data.words(1000), bit_array.from_string)
  fn() { list.fold(parts, bytes_tree.new(), bytes_tree.append) |> bytes_tree.to_bit_array }
}

pub fn prepend_each() {
  let parts = list.map(data.words(1000), bit_array.from_string)
  fn() { list.fold(parts, bytes_tree.new(), bytes_tree.prepend) |> bytes_tree.to_bit_array }
}

pub fn append_string_each() {
  let words = data.words(1000)
  fn() { list.fold(words, bytes_tree.new(), bytes_tree.append_string) |> bytes_tree.to_bit_array }
}

pub fn concat() {
  let trees = list.map(data.words(1000), bytes_tree.from_string)
  fn() { bytes_tree.concat(trees) |> bytes_tree.to_bit_array }
}

pub fn concat_bit_arrays() {
  let parts = list.map(data.words(1000), bit_array.from_string)
  fn() { bytes_tree.concat_bit_arrays(parts) |> bytes_tree.to_bit_array }
}

pub fn byte_size() {
  let parts = list.map(data.words(1000), bit_array.from_string)
  let tree = bytes_tree.concat_bit_arrays(parts)
  fn() { bytes_tree.byte_size(tree) }
}

pub fn from_string_tree() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { bytes_tree.from_string_tree(tree) |> bytes_tree.to_bit_array }
}
