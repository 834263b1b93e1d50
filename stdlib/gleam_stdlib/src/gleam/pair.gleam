//// Functions for tuples of two elements.

/// Returns the first element of a pair.
///
/// ```gleam
/// assert pair.first(#(1, "one")) == 1
/// ```
pub fn first(pair: #(a, b)) -> a {
  pair.0
}

/// Returns the second element of a pair.
///
/// ```gleam
/// assert pair.second(#(1, "one")) == "one"
/// ```
pub fn second(pair: #(a, b)) -> b {
  pair.1
}

/// Exchanges the two elements of a pair.
///
/// ```gleam
/// assert pair.swap(#(1, "one")) == #("one", 1)
/// ```
pub fn swap(pair: #(a, b)) -> #(b, a) {
  let #(first, second) = pair
  #(second, first)
}

/// Applies a function to the first element of a pair.
///
/// ```gleam
/// assert pair.map_first(#(1, "one"), int.negate) == #(-1, "one")
/// ```
pub fn map_first(of pair: #(a, b), with fun: fn(a) -> c) -> #(c, b) {
  let #(first, second) = pair
  #(fun(first), second)
}

/// Applies a function to the second element of a pair.
///
/// ```gleam
/// assert pair.map_second(#(1, "one"), string.length) == #(1, 3)
/// ```
pub fn map_second(of pair: #(a, b), with fun: fn(b) -> c) -> #(a, c) {
  let #(first, second) = pair
  #(first, fun(second))
}

/// Makes a pair of two values.
///
/// ```gleam
/// assert pair.new(1, "one") == #(1, "one")
/// ```
pub fn new(first: a, second: b) -> #(a, b) {
  #(first, second)
}
