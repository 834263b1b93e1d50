import support/data
import gleam/list
import gleam/string

pub fn length_ascii_short() {
  let text = data.text(1)
  fn() { string.length(text) }
}

pub fn reverse_ascii_short() {
  let text = data.text(1)
  fn() { string.reverse(text) }
}

pub fn to_graphemes_ascii_short() {
  let text = data.text(1)
  fn() { string.to_graphemes(text) }
}

pub fn slice_ascii_short() {
  let text = data.text(1)
  fn() { string.slice(text, 10, 20) }
}

pub fn drop_start_ascii_short() {
  let text = data.text(1)
  fn() { string.drop_start(text, 10) }
}

pub fn drop_end_ascii_short() {
  let text = data.text(1)
  fn() { string.drop_end(text, 10) }
}

pub fn lowercase_ascii_short() {
  let text = data.text(1)
  fn() { string.lowercase(text) }
}

pub fn uppercase_ascii_short() {
  let text = data.text(1)
  fn() { string.uppercase(text) }
}

pub fn pop_grapheme_ascii_short() {
  let text = data.text(1)
  fn() { string.pop_grapheme(text) }
}

pub fn last_ascii_short() {
  let text = data.text(1)
  fn() { string.last(text) }
}

pub fn to_utf_codepoints_ascii_short() {
  let text = data.text(1)
  fn() { string.to_utf_codepoints(text) }
}

pub fn byte_size_ascii_short() {
  let text = data.text(1)
  fn() { string.byte_size(text) }
}

pub fn capitalise_ascii_short() {
  let text = data.text(1)
  fn() { string.capitalise(text) }
}

pub fn inspect_ascii_short() {
  let text = data.text(1)
  fn() { string.inspect(text) }
}

pub fn length_ascii_long() {
  let text = data.text(100)
  fn() { string.length(text) }
}

pub fn reverse_ascii_long() {
  let text = data.text(100)
  fn() { string.reverse(text) }
}

pub fn to_graphemes_ascii_long() {
  let text = data.text(100)
  fn() { string.to_graphemes(text) }
}

pub fn slice_ascii_long() {
  let text = data.text(100)
  fn() { string.slice(text, 10, 20) }
}

pub fn drop_start_ascii_long() {
  let text = data.text(100)
  fn() { string.drop_start(text, 10) }
}

pub fn drop_end_ascii_long() {
  let text = data.text(100)
  fn() { string.drop_end(text, 10) }
}

pub fn lowercase_ascii_long() {
  let text = data.text(100)
  fn() { string.lowercase(text) }
}

pub fn uppercase_ascii_long() {
  let text = data.text(100)
  fn() { string.uppercase(text) }
}

pub fn pop_grapheme_ascii_long() {
  let text = data.text(100)
  fn() { string.pop_grapheme(text) }
}

pub fn last_ascii_long() {
  let text = data.text(100)
  fn() { string.last(text) }
}

pub fn to_utf_codepoints_ascii_long() {
  let text = data.text(100)
  fn() { string.to_utf_codepoints(text) }
}

pub fn byte_size_ascii_long() {
  let text = data.text(100)
  fn() { string.byte_size(text) }
}

pub fn capitalise_ascii_long() {
  let text = data.text(100)
  fn() { string.capitalise(text) }
}

pub fn inspect_ascii_long() {
  let text = data.text(100)
  fn() { string.inspect(text) }
}

pub fn length_wide_short() {
  let text = data.wide(1)
  fn() { string.length(text) }
}

pub fn reverse_wide_short() {
  let text = data.wide(1)
  fn() { string.reverse(text) }
}

pub fn to_graphemes_wide_short() {
  let text = data.wide(1)
  fn() { string.to_graphemes(text) }
}

pub fn slice_wide_short() {
  let text = data.wide(1)
  fn() { string.slice(text, 10, 20) }
}

pub fn drop_start_wide_short() {
  let text = data.wide(1)
  fn() { string.drop_start(text, 10) }
}

pub fn drop_end_wide_short() {
  let text = data.wide(1)
  fn() { string.drop_end(text, 10) }
}

pub fn lowercase_wide_short() {
  let text = data.wide(1)
  fn() { string.lowercase(text) }
}

pub fn uppercase_wide_short() {
  let text = data.wide(1)
  fn() { string.uppercase(text) }
}

pub fn pop_grapheme_wide_short() {
  let text = data.wide(1)
  fn() { string.pop_grapheme(text) }
}

pub fn last_wide_short() {
  let text = data.wide(1)
  fn() { string.last(text) }
}

pub fn to_utf_codepoints_wide_short() {
  let text = data.wide(1)
  fn() { string.to_utf_codepoints(text) }
}

pub fn byte_size_wide_short() {
  let text = data.wide(1)
  fn() { string.byte_size(text) }
}

