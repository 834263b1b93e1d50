//// Module documentation.
///// With a fifth slash.

import gleam/string

// An ordinary comment, not /* of another sort.

/// Documentation of a type.
type Documented {
  /// Of a variant.
  Documented(
    /// Of a field.
    field: Int,
  )
}

/// Covers: lexical.comments, lexical.doc-comments
pub fn comments_test() {
  // in a body // again
  let value = Documented(field: 1)
  // /// not documentation
  assert value.field == 1
}

type Upper1Case {
  Upper2Case
}

fn lower_case_9(_discarded: Upper1Case, a_1: Int) -> Int {
  a_1
}

/// Covers: lexical.names
pub fn names_test() {
  let _also_discarded = 1
  let x__ = lower_case_9(Upper2Case, 3)
  assert x__ == 3
}

/// Covers: lexical.attribute-words
pub fn attribute_words_test() {
  let external = 1
  let target = 2
  let deprecated = 3
  let internal = 4
  let erlang = 5
  let javascript = 6
  assert external + target + deprecated + internal + erlang + javascript == 21
}

/// Covers: lexical.ints, lexical.ints.radix
pub fn ints_test() {
  assert 1_000_000 == 1000000
  assert 0_1 == 1
  assert 00012 == 12
  assert 0xfF == 255
  assert 0X_1f == 31
  assert 0o17 == 15
  assert 0O1_7 == 15
  assert 0b101 == 5
  assert 0B_1111_0000 == 240
  assert -0b11 == 0 - 3
  assert -0xff == 0 - 255
}

/// Covers: lexical.negative-numbers, lexical.double-negation
pub fn negative_numbers_test() {
  let x = 5
  assert x-1 == 4
  assert 1-1 == 0
  assert x - 1 == 4
  assert x * -1 == -5
  assert [3, -2] == [3, 0 - 2]
  assert 1 - -1 == 2
  assert x--1 == 6
}

/// Covers: lexical.floats
pub fn floats_test() {
  assert 1. == 1.0
  assert 1.5e3 == 1500.0
  assert 1.e3 == 1000.0
  assert 1.5e-3 == 0.0015
  assert 1_0.0_1 == 10.01
  assert -1.5 == 0.0 -. 1.5
  assert 1.7976931348623157e308 >. 1.0e308
}

/// Covers: lexical.tuple-index
pub fn tuple_index_test() {
  let t = #(1, #(2, #(3, 4)))
  assert t.0 == 1
  assert t.1.0 == 2
  assert t.1.1.1 == 4
}

/// Covers: lexical.strings
pub fn strings_test() {
  assert "a
b" == "a\nb"
  assert string.length("\n\r\t\f\"\\") == 6
  assert "\u{61}\u{1F600}" == "a😀"
  assert "\u{e9}" == "é"
  assert string.length("\u{0}") == 1
  assert "\u{10ffff}" != "\u{10FFFE}"
  assert "tab	inside" == "tab\tinside"
  assert "// no comment" <> "" == "// no comment"
}

/// Covers: lexical.operators
pub fn operators_test() {
  let a = 7
  let f = 2.0
  assert a+1*2-3/1%2 == 8
  assert f+.1.0*.2.0-.3.0/.1.0 == 1.0
  assert a<8&&a<=7&&a>6&&a>=7||False
  assert f<.3.0&&f<=.2.0&&f>.1.0&&f>=.2.0
  assert "a"<>"b"!="c"
  assert !False==True
  assert {a|>fn(x){x}}==7
}
