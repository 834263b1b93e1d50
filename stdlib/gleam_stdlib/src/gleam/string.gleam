//// Functions for text.
////
//// A `String` is a sequence of Unicode code points. What a reader takes for
//// one character may be made of several of them, as most emoji and many
//// accented letters are; such a unit is called a grapheme cluster. Positions
//// and lengths in this module count grapheme clusters unless stated otherwise.

import gleam/list
import gleam/option.{type Option, None, Some}
import gleam/order.{type Order}

/// Whether a string is empty.
///
/// ```gleam
/// assert string.is_empty("")
/// ```
pub fn is_empty(str: String) -> Bool {
  str == ""
}

/// The number of grapheme clusters. The whole string is walked to find it.
///
/// ```gleam
/// assert string.length("ß↑e̊") == 3
/// ```
@external(erlang, "gleam_stdlib", "string_length")
@external(javascript, "../text.mjs", "length")
pub fn length(string: String) -> Int

/// Turns a string around.
///
/// ```gleam
/// assert string.reverse("stressed") == "desserts"
/// ```
@external(erlang, "gleam_stdlib", "string_reverse")
@external(javascript, "../text.mjs", "reverse")
pub fn reverse(string: String) -> String

/// Replaces every occurrence of a part.
///
/// ```gleam
/// assert string.replace("www.example.com", each: ".", with: "-")
///   == "www-example-com"
/// ```
@external(erlang, "gleam_stdlib", "string_replace")
@external(javascript, "../text.mjs", "replace")
pub fn replace(
  in string: String,
  each pattern: String,
  with substitute: String,
) -> String

/// Makes all letters lower case.
///
/// ```gleam
/// assert string.lowercase("X-FILES") == "x-files"
/// ```
@external(erlang, "string", "lowercase")
@external(javascript, "../text.mjs", "lowercase")
pub fn lowercase(string: String) -> String

/// Makes all letters upper case.
///
/// ```gleam
/// assert string.uppercase("skinner") == "SKINNER"
/// ```
@external(erlang, "string", "uppercase")
@external(javascript, "../text.mjs", "uppercase")
pub fn uppercase(string: String) -> String

/// Compares two strings by their code points.
///
/// ```gleam
/// assert string.compare("Anthony", "Bert") == order.Lt
/// ```
@external(javascript, "../text.mjs", "compare")
pub fn compare(a: String, b: String) -> Order {
  case a == b {
    True -> order.Eq
    False ->
      case less_than(a, b) {
        True -> order.Lt
        False -> order.Gt
      }
  }
}

@external(erlang, "erlang", "<")
fn less_than(a: String, b: String) -> Bool

/// Takes a part of a string, given by the position of its start and its length.
/// A negative position is counted from the end.
///
/// ```gleam
/// assert string.slice(from: "gleam", at_index: 1, length: 2) == "le"
/// assert string.slice(from: "gleam", at_index: -2, length: 2) == "am"
/// ```
pub fn slice(
  from string: String,
  at_index idx: Int,
  length len: Int,
) -> String {
  case len <= 0, idx < 0 {
    True, _ -> ""
    False, False -> do_slice(string, idx, len)
    False, True -> {
      let start = length(string) + idx
      case start < 0 {
        True -> ""
        False -> do_slice(string, start, len)
      }
    }
  }
}

@external(erlang, "gleam_stdlib", "string_slice")
@external(javascript, "../text.mjs", "slice")
fn do_slice(string: String, idx: Int, len: Int) -> String

/// Drops everything before the first occurrence of a part. A string that does
/// not have the part is returned as it is.
///
/// ```gleam
/// assert string.crop(from: "The Lone Gunmen", before: "Lone") == "Lone Gunmen"
/// ```
@external(erlang, "gleam_stdlib", "string_crop")
@external(javascript, "../text.mjs", "crop")
pub fn crop(from string: String, before substring: String) -> String

