//// What the benchmarks work on.

import gleam/int
import gleam/list
import gleam/string

/// The numbers from 1 on.
pub fn ints(count: Int) -> List(Int) {
  int.range(from: count, to: 0, with: [], run: fn(list, i) { [i, ..list] })
}

/// Numbers in an order that nothing can make use of.
pub fn mixed(count: Int) -> List(Int) {
  list.map(ints(count), fn(i) { { i * 7919 } % 10_007 })
}

/// Different words.
pub fn words(count: Int) -> List(String) {
  list.map(mixed(count), fn(i) { "word" <> int.to_string(i) })
}

/// A text of ASCII alone, of 45 characters each time.
pub fn text(times: Int) -> String {
  string.repeat("The quick brown fox jumps over the lazy dog. ", times)
}

/// A text with letters of several scripts and with emoji.
pub fn wide(times: Int) -> String {
  string.repeat("Größe ist 日本語 и русский 👩‍👩‍👧 é 🇩🇪 text. ", times)
}
