//// The fields of a form and its files, as browsers send them.
////
//// A field can have several values, which are text or bytes. Nothing here changes
//// the fields that are given: each function makes new ones.

import gleam/javascript/promise.{type Promise}

/// JavaScript's `FormData`.
pub type FormData

/// A form without fields.
///
/// ```gleam
/// assert form_data.keys(form_data.new()) == []
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_new")
pub fn new() -> FormData

/// Adds a value of text to those that a field has.
///
/// ```gleam
/// let form = form_data.new() |> form_data.append("a", "1")
/// assert form_data.get(form_data.append(form, "a", "2"), "a") == ["1", "2"]
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_append")
pub fn append(form_data: FormData, key: String, value: String) -> FormData

/// Adds a value of bytes to those that a field has.
///
/// ```gleam
/// let form = form_data.new() |> form_data.append_bits("a", <<1, 2>>)
/// assert form_data.contains(form, "a")
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_append_bits")
pub fn append_bits(
  form_data: FormData,
  key: String,
  value: BitArray,
) -> FormData

/// Makes a text the only value of a field.
///
/// ```gleam
/// let form = form_data.new() |> form_data.append("a", "1")
/// assert form_data.get(form_data.set(form, "a", "2"), "a") == ["2"]
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_set")
pub fn set(form_data: FormData, key: String, value: String) -> FormData

/// Makes bytes the only value of a field.
///
/// ```gleam
/// let form = form_data.new() |> form_data.append("a", "1")
/// assert form_data.get(form_data.set_bits(form, "a", <<2>>), "a") == []
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_set_bits")
pub fn set_bits(form_data: FormData, key: String, value: BitArray) -> FormData

/// Leaves out a field.
///
/// ```gleam
/// let form = form_data.new() |> form_data.append("a", "1")
/// assert !form_data.contains(form_data.delete(form, "a"), "a")
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_delete")
pub fn delete(form_data: FormData, key: String) -> FormData

/// The values of a field that are text.
///
/// ```gleam
/// assert form_data.get(form_data.new(), "a") == []
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_get")
pub fn get(form_data: FormData, key: String) -> List(String)

/// All values of a field as bytes, text as UTF-8.
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_get_bits")
pub fn get_bits(form_data: FormData, key: String) -> Promise(List(BitArray))

/// Whether there is a field.
///
/// ```gleam
/// let form = form_data.new() |> form_data.append("a", "1")
/// assert form_data.contains(form, "a")
/// assert !form_data.contains(form, "b")
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_contains")
pub fn contains(form_data: FormData, key: String) -> Bool

/// The names of the fields, each once, in the order in which they were added.
///
/// ```gleam
/// let form = form_data.new() |> form_data.append("b", "1")
/// assert form_data.keys(form_data.append(form, "a", "2")) == ["b", "a"]
/// ```
@external(javascript, "../../gleam_fetch_ffi.mjs", "form_keys")
pub fn keys(form_data: FormData) -> List(String)