/// Drops a number of grapheme clusters at the start.
///
/// ```gleam
/// assert string.drop_start(from: "The Lone Gunmen", up_to: 4) == "Lone Gunmen"
/// ```
pub fn drop_start(from string: String, up_to num_graphemes: Int) -> String {
  case num_graphemes <= 0 {
    True -> string
    False -> do_drop_start(string, num_graphemes)
  }
}

@external(erlang, "gleam_stdlib", "string_drop_start")
@external(javascript, "../text.mjs", "drop_start")
fn do_drop_start(string: String, num_graphemes: Int) -> String

/// Drops a number of grapheme clusters at the end.
///
/// ```gleam
/// assert string.drop_end(from: "Cigarette Smoking Man", up_to: 4)
///   == "Cigarette Smoking"
/// ```
pub fn drop_end(from string: String, up_to num_graphemes: Int) -> String {
  case num_graphemes <= 0 {
    True -> string
    False -> do_drop_end(string, num_graphemes)
  }
}

@external(erlang, "gleam_stdlib", "string_drop_end")
fn do_drop_end(string: String, num_graphemes: Int) -> String {
  slice(string, 0, length(string) - num_graphemes)
}

/// Whether the second string is a part of the first.
///
/// ```gleam
/// assert string.contains(does: "theory", contain: "the")
/// ```
@external(erlang, "gleam_stdlib", "string_contains")
@external(javascript, "../text.mjs", "contains")
pub fn contains(does haystack: String, contain needle: String) -> Bool

/// Whether the first string starts with the second.
///
/// ```gleam
/// assert string.starts_with("theory", "the")
/// ```
@external(erlang, "gleam_stdlib", "string_starts_with")
@external(javascript, "../text.mjs", "starts_with")
pub fn starts_with(string: String, prefix: String) -> Bool

/// Whether the first string ends with the second.
///
/// ```gleam
/// assert string.ends_with("theory", "ory")
/// ```
@external(erlang, "gleam_stdlib", "string_ends_with")
@external(javascript, "../text.mjs", "ends_with")
pub fn ends_with(string: String, suffix: String) -> Bool

/// Cuts a string at every occurrence of a separator. An empty separator cuts it
/// into its grapheme clusters.
///
/// ```gleam
/// assert string.split("home/gleam/desktop", on: "/")
///   == ["home", "gleam", "desktop"]
/// ```
@external(javascript, "../text.mjs", "split")
pub fn split(x: String, on substring: String) -> List(String) {
  case substring {
    "" -> to_graphemes(x)
    _ -> do_split(x, substring)
  }
}

@external(erlang, "gleam_stdlib", "string_split")
fn do_split(x: String, substring: String) -> List(String)

