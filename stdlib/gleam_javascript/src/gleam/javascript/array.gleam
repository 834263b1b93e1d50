//// The arrays of JavaScript, for working with its code. Nothing here changes an
//// array; within Gleam prefer lists.

/// An array of JavaScript.
pub type Array(element)

/// The elements as a list.
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_to_list")
pub fn to_list(items: Array(element)) -> List(element)

/// An array of the elements of a list.
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_from_list")
pub fn from_list(items: List(element)) -> Array(element)

/// The number of elements. This takes constant time.
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_size")
pub fn size(items: Array(element)) -> Int

/// An array of what the function gives for each element.
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_map")
pub fn map(items: Array(a), with transform: fn(a) -> b) -> Array(b)

/// Folds all elements into one value, from the first to the last.
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_fold")
pub fn fold(
  over items: Array(e),
  from init: acc,
  with f: fn(acc, e) -> acc,
) -> acc

/// Folds all elements into one value, from the last to the first.
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_fold_right")
pub fn fold_right(
  over items: Array(e),
  from init: acc,
  with f: fn(acc, e) -> acc,
) -> acc

/// The element at a position, of which the first is 0. It is an error when the
/// array has no such position. This takes constant time.
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_get")
pub fn get(items: Array(e), index: Int) -> Result(e, Nil)
