import gleam/list
import gleam/string
import gleam/string_tree

pub fn building_test() {
  let tree =
    string_tree.from_string("b")
    |> string_tree.append("c")
    |> string_tree.prepend("a")
    |> string_tree.append_tree(string_tree.from_strings(["d", "é"]))
    |> string_tree.prepend_tree(string_tree.new())
  assert string_tree.to_string(tree) == "abcdé"
  assert string_tree.byte_size(tree) == 6
}

pub fn concat_and_join_test() {
  let trees = list.map(["a", "b", "c"], string_tree.from_string)
  assert string_tree.to_string(string_tree.concat(trees)) == "abc"
  assert string_tree.to_string(string_tree.join(trees, with: ", ")) == "a, b, c"
  assert string_tree.to_string(string_tree.join([], with: ", ")) == ""
}

pub fn text_functions_test() {
  let tree = string_tree.from_strings(["Gle", "am,É"])
  let apply = fn(f) { string_tree.to_string(f(tree)) }
  assert apply(string_tree.lowercase) == "gleam,é"
  assert apply(string_tree.uppercase) == "GLEAM,É"
  assert apply(string_tree.reverse) == "É,maelG"
  assert apply(string_tree.replace(_, each: "e", with: "3")) == "Gl3am,É"
  assert string_tree.split(tree, on: ",") |> list.map(string_tree.to_string)
    == ["Gleam", "É"]
}

pub fn is_equal_and_is_empty_test() {
  let pieces = string_tree.from_strings(["a", "", "b"])
  assert string_tree.is_equal(pieces, string_tree.from_string("ab"))
  assert !string_tree.is_equal(pieces, string_tree.from_string("a"))
  assert string_tree.is_empty(string_tree.from_strings(["", ""]))
  assert string_tree.is_empty(string_tree.new())
  assert !string_tree.is_empty(pieces)
}

pub fn large_test() {
  let tree =
    list.repeat("a", times: 1_000_000)
    |> list.fold(string_tree.new(), string_tree.append)
  assert string_tree.to_string(tree) == string.repeat("a", times: 1_000_000)
}
