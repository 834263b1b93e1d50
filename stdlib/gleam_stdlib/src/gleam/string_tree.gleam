//// Text that is put together from many pieces.
////
//// Adding to a `StringTree` at either end takes no time, however long it
//// already is; the pieces are joined once, by `to_string`. On the Erlang
//// target many functions that write text take it as it is, without joining.

import gleam/list
import gleam/string

/// Text in pieces.
pub type StringTree

/// A tree without text.
///
/// ```gleam
/// assert string_tree.to_string(string_tree.new()) == ""
/// ```
pub fn new() -> StringTree {
  from_strings([])
}

/// Puts a string in front.
///
/// ```gleam
/// assert string_tree.from_string("b")
///   |> string_tree.prepend("a")
///   |> string_tree.to_string
///   == "ab"
/// ```
pub fn prepend(to tree: StringTree, prefix prefix: String) -> StringTree {
  append_tree(from_string(prefix), tree)
}

/// Puts a string at the end.
///
/// ```gleam
/// assert string_tree.from_string("a")
///   |> string_tree.append("b")
///   |> string_tree.to_string
///   == "ab"
/// ```
pub fn append(to tree: StringTree, suffix second: String) -> StringTree {
  append_tree(tree, from_string(second))
}

/// Puts a tree in front.
///
/// ```gleam
/// assert string_tree.from_string("b")
///   |> string_tree.prepend_tree(string_tree.from_string("a"))
///   |> string_tree.to_string
///   == "ab"
/// ```
pub fn prepend_tree(
  to tree: StringTree,
  prefix prefix: StringTree,
) -> StringTree {
  append_tree(prefix, tree)
}

/// Puts a tree at the end.
///
/// ```gleam
/// assert string_tree.from_string("a")
///   |> string_tree.append_tree(string_tree.from_string("b"))
///   |> string_tree.to_string
///   == "ab"
/// ```
@external(erlang, "gleam_stdlib", "iodata_append")
@external(javascript, "../text.mjs", "append")
pub fn append_tree(to tree: StringTree, suffix suffix: StringTree) -> StringTree

/// Makes a tree of the strings of a list.
///
/// ```gleam
/// assert string_tree.to_string(string_tree.from_strings(["a", "b"])) == "ab"
/// ```
@external(erlang, "gleam_stdlib", "identity")
@external(javascript, "../text.mjs", "concat")
pub fn from_strings(strings: List(String)) -> StringTree

/// Joins the trees of a list.
///
/// ```gleam
/// assert [string_tree.from_string("a"), string_tree.from_string("b")]
///   |> string_tree.concat
///   |> string_tree.to_string
///   == "ab"
/// ```
@external(erlang, "gleam_stdlib", "identity")
@external(javascript, "../text.mjs", "concat")
pub fn concat(trees: List(StringTree)) -> StringTree

/// Makes a tree of one string.
///
/// ```gleam
/// assert string_tree.to_string(string_tree.from_string("a")) == "a"
/// ```
@external(erlang, "gleam_stdlib", "identity")
@external(javascript, "../text.mjs", "identity")
pub fn from_string(string: String) -> StringTree

/// Joins all pieces into one string.
///
/// ```gleam
/// assert string_tree.to_string(string_tree.from_strings(["a", "b"])) == "ab"
/// ```
@external(erlang, "unicode", "characters_to_binary")
@external(javascript, "../text.mjs", "identity")
pub fn to_string(tree: StringTree) -> String

/// The number of bytes of the text in UTF-8.
///
/// ```gleam
/// assert string_tree.byte_size(string_tree.from_string("ä")) == 2
/// ```
@external(erlang, "erlang", "iolist_size")
pub fn byte_size(tree: StringTree) -> Int {
  tree |> to_string |> string.byte_size
}

/// Joins the trees of a list with a separator between them.
///
/// ```gleam
/// assert [string_tree.from_string("a"), string_tree.from_string("b")]
///   |> string_tree.join(with: ", ")
///   |> string_tree.to_string
///   == "a, b"
/// ```
@external(erlang, "gleam_stdlib", "string_tree_join")
@external(javascript, "../text.mjs", "join")
pub fn join(trees: List(StringTree), with sep: String) -> StringTree

/// Makes all letters lower case.
///
/// ```gleam
/// assert string_tree.from_string("AB")
///   |> string_tree.lowercase
///   |> string_tree.to_string
///   == "ab"
/// ```
pub fn lowercase(tree: StringTree) -> StringTree {
  tree |> to_string |> string.lowercase |> from_string
}

/// Makes all letters upper case.
///
/// ```gleam
/// assert string_tree.from_string("ab")
///   |> string_tree.uppercase
///   |> string_tree.to_string
///   == "AB"
/// ```
pub fn uppercase(tree: StringTree) -> StringTree {
  tree |> to_string |> string.uppercase |> from_string
}

/// Turns the text around.
///
/// ```gleam
/// assert string_tree.from_string("abc")
///   |> string_tree.reverse
///   |> string_tree.to_string
///   == "cba"
/// ```
pub fn reverse(tree: StringTree) -> StringTree {
  tree |> to_string |> string.reverse |> from_string
}

/// Cuts the text at every occurrence of a separator.
///
/// ```gleam
/// assert string_tree.from_string("a,b")
///   |> string_tree.split(on: ",")
///   |> list.map(string_tree.to_string)
///   == ["a", "b"]
/// ```
@external(erlang, "gleam_stdlib", "string_tree_split")
@external(javascript, "../text.mjs", "split")
pub fn split(tree: StringTree, on pattern: String) -> List(StringTree) {
  tree |> to_string |> string.split(on: pattern) |> list.map(from_string)
}

/// Replaces every occurrence of a part.
///
/// ```gleam
/// assert string_tree.from_string("a,b")
///   |> string_tree.replace(each: ",", with: ";")
///   |> string_tree.to_string
///   == "a;b"
/// ```
pub fn replace(
  in tree: StringTree,
  each pattern: String,
  with substitute: String,
) -> StringTree {
  tree
  |> to_string
  |> string.replace(each: pattern, with: substitute)
  |> from_string
}

/// Whether two trees have the same text. The operator `==` would tell trees
/// apart that are cut into pieces in different ways.
///
/// ```gleam
/// assert string_tree.is_equal(
///   string_tree.from_strings(["a", "b"]),
///   string_tree.from_string("ab"),
/// )
/// ```
pub fn is_equal(a: StringTree, b: StringTree) -> Bool {
  to_string(a) == to_string(b)
}

/// Whether there is no text.
///
/// ```gleam
/// assert string_tree.is_empty(string_tree.from_strings(["", ""]))
/// ```
@external(erlang, "string", "is_empty")
pub fn is_empty(tree: StringTree) -> Bool {
  to_string(tree) == ""
}
