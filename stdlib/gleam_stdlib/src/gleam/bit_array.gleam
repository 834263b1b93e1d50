//// Functions for bit arrays, which are sequences of any number of bits.
////
//// Most bit arrays hold whole bytes. Where a function needs whole bytes and is
//// given others it says what it does about them.

import gleam/order.{type Order}
import gleam/string

/// The bytes of a string in UTF-8.
///
/// ```gleam
/// assert bit_array.from_string("ä") == <<195, 164>>
/// ```
@external(erlang, "gleam_stdlib", "identity")
pub fn from_string(x: String) -> BitArray {
  <<x:utf8>>
}

/// The number of bits.
///
/// ```gleam
/// assert bit_array.bit_size(<<1, 2, 3:size(4)>>) == 20
/// ```
@external(erlang, "erlang", "bit_size")
@external(javascript, "../bits.mjs", "bit_size")
pub fn bit_size(x: BitArray) -> Int

/// The number of bytes. A byte that is not complete counts as one.
///
/// ```gleam
/// assert bit_array.byte_size(<<1, 2, 3:size(4)>>) == 3
/// ```
@external(erlang, "erlang", "byte_size")
@external(javascript, "../bits.mjs", "byte_size")
pub fn byte_size(x: BitArray) -> Int

/// Adds zero bits at the end until the last byte is complete.
///
/// ```gleam
/// assert bit_array.pad_to_bytes(<<1:size(1)>>) == <<128>>
/// ```
@external(erlang, "gleam_stdlib", "bits_pad_to_bytes")
@external(javascript, "../bits.mjs", "pad_to_bytes")
pub fn pad_to_bytes(x: BitArray) -> BitArray

/// Joins two bit arrays.
///
/// ```gleam
/// assert bit_array.append(to: <<1>>, suffix: <<2>>) == <<1, 2>>
/// ```
pub fn append(to first: BitArray, suffix second: BitArray) -> BitArray {
  <<first:bits, second:bits>>
}

/// Takes a part of a bit array, given by the position of its start and its size
/// in bytes. A negative size takes what comes before the position. It is an
/// error if the part is not inside the bit array.
///
/// ```gleam
/// assert bit_array.slice(from: <<1, 2, 3, 4>>, at: 1, take: 2) == Ok(<<2, 3>>)
/// assert bit_array.slice(from: <<1, 2, 3, 4>>, at: 4, take: -2) == Ok(<<3, 4>>)
/// ```
@external(erlang, "gleam_stdlib", "bits_slice")
@external(javascript, "../bits.mjs", "slice")
pub fn slice(
  from string: BitArray,
  at position: Int,
  take length: Int,
) -> Result(BitArray, Nil)

/// Whether a bit array is text in UTF-8.
///
/// ```gleam
/// assert bit_array.is_utf8(<<97>>)
/// assert !bit_array.is_utf8(<<255>>)
/// ```
pub fn is_utf8(bits: BitArray) -> Bool {
  case to_string(bits) {
    Ok(_) -> True
    Error(_) -> False
  }
}

/// Reads text in UTF-8.
///
/// ```gleam
/// assert bit_array.to_string(<<195, 164>>) == Ok("ä")
/// assert bit_array.to_string(<<255>>) == Error(Nil)
/// ```
@external(erlang, "gleam_stdlib", "bits_to_string")
@external(javascript, "../bits.mjs", "to_string")
pub fn to_string(bits: BitArray) -> Result(String, Nil)

/// Joins all bit arrays of a list.
///
/// ```gleam
/// assert bit_array.concat([<<1>>, <<2, 3>>]) == <<1, 2, 3>>
/// ```
@external(erlang, "erlang", "list_to_bitstring")
@external(javascript, "../bits.mjs", "concat")
pub fn concat(bit_arrays: List(BitArray)) -> BitArray

