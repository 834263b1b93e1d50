import gleam/bit_array
import gleam/int
import gleam/list
import gleam/order
import gleam/result
import gleam/string

/// A bit array that does not begin at the start of a byte.
fn unaligned(bits: BitArray) -> BitArray {
  let assert <<_:3, rest:bits>> = <<5:3, bits:bits>>
  rest
}

pub fn sizes_test() {
  assert bit_array.bit_size(<<>>) == 0
  assert bit_array.bit_size(<<1, 2:4>>) == 12
  assert bit_array.byte_size(<<1, 2>>) == 2
  assert bit_array.byte_size(<<1, 2:4>>) == 2
}

pub fn from_string_test() {
  assert bit_array.from_string("") == <<>>
  assert bit_array.from_string("aé") == <<97, 195, 169>>
}

pub fn to_string_test() {
  assert bit_array.to_string(<<>>) == Ok("")
  assert bit_array.to_string(<<"é😀":utf8>>) == Ok("é😀")
  assert bit_array.to_string(unaligned(<<"é😀":utf8>>)) == Ok("é😀")
  assert bit_array.to_string(<<0xEF, 0xBB, 0xBF, 97>>) == Ok("\u{feff}a")
}

const not_utf8 = [
  <<97:7>>,
  <<255>>,
  <<0xC3>>,
  <<0xC0, 0x80>>,
  <<0xED, 0xA0, 0x80>>,
  <<0xF4, 0x90, 0x80, 0x80>>,
  <<0xE2, 0x82>>,
]

pub fn invalid_utf8_test() {
  assert bit_array.is_utf8(<<"é":utf8>>)
  use bits <- list.each(not_utf8)
  assert bit_array.to_string(bits) == Error(Nil)
  assert !bit_array.is_utf8(bits)
}

@external(javascript, "../gleam_stdlib_test_ffi.mjs", "decode_without_host")
fn decode_without_host(bits: BitArray) -> Result(String, Nil) {
  bit_array.to_string(bits)
}

pub fn decode_without_host_test() {
  assert decode_without_host(<<"aé€😀\u{feff}":utf8>>) == Ok("aé€😀\u{feff}")
  use bits <- list.each(list.drop(not_utf8, 1))
  assert decode_without_host(bits) == Error(Nil)
}

pub fn pad_to_bytes_test() {
  assert bit_array.pad_to_bytes(<<1>>) == <<1>>
  assert bit_array.pad_to_bytes(<<5:3>>) == <<160>>
  assert bit_array.pad_to_bytes(unaligned(<<1, 1:1>>)) == <<1, 128>>
}

pub fn joining_test() {
  assert bit_array.append(<<1>>, suffix: <<2:4>>) == <<1, 2:4>>
  assert bit_array.concat([]) == <<>>
  assert bit_array.concat([<<1>>, <<2:4>>, <<3:4, 4>>]) == <<1, 0x23, 4>>
}

pub fn slice_test() {
  let bits = <<1, 2, 3, 4>>
  assert bit_array.slice(bits, at: 1, take: 2) == Ok(<<2, 3>>)
  assert bit_array.slice(bits, at: 4, take: -2) == Ok(<<3, 4>>)
  assert bit_array.slice(bits, at: 0, take: 0) == Ok(<<>>)
  assert bit_array.slice(bits, at: 4, take: 0) == Ok(<<>>)
  assert bit_array.slice(bits, at: 3, take: 2) == Error(Nil)
  assert bit_array.slice(bits, at: -1, take: 1) == Error(Nil)
  assert bit_array.slice(bits, at: 1, take: -2) == Error(Nil)
  assert bit_array.slice(unaligned(bits), at: 1, take: 2) == Ok(<<2, 3>>)
}

