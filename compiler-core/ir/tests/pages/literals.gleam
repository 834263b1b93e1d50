pub fn ints() {
  [0x10, 1_000, -0b11, 0o17, 007, 123_456_789_012_345_678_901_234_567_890]
}

pub fn floats() {
  [1.0, 1., -0.0, 1.5e-3, 1_0.2_5]
}

pub fn strings() {
  ["", "a\n\"b\"", "\u{1F600}"]
}

pub fn lists(rest: List(Int)) {
  [1, 2, ..rest]
}

pub fn bits(size: Int, bits: BitArray) {
  <<1, 2:16, 3:size(size)-unit(8), 1.5, "a", "b":utf16-little, bits:bits, -1:32-little>>
}
