//// Bit arrays behave as lists of bytes do.

import gleam/bit_array
import gleam/bytes_tree
import gleam/int
import gleam/list
import gleam/order
import gleam/string
import property.{bytes, for_all, int, pair, text}

fn from_bytes(bytes: List(Int)) -> BitArray {
  bit_array.concat(list.map(bytes, fn(byte) { <<byte>> }))
}

fn to_bytes(bits: BitArray) -> List(Int) {
  case bits {
    <<byte, rest:bits>> -> [byte, ..to_bytes(rest)]
    _ -> []
  }
}

pub fn bytes_test() {
  use bytes <- for_all(bytes())
  let bits = from_bytes(bytes)
  assert to_bytes(bits) == bytes
  assert bit_array.byte_size(bits) == list.length(bytes)
  assert bit_array.bit_size(bits) == 8 * list.length(bytes)
  assert list.fold(bytes, <<>>, fn(bits, byte) { <<bits:bits, byte>> }) == bits
}

pub fn slices_test() {
  use #(bytes, #(at, take)) <- for_all(pair(
    bytes(),
    pair(int(-3, 22), int(-22, 22)),
  ))
  let bits = from_bytes(bytes)
  let size = list.length(bytes)
  let start = int.min(at, at + take)
  let expected = case start >= 0 && int.max(at, at + take) <= size {
    True ->
      Ok(from_bytes(
        bytes |> list.drop(start) |> list.take(int.absolute_value(take)),
      ))
    False -> Error(Nil)
  }
  assert bit_array.slice(from: bits, at:, take:) == expected
}

pub fn encodings_test() {
  use bytes <- for_all(bytes())
  let bits = from_bytes(bytes)
  assert bit_array.base16_decode(bit_array.base16_encode(bits)) == Ok(bits)
  let hex = bit_array.base16_encode(bits)
  assert bit_array.base16_decode(string.lowercase(hex)) == Ok(bits)
  assert string.byte_size(hex) == 2 * list.length(bytes)
  list.each([True, False], fn(padding) {
    let text = bit_array.base64_encode(bits, padding)
    assert bit_array.base64_decode(text) == Ok(bits)
    let text = bit_array.base64_url_encode(bits, padding)
    assert bit_array.base64_url_decode(text) == Ok(bits)
    assert !string.contains(text, "+") && !string.contains(text, "/")
  })
}

fn compare(a: List(Int), b: List(Int)) -> order.Order {
  case a, b {
    [x, ..a], [y, ..b] ->
      order.lazy_break_tie(in: int.compare(x, y), with: fn() { compare(a, b) })
    [], [] -> order.Eq
    [], _ -> order.Lt
    _, [] -> order.Gt
  }
}

pub fn order_test() {
  use #(a, b) <- for_all(pair(bytes(), bytes()))
  assert bit_array.compare(from_bytes(a), from_bytes(b)) == compare(a, b)
  assert bit_array.compare(from_bytes(list.append(a, b)), from_bytes(a))
    == compare(list.append(a, b), a)
  assert bit_array.starts_with(from_bytes(list.append(a, b)), from_bytes(a))
}

pub fn utf8_test() {
  use #(text, bytes) <- for_all(pair(text(), bytes()))
  let bits = bit_array.from_string(text)
  assert bit_array.is_utf8(bits)
  assert bit_array.to_string(bits) == Ok(text)
  // What is read is what was there, or nothing.
  case bit_array.to_string(from_bytes(bytes)) {
    Ok(text) -> {
      assert to_bytes(bit_array.from_string(text)) == bytes
    }
    Error(Nil) -> {
      assert !bit_array.is_utf8(from_bytes(bytes))
    }
  }
}

pub fn invalid_utf8_test() {
  let invalid = [
    // Alone, cut off, too long, surrogates, beyond the last, a byte of none.
    <<0x80>>,
    <<0xc3>>,
    <<0xe2, 0x82>>,
    <<0xf0, 0x9f, 0x98>>,
    <<0xc0, 0x80>>,
    <<0xe0, 0x80, 0x80>>,
    <<0xf0, 0x80, 0x80, 0x80>>,
    <<0xed, 0xa0, 0x80>>,
    <<0xed, 0xbf, 0xbf>>,
    <<0xf4, 0x90, 0x80, 0x80>>,
    <<0xff>>,
    <<0xf8, 0x88>>,
  ]
  list.each(invalid, fn(bits) {
    assert !bit_array.is_utf8(bits)
    assert bit_array.to_string(bits) == Error(Nil)
    assert bit_array.to_string(<<"a":utf8, bits:bits, "b":utf8>>) == Error(Nil)
  })
  // A mark of byte order is text as any other.
  assert bit_array.to_string(<<0xef, 0xbb, 0xbf, 0x61>>) == Ok("\u{feff}a")
  assert bit_array.to_string(<<0xed, 0x9f, 0xbf>>) == Ok("\u{d7ff}")
  assert bit_array.to_string(<<0xee, 0x80, 0x80>>) == Ok("\u{e000}")
  assert bit_array.to_string(<<0xf4, 0x8f, 0xbf, 0xbf>>) == Ok("\u{10ffff}")
}

pub fn trees_test() {
  use #(a, b) <- for_all(pair(bytes(), bytes()))
  let tree =
    bytes_tree.from_bit_array(from_bytes(a))
    |> bytes_tree.append(from_bytes(b))
    |> bytes_tree.prepend(from_bytes(b))
  assert to_bytes(bytes_tree.to_bit_array(tree))
    == list.append(b, list.append(a, b))
  assert bytes_tree.byte_size(tree) == 2 * list.length(b) + list.length(a)
}
