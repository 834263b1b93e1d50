import gleam/string

/// Covers: bits.ints, bits.defaults
pub fn ints_test() {
  assert <<1, 2, 255>> == <<0x0102ff:24>>
  assert <<258:16>> == <<1, 2>>
  assert <<258:16-little>> == <<2, 1>>
  assert <<258:size(16)-big>> == <<1, 2>>
  assert <<-1>> == <<255>>
  assert <<-2:16-little>> == <<254, 255>>
  assert <<5:size(2)-unit(8)>> == <<0, 5>>
  assert <<1:1, 0:1, 1:6>> == <<129>>
  assert <<1:int>> == <<1>>
}

/// Covers: bits.floats, bits.defaults
pub fn floats_test() {
  assert <<1.0>> == <<63, 240, 0, 0, 0, 0, 0, 0>>
  assert <<1.0:32>> == <<63, 128, 0, 0>>
  assert <<1.0:float-16>> == <<60, 0>>
  assert <<1.0:16-little>> == <<0, 60>>
  assert <<-2.5:64-float>> == <<192, 4, 0, 0, 0, 0, 0, 0>>
  let x = 0.5
  assert <<x:float>> == <<63, 224, 0, 0, 0, 0, 0, 0>>
  assert <<x:float-size(32)>> == <<63, 0, 0, 0>>
}

/// Covers: bits.strings, bits.defaults
pub fn strings_test() {
  assert <<"é">> == <<195, 169>>
  assert <<"é":utf8>> == <<195, 169>>
  assert <<"é":utf16>> == <<0, 233>>
  assert <<"é":utf16-little>> == <<233, 0>>
  assert <<"😀":utf16>> == <<216, 61, 222, 0>>
  assert <<"é":utf32>> == <<0, 0, 0, 233>>
  assert <<"é":utf32-little>> == <<233, 0, 0, 0>>
  let text = "ab"
  assert <<text:utf8, 0>> == <<97, 98, 0>>
}

/// Covers: bits.codepoints
pub fn codepoints_test() {
  let assert Ok(letter) = string.utf_codepoint(233)
  assert <<letter:utf8_codepoint>> == <<195, 169>>
  assert <<letter:utf16_codepoint>> == <<0, 233>>
  assert <<letter:utf16_codepoint-little>> == <<233, 0>>
  assert <<letter:utf32_codepoint>> == <<0, 0, 0, 233>>
}

/// Covers: bits.nested, bits.unaligned
pub fn nested_test() {
  let inner = <<1, 2:3>>
  assert <<inner:bits, 1:5>> == <<1, 65>>
  assert <<<<1, 2>>:bits, 3>> == <<1, 2, 3>>
  assert <<inner:bits-size(8)>> == <<1>>
  assert <<1:3>> != <<1:4>>
  assert <<5:3, 1:1>> == <<11:4>>
}

/// Covers: bits.sizes
pub fn sizes_test() {
  let n = 4
  assert <<1:size(n * 2)>> == <<1>>
  assert <<1:size({ n + 4 } * 2)>> == <<0, 1>>
  assert <<7:size(0)>> == <<>>
  let size = fn() { 16 }
  assert <<1:size(size())>> == <<0, 1>>
}

/// Covers: bits.patterns.ints
pub fn int_patterns_test() {
  let assert <<a, b:16, c:16-little, d:4, e:4>> = <<1, 1, 2, 2, 1, 0x35>>
  assert [a, b, c, d, e] == [1, 258, 258, 3, 5]
  let assert <<s:signed, u:unsigned, w:16-signed-little>> = <<255, 255, 254, 255>>
  assert [s, u, w] == [-1, 255, -2]
  let assert <<1, 2:4, rest:4>> = <<1, 0x2f>>
  assert rest == 15
  let assert <<x:size(2)-unit(8)>> = <<1, 0>>
  assert x == 256
  let classify = fn(bits) {
    case bits {
      <<0>> -> "zero"
      <<-1:signed>> -> "minus"
      <<1, _>> -> "pair"
      <<_:1, _:7>> -> "byte"
      _ -> "other"
    }
  }
  assert classify(<<0>>) == "zero"
  assert classify(<<255>>) == "minus"
  assert classify(<<1, 9>>) == "pair"
  assert classify(<<7>>) == "byte"
  assert classify(<<7:5>>) == "other"
}

/// Covers: bits.patterns.floats
pub fn float_patterns_test() {
  let assert <<a:float, b:float-32, c:float-16, d:float-little>> = <<
    1.5, 2.5:32, 0.5:16, 3.5:little-float,
  >>
  assert [a, b, c, d] == [1.5, 2.5, 0.5, 3.5]
  let is_one = fn(bits) {
    case bits {
      <<1.0>> -> True
      <<1.0:32>> -> True
      _ -> False
    }
  }
  assert is_one(<<1.0>>)
  assert is_one(<<1.0:32>>)
  assert !is_one(<<2.0>>)
  // No number.
  assert case <<127, 240, 0, 0, 0, 0, 0, 0>> {
      <<_:float>> -> False
      _ -> True
    }
}

/// Covers: bits.patterns.strings
pub fn string_patterns_test() {
  let assert <<"GET ", path:bits>> = <<"GET /">>
  assert path == <<"/">>
  let assert <<"é":utf16, "é":utf32-little, 1>> = <<
    0, 233, 233, 0, 0, 0, 1,
  >>
  let assert <<"ab" as word, "c":utf8>> = <<"abc">>
  assert word == "ab"
}

/// Covers: bits.patterns.rest, bits.aliases
pub fn rest_test() {
  let assert <<a, rest:bytes>> = <<1, 2, 3>>
  assert #(a, rest) == #(1, <<2, 3>>)
  let assert <<b:3, rest:bits>> = <<0b101_00001, 1:2>>
  assert #(b, rest) == #(5, <<1:5, 1:2>>)
  assert case <<1:4>> {
      <<_:bytes>> -> "bytes"
      <<_:bits>> -> "bits"
    }
    == "bits"
  let assert <<1 as one, 2.0 as two>> = <<1, 2.0>>
  assert #(one, two) == #(1, 2.0)
}

const width = 4

/// Covers: bits.patterns.sizes
pub fn size_patterns_test() {
  let assert <<n, text:bytes-size(n), rest:bits>> = <<2, "abc">>
  assert #(n, text, rest) == #(2, <<"ab">>, <<"c">>)
  let assert <<m, x:size(m * 4 + 8), _:bits>> = <<2, 1, 2, 3>>
  assert x == 258
  let assert <<y:size({ m + 2 } * 2), z:size(m / 2 + 7), _:bits>> = <<5, 6, 7>>
  assert #(y, z) == #(5, 6)
  let outer = 4
  let assert <<a:size(outer), b:size(width)>> = <<0x35>>
  assert #(a, b) == #(3, 5)
  let assert <<k, c:size(k % 8 - 1), _:bits>> = <<10, 128>>
  assert c == 1
  assert case <<255, 1>> {
      <<n, _:bytes-size(n)>> -> False
      _ -> True
    }
}

/// Covers: bits.patterns.scope
pub fn scope_test() {
  let n = 16
  let read = fn(bits) {
    case bits {
      <<n, x:size(n)>> -> x
      <<x:size(n)>> -> x
      _ -> 0
    }
  }
  assert read(<<8, 7>>) == 7
  assert read(<<1, 2>>) == 258
}
