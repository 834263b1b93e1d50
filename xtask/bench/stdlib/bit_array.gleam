import support/data
import gleam/bit_array

pub fn to_string_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.to_string(bytes) }
}

pub fn is_utf8_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.is_utf8(bytes) }
}

pub fn base64_encode_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.base64_encode(bytes, True) }
}

pub fn base64_url_encode_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.base64_url_encode(bytes, True) }
}

pub fn base16_encode_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.base16_encode(bytes) }
}

pub fn inspect_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.inspect(bytes) }
}

pub fn slice_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.slice(bytes, 10, 20) }
}

pub fn append_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.append(bytes, bytes) }
}

pub fn starts_with_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.starts_with(bytes, <<"The quick":utf8>>) }
}

pub fn concat_small() {
  let bytes = bit_array.from_string(data.text(1))
  fn() { bit_array.concat([bytes, bytes, bytes]) }
}

pub fn from_string_small() {
  let text = data.text(1)
  fn() { bit_array.from_string(text) }
}

pub fn base64_decode_small() {
  let bytes = bit_array.from_string(data.text(1))
  let text = bit_array.base64_encode(bytes, True)
  fn() { bit_array.base64_decode(text) }
}

pub fn base64_url_decode_small() {
  let bytes = bit_array.from_string(data.text(1))
  let text = bit_array.base64_url_encode(bytes, True)
  fn() { bit_array.base64_url_decode(text) }
}

pub fn base16_decode_small() {
  let bytes = bit_array.from_string(data.text(1))
  let text = bit_array.base16_encode(bytes)
  fn() { bit_array.base16_decode(text) }
}

pub fn compare_small() {
  let bytes = bit_array.from_string(data.text(1))
  let other = bit_array.append(bytes, <<1>>)
  fn() { bit_array.compare(bytes, other) }
}

pub fn to_string_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.to_string(bytes) }
}

pub fn is_utf8_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.is_utf8(bytes) }
}

pub fn base64_encode_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.base64_encode(bytes, True) }
}

pub fn base64_url_encode_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.base64_url_encode(bytes, True) }
}

pub fn base16_encode_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.base16_encode(bytes) }
}

pub fn inspect_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.inspect(bytes) }
}

pub fn slice_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.slice(bytes, 10, 20) }
}

pub fn append_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.append(bytes, bytes) }
}

pub fn starts_with_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.starts_with(bytes, <<"The quick":utf8>>) }
}

pub fn concat_large() {
  let bytes = bit_array.from_string(data.text(200))
  fn() { bit_array.concat([bytes, bytes, bytes]) }
}

pub fn from_string_large() {
  let text = data.text(200)
  fn() { bit_array.from_string(text) }
}

pub fn base64_decode_large() {
  let bytes = bit_array.from_string(data.text(200))
  let text = bit_array.base64_encode(bytes, True)
  fn() { bit_array.base64_decode(text) }
}

pub fn base64_url_decode_large() {
  let bytes = bit_array.from_string(data.text(200))
  let text = bit_array.base64_url_encode(bytes, True)
  fn() { bit_array.base64_url_decode(text) }
}

pub fn base16_decode_large() {
  let bytes = bit_array.from_string(data.text(200))
  let text = bit_array.base16_encode(bytes)
  fn() { bit_array.base16_decode(text) }
}

pub fn compare_large() {
  let bytes = bit_array.from_string(data.text(200))
  let other = bit_array.append(bytes, <<1>>)
  fn() { bit_array.compare(bytes, other) }
}

pub fn pad_to_bytes() {
  fn() { bit_array.pad_to_bytes(<<1, 2, 3:size(3)>>) }
}