/// Writes bytes in base 64, with or without `=` signs at the end. The last byte
/// is completed with zero bits.
///
/// ```gleam
/// assert bit_array.base64_encode(<<255>>, True) == "/w=="
/// ```
@external(erlang, "gleam_stdlib", "base64_encode")
@external(javascript, "../bits.mjs", "base64_encode")
pub fn base64_encode(input: BitArray, padding: Bool) -> String

/// Reads base 64, with or without `=` signs at the end.
///
/// ```gleam
/// assert bit_array.base64_decode("/w") == Ok(<<255>>)
/// ```
@external(erlang, "gleam_stdlib", "base64_decode")
@external(javascript, "../bits.mjs", "base64_decode")
pub fn base64_decode(encoded: String) -> Result(BitArray, Nil)

/// Like [`base64_encode`](#base64_encode), with `-` and `_` in place of `+` and
/// `/`, which have a meaning in URLs.
///
/// ```gleam
/// assert bit_array.base64_url_encode(<<255>>, False) == "_w"
/// ```
@external(javascript, "../bits.mjs", "base64_url_encode")
pub fn base64_url_encode(input: BitArray, padding: Bool) -> String {
  base64_encode(input, padding)
  |> string.replace("+", with: "-")
  |> string.replace("/", with: "_")
}

/// Like [`base64_decode`](#base64_decode), with `-` and `_` in place of `+` and
/// `/`.
///
/// ```gleam
/// assert bit_array.base64_url_decode("_w") == Ok(<<255>>)
/// ```
@external(javascript, "../bits.mjs", "base64_url_decode")
pub fn base64_url_decode(encoded: String) -> Result(BitArray, Nil) {
  encoded
  |> string.replace("-", with: "+")
  |> string.replace("_", with: "/")
  |> base64_decode
}

/// Writes bytes in base 16, with upper case letters. The last byte is completed
/// with zero bits.
///
/// ```gleam
/// assert bit_array.base16_encode(<<1, 171>>) == "01AB"
/// ```
@external(erlang, "gleam_stdlib", "base16_encode")
@external(javascript, "../bits.mjs", "base16_encode")
pub fn base16_encode(input: BitArray) -> String

/// Reads base 16, with letters in either case.
///
/// ```gleam
/// assert bit_array.base16_decode("01ab") == Ok(<<1, 171>>)
/// ```
@external(erlang, "gleam_stdlib", "base16_decode")
@external(javascript, "../bits.mjs", "base16_decode")
pub fn base16_decode(input: String) -> Result(BitArray, Nil)

/// Writes a bit array as Gleam source.
///
/// ```gleam
/// assert bit_array.inspect(<<1, 2:size(3)>>) == "<<1, 2:size(3)>>"
/// ```
@external(erlang, "gleam_stdlib_inspect", "inspect_bits")
@external(javascript, "../inspect.mjs", "inspect_bits")
pub fn inspect(input: BitArray) -> String

/// Compares two bit arrays byte by byte. Once one of them has no whole byte any
/// more, what is left of both is compared as a number, and finally by its size.
///
/// ```gleam
/// assert bit_array.compare(<<1>>, with: <<2>>) == order.Lt
/// assert bit_array.compare(<<1, 0>>, with: <<1>>) == order.Gt
/// ```
pub fn compare(a: BitArray, with b: BitArray) -> Order {
  case a == b {
    True -> order.Eq
    False ->
      case less_than(a, b) {
        True -> order.Lt
        False -> order.Gt
      }
  }
}

@external(erlang, "gleam_stdlib", "bits_less_than")
@external(javascript, "../bits.mjs", "less_than")
fn less_than(a: BitArray, b: BitArray) -> Bool

/// Whether the first bit array starts with the second.
///
/// ```gleam
/// assert bit_array.starts_with(<<1, 2, 3>>, <<1, 2>>)
/// ```
@external(erlang, "gleam_stdlib", "bits_starts_with")
@external(javascript, "../bits.mjs", "starts_with")
pub fn starts_with(bits: BitArray, prefix: BitArray) -> Bool
