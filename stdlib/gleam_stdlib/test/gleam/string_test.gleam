import gleam/dict
import gleam/dynamic.{type Dynamic}
import gleam/list
import gleam/option.{None, Some}
import gleam/order
import gleam/result
import gleam/string

const family = "👨‍👩‍👧‍👦"

const flags = "🇩🇪🇫🇷"

/// An e and a combining accent.
const accented = "e\u{301}"

pub fn is_empty_test() {
  assert string.is_empty("")
  assert !string.is_empty(" ")
}

pub fn length_test() {
  assert string.length("") == 0
  assert string.length("ß↑" <> accented) == 3
  assert string.length(family <> flags) == 3
  assert string.length("\r\n\n\r") == 3
  assert string.length("한국어") == 3
}

pub fn reverse_test() {
  assert string.reverse("") == ""
  assert string.reverse("abc") == "cba"
  assert string.reverse("a" <> family <> accented <> flags)
    == "🇫🇷🇩🇪" <> accented <> family <> "a"
}

pub fn replace_test() {
  assert string.replace("a.b.c", each: ".", with: "--") == "a--b--c"
  assert string.replace("abc", each: "x", with: "y") == "abc"
  assert string.replace("abc", each: "", with: "-") == "abc"
  assert string.replace("a.b", each: ".", with: "$&$1\\") == "a$&$1\\b"
  assert string.replace("aaa", each: "aa", with: "b") == "ba"
}

pub fn case_test() {
  assert string.lowercase("ÄB c") == "äb c"
  assert string.uppercase("äb C") == "ÄB C"
  assert string.capitalise("mAMOUNA") == "Mamouna"
  assert string.capitalise("éCOLE") == "École"
  assert string.capitalise("") == ""
}

pub fn compare_test() {
  assert string.compare("", "") == order.Eq
  assert string.compare("", "a") == order.Lt
  assert string.compare("ab", "a") == order.Gt
  assert string.compare("a", "B") == order.Gt
  // The order of code points, which is not that of UTF-16.
  assert string.compare("\u{fffd}", "😀") == order.Lt
  assert string.compare("😀", "\u{e000}") == order.Gt
  assert string.compare("😀", "😁") == order.Lt
}

pub fn slice_test() {
  let gleam = "gleam"
  assert string.slice(from: gleam, at_index: 1, length: 2) == "le"
  assert string.slice(from: gleam, at_index: 1, length: 10) == "leam"
  assert string.slice(from: gleam, at_index: 10, length: 3) == ""
  assert string.slice(from: gleam, at_index: -2, length: 2) == "am"
  assert string.slice(from: gleam, at_index: -12, length: 2) == ""
  assert string.slice(from: gleam, at_index: 1, length: -1) == ""
  assert string.slice(from: family <> "x" <> flags, at_index: 1, length: 2)
    == "x🇩🇪"
}

pub fn crop_test() {
  assert string.crop("a gleam x", before: "gleam") == "gleam x"
  assert string.crop("abc", before: "x") == "abc"
  assert string.crop("abc", before: "") == "abc"
}

pub fn drop_test() {
  assert string.drop_start("gleam", up_to: 2) == "eam"
  assert string.drop_start("gleam", up_to: 9) == ""
  assert string.drop_start("gleam", up_to: -1) == "gleam"
  assert string.drop_start(accented <> "x", up_to: 1) == "x"
  assert string.drop_start("\r]", up_to: 1) == "]"
  assert string.drop_end("gleam", up_to: 2) == "gle"
  assert string.drop_end("gleam", up_to: 9) == ""
  assert string.drop_end("gleam", up_to: -1) == "gleam"
  assert string.drop_end("x" <> flags, up_to: 1) == "x🇩🇪"
}

pub fn contains_test() {
  assert string.contains(does: "bellwether", contain: "bell")
  assert !string.contains(does: "bellwether", contain: "bull")
  assert string.contains(does: "", contain: "")
}

pub fn prefix_and_suffix_test() {
  assert string.starts_with("theory", "the")
  assert !string.starts_with("theory", "ory")
  assert !string.starts_with("th", "the")
  assert string.ends_with("theory", "ory")
  assert !string.ends_with("theory", "the")
  assert !string.ends_with("ry", "ory")
  assert string.starts_with("a", "") && string.ends_with("a", "")
  assert string.remove_prefix("@@lucy", "@") == "@lucy"
  assert string.remove_prefix("lucy", "@") == "lucy"
  assert string.remove_suffix("lucy!!", "!") == "lucy!"
  assert string.remove_suffix("lucy", "!") == "lucy"
}

