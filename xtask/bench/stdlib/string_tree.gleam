import support/data
import gleam/list
import gleam/string_tree

pub fn append_each() {
  let words = data.words(1000)
  fn() { list.fold(words, string_tree.new(), string_tree.append) |> string_tree.to_string }
}

pub fn prepend_each() {
  let words = data.words(1000)
  fn() { list.fold(words, string_tree.new(), string_tree.prepend) |> string_tree.to_string }
}

pub fn from_strings() {
  let words = data.words(1000)
  fn() { string_tree.from_strings(words) |> string_tree.to_string }
}

pub fn concat() {
  let trees = list.map(data.words(1000), string_tree.from_string)
  fn() { string_tree.concat(trees) |> string_tree.to_string }
}

pub fn join() {
  let trees = list.map(data.words(1000), string_tree.from_string)
  fn() { string_tree.join(trees, ", ") |> string_tree.to_string }
}

pub fn byte_size() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { string_tree.byte_size(tree) }
}

pub fn lowercase() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { string_tree.lowercase(tree) }
}

pub fn uppercase() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { string_tree.uppercase(tree) }
}

pub fn reverse() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { string_tree.reverse(tree) }
}

pub fn split() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { string_tree.split(tree, "word") }
}

pub fn replace() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { string_tree.replace(tree, "word", "w") }
}

pub fn is_equal() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { string_tree.is_equal(tree, tree) }
}

pub fn is_empty() {
  let tree = string_tree.from_strings(data.words(1000))
  fn() { string_tree.is_empty(tree) }
}
