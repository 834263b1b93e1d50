//// Bytes that are put together from many pieces.
////
//// Adding to a `BytesTree` at either end takes no time, however long it
//// already is; the pieces are joined once, by `to_bit_array`. On the Erlang
//// target a tree is iodata, which can be written to files and sockets without
//// joining.

import gleam/bit_array
import gleam/list
import gleam/string_tree.{type StringTree}

// On the Erlang target no value of these variants is ever made.
/// Bytes in pieces.
pub opaque type BytesTree {
  Bytes(bytes: BitArray)
  Text(text: StringTree)
  Two(first: BytesTree, second: BytesTree)
  Many(trees: List(BytesTree))
}

/// A tree without bytes.
///
/// ```gleam
/// assert bytes_tree.to_bit_array(bytes_tree.new()) == <<>>
/// ```
pub fn new() -> BytesTree {
  concat([])
}

/// Puts a bit array in front. Its last byte is completed with zero bits.
///
/// ```gleam
/// assert bytes_tree.from_bit_array(<<2>>)
///   |> bytes_tree.prepend(<<1>>)
///   |> bytes_tree.to_bit_array
///   == <<1, 2>>
/// ```
pub fn prepend(to second: BytesTree, prefix first: BitArray) -> BytesTree {
  append_tree(from_bit_array(first), second)
}

/// Puts a bit array at the end. Its last byte is completed with zero bits.
///
/// ```gleam
/// assert bytes_tree.from_bit_array(<<1>>)
///   |> bytes_tree.append(<<2>>)
///   |> bytes_tree.to_bit_array
///   == <<1, 2>>
/// ```
pub fn append(to first: BytesTree, suffix second: BitArray) -> BytesTree {
  append_tree(first, from_bit_array(second))
}

/// Puts a tree in front.
///
/// ```gleam
/// assert bytes_tree.from_bit_array(<<2>>)
///   |> bytes_tree.prepend_tree(bytes_tree.from_bit_array(<<1>>))
///   |> bytes_tree.to_bit_array
///   == <<1, 2>>
/// ```
pub fn prepend_tree(
  to second: BytesTree,
  prefix first: BytesTree,
) -> BytesTree {
  append_tree(first, second)
}

/// Puts a tree at the end.
///
/// ```gleam
/// assert bytes_tree.from_bit_array(<<1>>)
///   |> bytes_tree.append_tree(bytes_tree.from_bit_array(<<2>>))
///   |> bytes_tree.to_bit_array
///   == <<1, 2>>
/// ```
@external(erlang, "gleam_stdlib", "iodata_append")
pub fn append_tree(to first: BytesTree, suffix second: BytesTree) -> BytesTree {
  Two(first, second)
}

/// Puts a string in front.
///
/// ```gleam
/// assert bytes_tree.from_bit_array(<<0>>)
///   |> bytes_tree.prepend_string("a")
///   |> bytes_tree.to_bit_array
///   == <<97, 0>>
/// ```
pub fn prepend_string(to second: BytesTree, prefix first: String) -> BytesTree {
  append_tree(from_string(first), second)
}

/// Puts a string at the end.
///
/// ```gleam
/// assert bytes_tree.from_bit_array(<<0>>)
///   |> bytes_tree.append_string("a")
///   |> bytes_tree.to_bit_array
///   == <<0, 97>>
/// ```
pub fn append_string(to first: BytesTree, suffix second: String) -> BytesTree {
  append_tree(first, from_string(second))
}

/// Joins the trees of a list.
///
/// ```gleam
/// assert [bytes_tree.from_bit_array(<<1>>), bytes_tree.from_bit_array(<<2>>)]
///   |> bytes_tree.concat
///   |> bytes_tree.to_bit_array
///   == <<1, 2>>
/// ```
@external(erlang, "gleam_stdlib", "identity")
pub fn concat(trees: List(BytesTree)) -> BytesTree {
  Many(trees)
}

/// Joins the bit arrays of a list. The last byte of each is completed with zero
/// bits.
///
/// ```gleam
/// assert bytes_tree.concat_bit_arrays([<<1>>, <<2>>])
///   |> bytes_tree.to_bit_array
///   == <<1, 2>>
/// ```
pub fn concat_bit_arrays(bits: List(BitArray)) -> BytesTree {
  bits |> list.map(from_bit_array) |> concat
}

/// Makes a tree of the bytes of a string in UTF-8.
///
/// ```gleam
/// assert bytes_tree.to_bit_array(bytes_tree.from_string("a")) == <<97>>
/// ```
@external(erlang, "gleam_stdlib", "identity")
pub fn from_string(string: String) -> BytesTree {
  Text(string_tree.from_string(string))
}

/// Makes a tree of the bytes of a text in UTF-8.
///
/// ```gleam
/// assert string_tree.from_strings(["a", "b"])
///   |> bytes_tree.from_string_tree
///   |> bytes_tree.to_bit_array
///   == <<97, 98>>
/// ```
@external(erlang, "gleam_stdlib", "identity")
pub fn from_string_tree(tree: StringTree) -> BytesTree {
  Text(tree)
}

/// Makes a tree of a bit array. Its last byte is completed with zero bits.
///
/// ```gleam
/// assert bytes_tree.from_bit_array(<<1:size(1)>>)
///   |> bytes_tree.to_bit_array
///   == <<128>>
/// ```
pub fn from_bit_array(bits: BitArray) -> BytesTree {
  bits |> bit_array.pad_to_bytes |> wrap
}

@external(erlang, "gleam_stdlib", "identity")
fn wrap(bytes: BitArray) -> BytesTree {
  Bytes(bytes)
}

/// Joins all pieces into one bit array.
///
/// ```gleam
/// assert bytes_tree.concat_bit_arrays([<<1>>, <<2>>])
///   |> bytes_tree.to_bit_array
///   == <<1, 2>>
/// ```
@external(erlang, "erlang", "iolist_to_binary")
pub fn to_bit_array(tree: BytesTree) -> BitArray {
  [tree] |> pieces([]) |> bit_array.concat
}

/// The pieces of trees in order. The trees that are still to be looked at are
/// kept in a list, because a tree may be as deep as it is large.
fn pieces(waiting: List(BytesTree), found: List(BitArray)) -> List(BitArray) {
  case waiting {
    [Bytes(bytes), ..rest] -> pieces(rest, [bytes, ..found])
    [Text(tree), ..rest] -> {
      let bytes = bit_array.from_string(string_tree.to_string(tree))
      pieces(rest, [bytes, ..found])
    }
    [Two(first, second), ..rest] -> pieces([first, second, ..rest], found)
    [Many(trees), ..rest] -> pieces(list.append(trees, rest), found)
    [] -> list.reverse(found)
  }
}

/// The number of bytes.
///
/// ```gleam
/// assert bytes_tree.byte_size(bytes_tree.from_string("ä")) == 2
/// ```
@external(erlang, "erlang", "iolist_size")
pub fn byte_size(tree: BytesTree) -> Int {
  size_loop([tree], 0)
}

fn size_loop(waiting: List(BytesTree), size: Int) -> Int {
  case waiting {
    [Bytes(bytes), ..rest] -> size_loop(rest, size + bit_array.byte_size(bytes))
    [Text(text), ..rest] -> size_loop(rest, size + string_tree.byte_size(text))
    [Two(first, second), ..rest] -> size_loop([first, second, ..rest], size)
    [Many(trees), ..rest] -> size_loop(list.append(trees, rest), size)
    [] -> size
  }
}