pub fn split_test() {
  assert string.split("a/b//c", on: "/") == ["a", "b", "", "c"]
  assert string.split("abc", on: "/") == ["abc"]
  assert string.split("", on: "/") == [""]
  assert string.split("a" <> flags, on: "") == ["a", "🇩🇪", "🇫🇷"]
  assert string.split_once("a/b/c", on: "/") == Ok(#("a", "b/c"))
  assert string.split_once("abc", on: "/") == Error(Nil)
  assert string.split_once("abc", on: "") == Error(Nil)
}

pub fn joining_test() {
  assert string.append("a", suffix: "b") == "ab"
  assert string.concat([]) == ""
  assert string.concat(["a", "b", "c"]) == "abc"
  assert string.join([], with: ", ") == ""
  assert string.join(["a", "b", "c"], with: ", ") == "a, b, c"
  assert string.repeat("ab", times: 3) == "ababab"
  assert string.repeat("ab", times: -1) == ""
}

pub fn pad_test() {
  assert string.pad_start("121", to: 5, with: ".") == "..121"
  assert string.pad_start("121", to: 2, with: ".") == "121"
  assert string.pad_start("121", to: 8, with: "ab") == "ababa121"
  assert string.pad_start("121", to: 8, with: "") == "121"
  assert string.pad_end("123", to: 6, with: "ab") == "123aba"
  assert string.pad_end(family, to: 3, with: accented)
    == family <> accented <> accented
}

pub fn trim_test() {
  assert string.trim("  hats  \r\n") == "hats"
  assert string.trim_start("\t hats ") == "hats "
  assert string.trim_end(" hats\u{2028}\u{85}") == " hats"
  assert string.trim(" \n ") == ""
  assert string.trim("") == ""
  assert string.trim("a b") == "a b"
  assert string.trim("\u{a0}é\u{a0}") == "\u{a0}é\u{a0}"
}

pub fn pop_grapheme_test() {
  assert string.pop_grapheme("") == Error(Nil)
  assert string.pop_grapheme("gleam") == Ok(#("g", "leam"))
  assert string.pop_grapheme(accented <> "x") == Ok(#(accented, "x"))
  assert string.pop_grapheme("\r\nx") == Ok(#("\r\n", "x"))
  assert string.pop_grapheme(family <> flags) == Ok(#(family, flags))
}

pub fn to_graphemes_test() {
  assert string.to_graphemes("") == []
  assert string.to_graphemes("abc") == ["a", "b", "c"]
  assert string.to_graphemes("🏳️‍🌈" <> accented <> "👍🏽") == ["🏳️‍🌈", accented, "👍🏽"]
}

pub fn first_and_last_test() {
  assert string.first("") == Error(Nil)
  assert string.first("abc") == Ok("a")
  assert string.first(flags) == Ok("🇩🇪")
  assert string.last("") == Error(Nil)
  assert string.last("abc") == Ok("c")
  assert string.last(flags) == Ok("🇫🇷")
}

pub fn a_cluster_longer_than_any_window_test() {
  let long = "z" <> string.repeat("\u{301}", times: 1000)
  assert string.length(long <> long <> "x") == 3
  assert string.pop_grapheme(long <> "x") == Ok(#(long, "x"))
  assert string.reverse(long <> "x") == "x" <> long
}

pub fn clusters_across_windows_test() {
  use offset <- list.each([59, 60, 61, 62, 63, 64, 65, 66])
  let before = string.repeat("a", times: offset)
  let text = before <> family <> flags <> accented <> "\r\n"
  assert string.length(text) == offset + 5
  assert string.drop_start(text, offset)
    == family <> flags <> accented <> "\r\n"
  assert string.concat(string.to_graphemes(text)) == text
}

@external(javascript, "../gleam_stdlib_test_ffi.mjs", "graphemes_without_host")
fn graphemes_without_host(text: String) -> List(String) {
  string.to_graphemes(text)
}

pub fn graphemes_without_host_test() {
  let text =
    "a\r\n\n"
    <> accented
    <> family
    <> flags
    <> "🏳️‍🌈👍🏽1️⃣한\u{1112}\u{1161}\u{11ab}न\u{903}x"
  assert graphemes_without_host(text) == string.to_graphemes(text)
  assert graphemes_without_host("") == []
}

pub fn codepoints_test() {
  let numbers = fn(text) {
    text |> string.to_utf_codepoints |> list.map(string.utf_codepoint_to_int)
  }
  assert numbers("") == []
  assert numbers("a€🏳️") == [97, 8364, 127_987, 65_039]
  assert string.from_utf_codepoints(string.to_utf_codepoints("a€🏳️")) == "a€🏳️"
  assert string.from_utf_codepoints([]) == ""
}

pub fn utf_codepoint_test() {
  let number = fn(i) {
    result.map(string.utf_codepoint(i), string.utf_codepoint_to_int)
  }
  use valid <- list.each([0, 97, 0xD7FF, 0xE000, 0xFFFD, 0x10FFFF])
  assert number(valid) == Ok(valid)
  use invalid <- list.each([-1, 0xD800, 0xDFFF, 0x110000])
  assert number(invalid) == Error(Nil)
}

pub fn to_option_test() {
  assert string.to_option("") == None
  assert string.to_option("a") == Some("a")
}

pub fn byte_size_test() {
  assert string.byte_size("") == 0
  assert string.byte_size("aé€😀") == 1 + 2 + 3 + 4
}

pub fn large_test() {
  let text = string.repeat("aé" <> family, times: 30_000)
  assert string.length(text) == 90_000
  assert count_by_popping(text, 0) == 90_000
  assert string.length(string.drop_start(text, 89_999)) == 1
  assert string.trim(string.repeat(" ", 1_000_000)) == ""
}

fn count_by_popping(text: String, count: Int) -> Int {
  case string.pop_grapheme(text) {
    Ok(#(_, rest)) -> count_by_popping(rest, count + 1)
    Error(_) -> count
  }
}

pub type Shape {
  Dot
  HTTPGet(Int)
}

pub fn inspect_data_test() {
  assert string.inspect(True) == "True"
  assert string.inspect(Nil) == "Nil"
  assert string.inspect(-12) == "-12"
  assert string.inspect(1.5) == "1.5"
  assert string.inspect([]) == "[]"
  assert string.inspect([1, 2]) == "[1, 2]"
  assert string.inspect(#()) == "#()"
  assert string.inspect(#(1, #("a"))) == "#(1, #(\"a\"))"
  assert string.inspect(Ok(Error(Nil))) == "Ok(Error(Nil))"
  assert string.inspect([Dot, HTTPGet(1)]) == "[Dot, HTTPGet(1)]"
  assert string.inspect(Some(None)) == "Some(None)"
  assert string.inspect(<<255, 1, 2:size(3)>>) == "<<255, 1, 2:size(3)>>"
  assert string.inspect(dict.new()) == "dict.from_list([])"
  assert string.inspect(dict.from_list([#(2, "b"), #(1, "a")]))
    == "dict.from_list([#(1, \"a\"), #(2, \"b\")])"
}

pub fn inspect_string_test() {
  assert string.inspect("é" <> family) == "\"é" <> family <> "\""
  assert string.inspect("\"\\\n\r\t\f") == "\"\\\"\\\\\\n\\r\\t\\f\""
  assert string.inspect("\u{1}\u{7f}\u{9f}\u{a0}")
    == "\"\\u{0001}\\u{007F}\\u{009F}\u{a0}\""
}

pub fn inspect_charlist_test() {
  assert string.inspect([72, 105, 34]) == "charlist.from_string(\"Hi\\\"\")"
  assert string.inspect([72, 105, 10]) == "[72, 105, 10]"
}

pub fn inspect_function_test() {
  assert string.inspect(fn() { 1 }) == "//fn() { ... }"
  assert string.inspect(fn(x, y) { x + y }) == "//fn(a, b) { ... }"
}

pub fn inspect_large_test() {
  let list = list.repeat(65, times: 1_000_000)
  assert string.length(string.inspect(list)) == 1_000_024
}

@external(erlang, "gleam_stdlib_test_ffi", "improper_list")
fn improper_list() -> Dynamic {
  dynamic.nil()
}

@external(erlang, "gleam_stdlib_test_ffi", "atoms")
fn atoms() -> List(Dynamic) {
  []
}

@external(javascript, "../gleam_stdlib_test_ffi.mjs", "object")
fn object() -> Dynamic {
  dynamic.nil()
}

pub fn inspect_foreign_test() {
  assert list.contains(
    ["//erl([1 | 2])", "Nil"],
    string.inspect(improper_list()),
  )
  assert list.contains(
    [
      "[Null, Undefined, atom.create(\"not a variant\"), HttpGet, HttpGet(1), #(1, HttpGet)]",
      "[]",
    ],
    string.inspect(atoms()),
  )
  assert list.contains(
    [
      "//js({ \"name\": \"Lucy\", \"tags\": #(\"a\", \"b\"), \"nothing\": //js(null), \"nested\": //js({ \"age\": 7 }) })",
      "Nil",
    ],
    string.inspect(object()),
  )
}