pub fn capitalise_wide_short() {
  let text = data.wide(1)
  fn() { string.capitalise(text) }
}

pub fn inspect_wide_short() {
  let text = data.wide(1)
  fn() { string.inspect(text) }
}

pub fn length_wide_long() {
  let text = data.wide(100)
  fn() { string.length(text) }
}

pub fn reverse_wide_long() {
  let text = data.wide(100)
  fn() { string.reverse(text) }
}

pub fn to_graphemes_wide_long() {
  let text = data.wide(100)
  fn() { string.to_graphemes(text) }
}

pub fn slice_wide_long() {
  let text = data.wide(100)
  fn() { string.slice(text, 10, 20) }
}

pub fn drop_start_wide_long() {
  let text = data.wide(100)
  fn() { string.drop_start(text, 10) }
}

pub fn drop_end_wide_long() {
  let text = data.wide(100)
  fn() { string.drop_end(text, 10) }
}

pub fn lowercase_wide_long() {
  let text = data.wide(100)
  fn() { string.lowercase(text) }
}

pub fn uppercase_wide_long() {
  let text = data.wide(100)
  fn() { string.uppercase(text) }
}

pub fn pop_grapheme_wide_long() {
  let text = data.wide(100)
  fn() { string.pop_grapheme(text) }
}

pub fn last_wide_long() {
  let text = data.wide(100)
  fn() { string.last(text) }
}

pub fn to_utf_codepoints_wide_long() {
  let text = data.wide(100)
  fn() { string.to_utf_codepoints(text) }
}

pub fn byte_size_wide_long() {
  let text = data.wide(100)
  fn() { string.byte_size(text) }
}

pub fn capitalise_wide_long() {
  let text = data.wide(100)
  fn() { string.capitalise(text) }
}

pub fn inspect_wide_long() {
  let text = data.wide(100)
  fn() { string.inspect(text) }
}

pub fn replace() {
  let text = data.text(100)
  fn() { string.replace(text, "fox", "cat") }
}

pub fn crop() {
  let text = data.text(100)
  fn() { string.crop(text, "dog") }
}

pub fn contains() {
  let text = data.text(100)
  fn() { string.contains(text, "absent") }
}

pub fn starts_with() {
  let text = data.text(100)
  fn() { string.starts_with(text, "The quick") }
}

pub fn ends_with() {
  let text = data.text(100)
  fn() { string.ends_with(text, "dog. ") }
}

pub fn split() {
  let text = data.text(100)
  fn() { string.split(text, " ") }
}

pub fn split_once() {
  let text = data.text(100)
  fn() { string.split_once(text, "dog") }
}

pub fn repeat() {
  fn() { string.repeat("abc", 1000) }
}

pub fn pad_start() {
  fn() { string.pad_start("abc", 100, "*") }
}

pub fn pad_end() {
  fn() { string.pad_end("abc", 100, "*") }
}

pub fn trim() {
  fn() { string.trim("   abc def   ") }
}

pub fn trim_start() {
  fn() { string.trim_start("   abc def   ") }
}

pub fn trim_end() {
  fn() { string.trim_end("   abc def   ") }
}

pub fn first() {
  let text = data.text(100)
  fn() { string.first(text) }
}

pub fn slice_negative() {
  let text = data.text(100)
  fn() { string.slice(text, -10, 5) }
}

pub fn remove_prefix() {
  let text = data.text(100)
  fn() { string.remove_prefix(text, "The ") }
}

pub fn remove_suffix() {
  let text = data.text(100)
  fn() { string.remove_suffix(text, "dog. ") }
}

pub fn compare() {
  let a = data.text(100) <> "a"
  let b = data.text(100) <> "b"
  fn() { string.compare(a, b) }
}

pub fn concat() {
  let words = data.words(1000)
  fn() { string.concat(words) }
}

pub fn join() {
  let words = data.words(1000)
  fn() { string.join(words, ", ") }
}

pub fn from_utf_codepoints() {
  let text = data.text(100)
  let points = string.to_utf_codepoints(text)
  fn() { string.from_utf_codepoints(points) }
}

pub fn utf_codepoint() {
  fn() { string.utf_codepoint(8364) }
}

pub fn pop_each() {
  let text = data.text(20)
  fn() { pop_all(text) }
}

pub fn pop_each_wide() {
  let text = data.wide(20)
  fn() { pop_all(text) }
}

pub fn inspect_value() {
  let value = list.map(data.words(100), fn(w) { #(w, Ok(1.5), [1, 2]) })
  fn() { string.inspect(value) }
}

fn pop_all(text) {
  case string.pop_grapheme(text) {
    Ok(#(_, rest)) -> pop_all(rest)
    Error(Nil) -> Nil
  }
}
