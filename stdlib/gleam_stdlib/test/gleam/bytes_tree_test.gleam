import gleam/bit_array
import gleam/bytes_tree
import gleam/list
import gleam/string_tree

pub fn building_test() {
  let tree =
    bytes_tree.from_bit_array(<<2>>)
    |> bytes_tree.append(<<3>>)
    |> bytes_tree.prepend(<<1>>)
    |> bytes_tree.append_string("é")
    |> bytes_tree.prepend_string("a")
    |> bytes_tree.append_tree(bytes_tree.from_string("b"))
    |> bytes_tree.prepend_tree(bytes_tree.new())
  assert bytes_tree.to_bit_array(tree) == <<"a", 1, 2, 3, "é", "b">>
  assert bytes_tree.byte_size(tree) == 7
}

pub fn concat_test() {
  assert bytes_tree.concat([
      bytes_tree.from_string("a"),
      bytes_tree.from_string_tree(string_tree.from_strings(["b", "c"])),
      bytes_tree.concat_bit_arrays([<<1>>, <<2, 3>>]),
    ])
    |> bytes_tree.to_bit_array
    == <<"abc", 1, 2, 3>>
  assert bytes_tree.to_bit_array(bytes_tree.new()) == <<>>
}

pub fn incomplete_bytes_are_completed_test() {
  assert bytes_tree.from_bit_array(<<1:1>>)
    |> bytes_tree.append(<<1:2>>)
    |> bytes_tree.to_bit_array
    == <<128, 64>>
}

pub fn large_test() {
  let bytes = list.repeat(<<7>>, times: 200_000)
  let appended = list.fold(bytes, bytes_tree.new(), bytes_tree.append)
  let prepended = list.fold(bytes, bytes_tree.new(), bytes_tree.prepend)
  assert bytes_tree.byte_size(appended) == 200_000
  assert bytes_tree.to_bit_array(appended) == bit_array.concat(bytes)
  assert bytes_tree.to_bit_array(prepended) == bit_array.concat(bytes)
}