/// Cuts a string in two at the first occurrence of a separator.
///
/// ```gleam
/// assert string.split_once("home/gleam/desktop", on: "/")
///   == Ok(#("home", "gleam/desktop"))
/// assert string.split_once("home", on: "/") == Error(Nil)
/// ```
@external(erlang, "gleam_stdlib", "string_split_once")
@external(javascript, "../text.mjs", "split_once")
pub fn split_once(
  string: String,
  on substring: String,
) -> Result(#(String, String), Nil)

/// Joins two strings, as the operator `<>` does.
///
/// ```gleam
/// assert string.append(to: "butter", suffix: "fly") == "butterfly"
/// ```
pub fn append(to first: String, suffix second: String) -> String {
  first <> second
}

/// Joins all strings of a list.
///
/// ```gleam
/// assert string.concat(["never", "the", "less"]) == "nevertheless"
/// ```
@external(erlang, "erlang", "iolist_to_binary")
@external(javascript, "../text.mjs", "concat")
pub fn concat(strings: List(String)) -> String

/// A string a number of times over.
///
/// ```gleam
/// assert string.repeat("ha", times: 3) == "hahaha"
/// ```
pub fn repeat(string: String, times times: Int) -> String {
  case times <= 0 {
    True -> ""
    False -> do_repeat(string, times)
  }
}

@external(erlang, "gleam_stdlib", "string_repeat")
@external(javascript, "../text.mjs", "repeat")
fn do_repeat(string: String, times: Int) -> String

/// Joins the strings of a list with a separator between them.
///
/// ```gleam
/// assert string.join(["home", "evan", "Desktop"], with: "/")
///   == "home/evan/Desktop"
/// ```
@external(erlang, "gleam_stdlib", "string_join")
@external(javascript, "../text.mjs", "join")
pub fn join(strings: List(String), with separator: String) -> String

/// Fills a string up at the start until it has a length.
///
/// ```gleam
/// assert string.pad_start("121", to: 5, with: ".") == "..121"
/// assert string.pad_start("121", to: 2, with: ".") == "121"
/// ```
pub fn pad_start(
  string: String,
  to desired_length: Int,
  with pad_string: String,
) -> String {
  padding(desired_length - length(string), pad_string) <> string
}

/// Fills a string up at the end until it has a length.
///
/// ```gleam
/// assert string.pad_end("123", to: 5, with: ".") == "123.."
/// ```
pub fn pad_end(
  string: String,
  to desired_length: Int,
  with pad_string: String,
) -> String {
  string <> padding(desired_length - length(string), pad_string)
}

fn padding(size: Int, pad_string: String) -> String {
  case size <= 0 {
    True -> ""
    False -> {
      let pad_length = length(pad_string)
      // Division by zero gives zero, so that nothing fills nothing up.
      repeat(pad_string, times: size / pad_length)
      <> slice(pad_string, at_index: 0, length: size % pad_length)
    }
  }
}

/// Removes white space at both ends.
///
/// ```gleam
/// assert string.trim("  hats  \n") == "hats"
/// ```
@external(javascript, "../text.mjs", "trim")
pub fn trim(string: String) -> String {
  string |> trim_start |> trim_end
}

/// Removes white space at the start.
///
/// ```gleam
/// assert string.trim_start("  hats  \n") == "hats  \n"
/// ```
@external(erlang, "gleam_stdlib", "string_trim_start")
@external(javascript, "../text.mjs", "trim_start")
pub fn trim_start(string: String) -> String

/// Removes white space at the end.
///
/// ```gleam
/// assert string.trim_end("  hats  \n") == "  hats"
/// ```
@external(erlang, "gleam_stdlib", "string_trim_end")
@external(javascript, "../text.mjs", "trim_end")
pub fn trim_end(string: String) -> String

/// Takes the first grapheme cluster off.
///
/// ```gleam
/// assert string.pop_grapheme("gleam") == Ok(#("g", "leam"))
/// assert string.pop_grapheme("") == Error(Nil)
/// ```
@external(erlang, "gleam_stdlib", "string_pop_grapheme")
@external(javascript, "../text.mjs", "pop_grapheme")
pub fn pop_grapheme(string: String) -> Result(#(String, String), Nil)

/// The grapheme clusters of a string.
///
/// ```gleam
/// assert string.to_graphemes("abc") == ["a", "b", "c"]
/// ```
@external(erlang, "gleam_stdlib", "string_to_graphemes")
@external(javascript, "../text.mjs", "to_graphemes")
pub fn to_graphemes(string: String) -> List(String)

/// The code points of a string.
///
/// ```gleam
/// assert "a" |> string.to_utf_codepoints |> list.map(string.utf_codepoint_to_int)
///   == [97]
/// ```
@external(erlang, "gleam_stdlib", "string_to_codepoints")
@external(javascript, "../text.mjs", "to_codepoints")
pub fn to_utf_codepoints(string: String) -> List(UtfCodepoint)

/// Makes a string of code points.
///
/// ```gleam
/// let assert Ok(a) = string.utf_codepoint(97)
/// assert string.from_utf_codepoints([a, a]) == "aa"
/// ```
@external(erlang, "gleam_stdlib", "string_from_codepoints")
@external(javascript, "../text.mjs", "from_codepoints")
pub fn from_utf_codepoints(utf_codepoints: List(UtfCodepoint)) -> String

/// Converts a number to a code point, if it is one.
///
/// ```gleam
/// let assert Ok(_) = string.utf_codepoint(128_049)
/// assert string.utf_codepoint(1_114_112) == Error(Nil)
/// ```
pub fn utf_codepoint(value: Int) -> Result(UtfCodepoint, Nil) {
  let is_surrogate = value >= 0xD800 && value <= 0xDFFF
  case value < 0 || value > 0x10FFFF || is_surrogate {
    True -> Error(Nil)
    False -> Ok(unsafe_int_to_utf_codepoint(value))
  }
}

@external(erlang, "gleam_stdlib", "identity")
@external(javascript, "../text.mjs", "codepoint")
fn unsafe_int_to_utf_codepoint(value: Int) -> UtfCodepoint

/// The number of a code point.
///
/// ```gleam
/// let assert [a, ..] = string.to_utf_codepoints("abc")
/// assert string.utf_codepoint_to_int(a) == 97
/// ```
@external(erlang, "gleam_stdlib", "identity")
@external(javascript, "../text.mjs", "codepoint_to_int")
pub fn utf_codepoint_to_int(cp: UtfCodepoint) -> Int

/// Gives `None` for the empty string.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert string.to_option("") == None
/// assert string.to_option("hats") == Some("hats")
/// ```
pub fn to_option(string: String) -> Option(String) {
  case string {
    "" -> None
    _ -> Some(string)
  }
}

/// The first grapheme cluster, if there is one.
///
/// ```gleam
/// assert string.first("icecream") == Ok("i")
/// ```
pub fn first(string: String) -> Result(String, Nil) {
  case pop_grapheme(string) {
    Ok(#(first, _)) -> Ok(first)
    Error(error) -> Error(error)
  }
}

/// The last grapheme cluster, if there is one.
///
/// ```gleam
/// assert string.last("icecream") == Ok("m")
/// ```
@external(erlang, "gleam_stdlib", "string_last")
pub fn last(string: String) -> Result(String, Nil) {
  string |> to_graphemes |> list.last
}

/// Makes the first grapheme cluster upper case and everything else lower case.
///
/// ```gleam
/// assert string.capitalise("mAMOUNA") == "Mamouna"
/// ```
pub fn capitalise(string: String) -> String {
  case pop_grapheme(string) {
    Ok(#(first, rest)) -> uppercase(first) <> lowercase(rest)
    Error(_) -> ""
  }
}

/// Writes any value as Gleam source, as far as the value still tells how it was
/// written. It serves for looking at values, not for storing them: the format
/// differs between targets.
///
/// ```gleam
/// assert string.inspect([Ok(1), Error("no")]) == "[Ok(1), Error(\"no\")]"
/// ```
@external(erlang, "gleam_stdlib_inspect", "inspect")
@external(javascript, "../inspect.mjs", "inspect")
pub fn inspect(term: anything) -> String

/// The number of bytes of a string in UTF-8.
///
/// ```gleam
/// assert string.byte_size("🏳️‍⚧️🏳️‍🌈👩🏾‍❤️‍👨🏻") == 58
/// ```
@external(erlang, "erlang", "byte_size")
@external(javascript, "../text.mjs", "byte_size")
pub fn byte_size(string: String) -> Int

/// Removes a part from the start. A string that does not start with it is
/// returned as it is.
///
/// ```gleam
/// assert string.remove_prefix(from: "@lucy", matching: "@") == "lucy"
/// ```
@external(erlang, "gleam_stdlib", "string_remove_prefix")
@external(javascript, "../text.mjs", "remove_prefix")
pub fn remove_prefix(from string: String, matching prefix: String) -> String

/// Removes a part from the end. A string that does not end with it is returned
/// as it is.
///
/// ```gleam
/// assert string.remove_suffix(from: "lucy!", matching: "!") == "lucy"
/// ```
@external(erlang, "gleam_stdlib", "string_remove_suffix")
@external(javascript, "../text.mjs", "remove_suffix")
pub fn remove_suffix(from string: String, matching suffix: String) -> String