pub fn base64_test() {
  let cases = [
    #(<<>>, ""),
    #(<<255>>, "/w=="),
    #(<<255, 239>>, "/+8="),
    #(<<255, 239, 191>>, "/++/"),
    #(<<"Hello, Joe!":utf8>>, "SGVsbG8sIEpvZSE="),
  ]
  use #(bits, text) <- list.each(cases)
  let short = string.replace(text, each: "=", with: "")
  let url = fn(text) {
    text
    |> string.replace(each: "+", with: "-")
    |> string.replace(each: "/", with: "_")
  }
  assert bit_array.base64_encode(bits, True) == text
  assert bit_array.base64_encode(bits, False) == short
  assert bit_array.base64_encode(unaligned(bits), True) == text
  assert bit_array.base64_url_encode(bits, True) == url(text)
  assert bit_array.base64_decode(text) == Ok(bits)
  assert bit_array.base64_decode(short) == Ok(bits)
  assert bit_array.base64_url_decode(url(short)) == Ok(bits)
}

pub fn base64_decode_error_test() {
  use text <- list.each([
    "A",
    "A===",
    "AAAA=",
    "A A=",
    "é",
    "AA=A",
    "=",
    "AA\n==",
  ])
  assert bit_array.base64_decode(text) == Error(Nil)
}

pub fn base16_test() {
  assert bit_array.base16_encode(<<1, 171, 255>>) == "01ABFF"
  assert bit_array.base16_encode(<<1:4>>) == "10"
  assert bit_array.base16_decode("01aBfF") == Ok(<<1, 171, 255>>)
  assert bit_array.base16_decode("") == Ok(<<>>)
  assert list.map(["1", "0g", "é", " 1"], bit_array.base16_decode)
    == list.repeat(Error(Nil), times: 4)
}

pub fn codecs_round_trip_test() {
  use size <- list.each([1, 2, 3, 4, 5, 100, 10_001])
  let bits =
    int.range(from: 0, to: size, with: [], run: fn(bytes, i) {
      [<<{ i * 37 }>>, ..bytes]
    })
    |> bit_array.concat
  assert bit_array.base64_decode(bit_array.base64_encode(bits, False))
    == Ok(bits)
  assert bit_array.base16_decode(bit_array.base16_encode(bits)) == Ok(bits)
}

pub fn inspect_test() {
  assert bit_array.inspect(<<>>) == "<<>>"
  assert bit_array.inspect(<<0, 255, 5:3>>) == "<<0, 255, 5:size(3)>>"
  assert bit_array.inspect(unaligned(<<7, 1:1>>)) == "<<7, 1:size(1)>>"
}

pub fn compare_test() {
  let ascending = [<<>>, <<0:1>>, <<4:5>>, <<4:8>>, <<4, 0>>, <<4, 1>>, <<5>>]
  use a <- list.each(ascending)
  use b <- list.each(ascending)
  let expected = int.compare(index_of(ascending, a), index_of(ascending, b))
  assert bit_array.compare(a, with: b) == expected
}

fn index_of(list: List(a), element: a) -> Int {
  list.length(list.take_while(list, fn(other) { other != element }))
}

pub fn compare_unaligned_test() {
  assert bit_array.compare(unaligned(<<1, 2>>), with: <<1, 2>>) == order.Eq
  assert bit_array.compare(unaligned(<<1, 2>>), with: <<1, 3>>) == order.Lt
}

pub fn starts_with_test() {
  let bits = <<1, 2, 3:4>>
  assert list.all(
    [<<>>, <<1>>, <<0:4>>, <<1, 0:2>>, bits, unaligned(<<1, 2>>)],
    bit_array.starts_with(bits, _),
  )
  assert !bit_array.starts_with(bits, <<2>>)
  assert !bit_array.starts_with(bits, <<1, 2, 3:4, 0:1>>)
}

pub fn large_test() {
  let bits = bit_array.concat(list.repeat(<<"é":utf8>>, times: 200_000))
  assert bit_array.byte_size(bits) == 400_000
  assert result.map(bit_array.to_string(bits), string.byte_size) == Ok(400_000)
}
