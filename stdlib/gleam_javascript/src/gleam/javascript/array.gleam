//// The arrays of JavaScript, for working with its code. Nothing here changes an
//// array; within Gleam prefer lists.

/// An array of JavaScript.
pub type Array(element)

/// The elements as a list.
///
/// ```gleam
/// assert array.to_list(array.from_list([1, 2, 3])) == [1, 2, 3]
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_to_list")
pub fn to_list(items: Array(element)) -> List(element)

/// An array of the elements of a list.
///
/// ```gleam
/// assert array.size(array.from_list(["a", "b"])) == 2
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_from_list")
pub fn from_list(items: List(element)) -> Array(element)

/// The number of elements. This takes constant time.
///
/// ```gleam
/// assert array.size(array.from_list([1, 2, 3])) == 3
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_size")
pub fn size(items: Array(element)) -> Int

/// An array of what the function gives for each element.
///
/// ```gleam
/// let doubled = array.from_list([1, 2]) |> array.map(fn(n) { n * 2 })
/// assert array.to_list(doubled) == [2, 4]
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_map")
pub fn map(items: Array(a), with transform: fn(a) -> b) -> Array(b)

/// Folds all elements into one value, from the first to the last.
///
/// ```gleam
/// assert array.from_list(["a", "b"])
///   |> array.fold(from: "", with: fn(text, letter) { text <> letter })
///   == "ab"
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_fold")
pub fn fold(
  over items: Array(e),
  from init: acc,
  with f: fn(acc, e) -> acc,
) -> acc

/// Folds all elements into one value, from the last to the first.
///
/// ```gleam
/// assert array.from_list(["a", "b"])
///   |> array.fold_right(from: "", with: fn(text, letter) { text <> letter })
///   == "ba"
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_fold_right")
pub fn fold_right(
  over items: Array(e),
  from init: acc,
  with f: fn(acc, e) -> acc,
) -> acc

/// The element at a position, of which the first is 0. It is an error when the
/// array has no such position. This takes constant time.
///
/// ```gleam
/// let letters = array.from_list(["a", "b"])
/// assert array.get(letters, 1) == Ok("b")
/// assert array.get(letters, 2) == Error(Nil)
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "array_get")
pub fn get(items: Array(e), index: Int) -> Result(e, Nil)
