//// Helpers for working with functions as values.

/// Returns its argument unchanged.
///
/// It is useful where a function is asked for and nothing has to be done.
///
/// ```gleam
/// assert list.filter_map([Ok(1), Error(Nil)], function.identity) == [1]
/// ```
pub fn identity(x: a) -> a {
  x
}
