import gleam/bit_array
import gleam/int
import gleam/list
import gleam/order
import gleam/result
import gleam/string
import gleam/string_tree
import property.{clusters, for_all, int, list_of, pair, pick, text}

pub fn graphemes_test() {
  use clusters <- for_all(clusters())
  // A carriage return and a line feed are one cluster.
  let text = string.concat(clusters)
  let graphemes = string.to_graphemes(text)
  assert graphemes == clusters
  assert string.length(text) == list.length(clusters)
  assert string.concat(graphemes) == text
  assert string.reverse(text) == string.concat(list.reverse(clusters))
  assert string.first(text) == list.first(clusters)
  assert string.last(text) == list.last(clusters)
  assert string.pop_grapheme(text)
    == case clusters {
      [] -> Error(Nil)
      [first, ..rest] -> Ok(#(first, string.concat(rest)))
    }
}

pub fn slices_test() {
  use #(clusters, #(from, length)) <- for_all(pair(
    clusters(),
    pair(int(-12, 12), int(-1, 12)),
  ))
  let text = string.concat(clusters)
  let size = list.length(clusters)
  let start = case from < 0 {
    True -> size + from
    False -> from
  }
  let expected = case start < 0 || length <= 0 {
    True -> ""
    False -> clusters |> list.drop(start) |> list.take(length) |> string.concat
  }
  assert string.slice(text, from, length) == expected
  assert string.drop_start(text, from)
    == string.concat(list.drop(clusters, from))
  assert string.drop_end(text, from)
    == string.concat(list.take(clusters, size - int.max(from, 0)))
}

pub fn concatenation_test() {
  use #(a, b) <- for_all(pair(text(), text()))
  assert string.append(a, b) == a <> b
  assert string.starts_with(a <> b, a)
  assert string.ends_with(a <> b, b)
  assert string.contains(a <> b, b)
  assert string.byte_size(a <> b) == string.byte_size(a) + string.byte_size(b)
  assert string.remove_prefix(a <> b, a) == b
  assert string.remove_suffix(a <> b, b) == a
  assert string.repeat(a, 3) == a <> a <> a
  assert string.is_empty(a) == { a == "" }
}

pub fn split_and_join_test() {
  let separators = pick(from: [".", "a", "\n", "é", "😀", "\u{301}", "bb"])
  use #(text, separator) <- for_all(pair(text(), separators))
  let parts = string.split(text, on: separator)
  assert string.join(parts, with: separator) == text
  assert string.replace(text, each: separator, with: "-<>-")
    == string.join(parts, with: "-<>-")
  case string.split_once(text, on: separator) {
    Error(Nil) -> {
      assert parts == [text]
    }
    Ok(#(before, after)) -> {
      assert [before, ..string.split(after, on: separator)] == parts
    }
  }
}

pub fn codepoints_test() {
  use text <- for_all(text())
  let codepoints = string.to_utf_codepoints(text)
  assert string.from_utf_codepoints(codepoints) == text
  list.each(codepoints, fn(codepoint) {
    let number = string.utf_codepoint_to_int(codepoint)
    assert string.utf_codepoint(number) == Ok(codepoint)
  })
  assert bit_array.to_string(bit_array.from_string(text)) == Ok(text)
  assert bit_array.byte_size(bit_array.from_string(text))
    == string.byte_size(text)
}

pub fn borders_of_codepoints_test() {
  let is_codepoint = fn(number) { result.is_ok(string.utf_codepoint(number)) }
  assert list.map([-1, 0, 0xd7ff, 0xd800, 0xdfff, 0xe000], is_codepoint)
    == [False, True, True, False, False, True]
  assert list.map([0xfffd, 0xfffe, 0xffff, 0x10ffff, 0x110000], is_codepoint)
    == [True, True, True, True, False]
}

/// The order of the bytes of UTF-8 is that of the code points.
fn compare_bytes(a: BitArray, b: BitArray) -> order.Order {
  case a, b {
    <<x, a:bytes>>, <<y, b:bytes>> ->
      case int.compare(x, y) {
        order.Eq -> compare_bytes(a, b)
        other -> other
      }
    <<>>, <<>> -> order.Eq
    <<>>, _ -> order.Lt
    _, _ -> order.Gt
  }
}

pub fn order_test() {
  use #(a, b) <- for_all(pair(text(), text()))
  assert string.compare(a, b) == compare_bytes(<<a:utf8>>, <<b:utf8>>)
  assert string.compare(b, a) == order.negate(string.compare(a, b))
  assert { string.compare(a, b) == order.Eq } == { a == b }
}

pub fn trim_and_pad_test() {
  let edge = list_of(pick(from: [" ", "\n", "\t", "\r\n"]), up_to: 4)
  use #(#(before, after), width) <- for_all(pair(pair(edge, edge), int(-2, 12)))
  let before = string.concat(before)
  let after = string.concat(after)
  let text = before <> "x é y" <> after
  assert string.trim(text) == "x é y"
  assert string.trim_start(text) == "x é y" <> after
  assert string.trim_end(text) == before <> "x é y"
  let missing = int.max(0, width - 5)
  assert string.pad_start("x é y", to: width, with: "*")
    == string.repeat("*", missing) <> "x é y"
  assert string.pad_end("x é y", to: width, with: "*")
    == "x é y" <> string.repeat("*", missing)
}

pub fn trees_test() {
  use #(a, b) <- for_all(pair(text(), text()))
  let tree = string_tree.from_strings([a, b])
  assert string_tree.to_string(tree) == a <> b
  assert string_tree.byte_size(tree) == string.byte_size(a <> b)
  let other = string_tree.from_string(a) |> string_tree.append(b)
  assert string_tree.is_equal(tree, other)
  assert string_tree.is_empty(tree) == { a <> b == "" }
  assert string_tree.to_string(string_tree.prepend(tree, b)) == b <> a <> b
  assert string_tree.to_string(string_tree.reverse(tree))
    == string.reverse(a <> b)
}
