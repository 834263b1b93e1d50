//// A million of something overflows no stack and takes no time that grows with
//// its square.

import gleam/bit_array
import gleam/bytes_tree
import gleam/dict
import gleam/int
import gleam/list
import gleam/order
import gleam/set
import gleam/string
import gleam/string_tree
import gleam/uri

const million = 1_000_000

pub fn text_test() {
  let text = string.repeat("ab", times: million / 2)
  assert string.byte_size(text) == million
  assert string.length(text) == million
  let graphemes = string.to_graphemes(text)
  assert list.length(graphemes) == million
  assert string.concat(graphemes) == text
  assert string.join(graphemes, "") == text
  assert list.length(string.split(text, on: "a")) == million / 2 + 1
  assert string.replace(text, each: "a", with: "")
    == string.repeat("b", million / 2)
  assert string.reverse(string.reverse(text)) == text
  assert string.slice(text, million - 2, 2) == "ab"
  assert string.drop_end(text, million - 2) == "ab"
  assert string.drop_start(text, million - 2) == "ab"
  assert string.compare(text, text <> "a") == order.Lt
  assert string.uppercase(text) == string.repeat("AB", million / 2)
  assert string.pad_start("", to: million, with: "ab") == text
  let codepoints = string.to_utf_codepoints(text)
  assert string.from_utf_codepoints(codepoints) == text
}

pub fn one_cluster_test() {
  let accents = string.repeat("\u{301}", times: million / 10)
  assert string.length("e" <> accents <> "x") == 2
  assert string.reverse("e" <> accents <> "x") == "xe" <> accents
}

pub fn taking_text_apart_test() {
  assert count_graphemes(string.repeat("é", million / 10), 0) == million / 10
}

fn count_graphemes(text: String, count: Int) -> Int {
  case string.pop_grapheme(text) {
    Ok(#(_, rest)) -> count_graphemes(rest, count + 1)
    Error(Nil) -> count
  }
}

pub fn trees_test() {
  let parts = list.repeat("a", times: million)
  let text = string.repeat("a", times: million)
  let appended =
    list.fold(parts, string_tree.new(), fn(tree, part) {
      string_tree.append(tree, part)
    })
  assert string_tree.to_string(appended) == text
  let prepended =
    list.fold(parts, string_tree.new(), fn(tree, part) {
      string_tree.prepend(tree, part)
    })
  assert string_tree.to_string(prepended) == text
  assert string_tree.byte_size(prepended) == million
  let nested =
    list.fold(parts, bytes_tree.new(), fn(tree, part) {
      bytes_tree.concat([tree, bytes_tree.from_string(part)])
    })
  assert bytes_tree.to_bit_array(nested) == <<text:utf8>>
  let nested =
    list.fold(parts, bytes_tree.new(), fn(tree, part) {
      bytes_tree.prepend_tree(tree, bytes_tree.from_string(part))
    })
  assert bytes_tree.byte_size(nested) == million
}

pub fn bytes_test() {
  let bits = bit_array.concat(list.repeat(<<7, 250>>, times: million / 2))
  assert bit_array.byte_size(bits) == million
  let hex = bit_array.base16_encode(bits)
  assert bit_array.base16_decode(hex) == Ok(bits)
  let text = bit_array.base64_encode(bits, True)
  assert bit_array.base64_decode(text) == Ok(bits)
  assert bit_array.compare(bits, bits) == order.Eq
  assert bit_array.to_string(bits) == Error(Nil)
  assert bit_array.slice(bits, million, -2) == Ok(<<7, 250>>)
  assert string.length(bit_array.inspect(<<0:size(100_000)>>)) > 12_500
}

pub fn dicts_test() {
  let numbers = int.range(from: 0, to: million, with: [], run: list.prepend)
  let dict = dict.from_list(list.map(numbers, fn(n) { #(n, n) }))
  assert dict.size(dict) == million
  assert dict.get(dict, million - 1) == Ok(million - 1)
  assert dict.fold(dict, 0, fn(sum, _, n) { sum + n }) == int.sum(numbers)
  assert list.length(dict.keys(dict)) == million
  assert dict.map_values(dict, fn(_, n) { n }) == dict
  assert dict.size(dict.filter(dict, fn(n, _) { n % 2 == 0 })) == million / 2
  assert dict.merge(dict, dict) == dict
  assert dict.is_empty(list.fold(numbers, dict, dict.delete))
}

pub fn sets_test() {
  let numbers = int.range(from: 0, to: million, with: [], run: list.prepend)
  let set = set.from_list(numbers)
  assert set.size(set) == million
  assert set.union(set, set) == set
  assert set.intersection(set, set) == set
  assert set.is_empty(set.difference(set, set))
  assert set.is_subset(set, of: set)
}

pub fn uris_test() {
  let path = string.repeat("/a", times: million / 10)
  let assert Ok(uri) = uri.parse("http://example.com" <> path)
  assert uri.path == path
  assert uri.to_string(uri) == "http://example.com" <> path
  assert list.length(uri.path_segments(path)) == million / 10
  let text = string.repeat("é ", times: million / 10)
  assert uri.percent_decode(uri.percent_encode(text)) == Ok(text)
  let entries = list.repeat(#("a", "b"), times: million / 10)
  assert uri.parse_query(uri.query_to_string(entries)) == Ok(entries)
}

pub fn inspected_values_test() {
  let list = list.repeat(1, times: million / 10)
  assert string.byte_size(string.inspect(list)) == 3 * million / 10
}
