//// Dictionaries: every key has one value.
////
//// Keys may be of any type and are compared with `==`. The order of the
//// entries is not defined. Looking a key up and inserting one take nearly no
//// more time in a large dict than in a small one.

import gleam/option.{type Option, None, Some}

/// A dictionary from keys to values.
pub type Dict(key, value)

/// The number of entries.
///
/// ```gleam
/// assert dict.size(dict.from_list([#("key", "value")])) == 1
/// ```
@external(erlang, "maps", "size")
@external(javascript, "../dict.mjs", "size")
pub fn size(dict: Dict(k, v)) -> Int

/// Whether there are no entries.
///
/// ```gleam
/// assert dict.is_empty(dict.new())
/// ```
pub fn is_empty(dict: Dict(k, v)) -> Bool {
  size(dict) == 0
}

/// The entries as pairs of key and value, in no particular order.
///
/// ```gleam
/// assert dict.to_list(dict.from_list([#("key", "value")])) == [#("key", "value")]
/// ```
@external(erlang, "maps", "to_list")
@external(javascript, "../dict.mjs", "to_list")
pub fn to_list(dict: Dict(k, v)) -> List(#(k, v))

/// Makes a dict of pairs of key and value. If a key occurs several times its
/// last value counts.
///
/// ```gleam
/// assert dict.get(dict.from_list([#("a", 0), #("a", 1)]), "a") == Ok(1)
/// ```
@external(erlang, "maps", "from_list")
@external(javascript, "../dict.mjs", "from_list")
pub fn from_list(list: List(#(k, v))) -> Dict(k, v)

/// Whether there is an entry with a key.
///
/// ```gleam
/// assert dict.new() |> dict.insert("a", 0) |> dict.has_key("a")
/// ```
pub fn has_key(dict: Dict(k, v), key: k) -> Bool {
  do_has_key(key, dict)
}

@external(erlang, "maps", "is_key")
@external(javascript, "../dict.mjs", "has_key")
fn do_has_key(key: k, dict: Dict(k, v)) -> Bool

/// The dict without entries.
///
/// ```gleam
/// assert dict.size(dict.new()) == 0
/// ```
@external(erlang, "maps", "new")
@external(javascript, "../dict.mjs", "empty")
pub fn new() -> Dict(k, v)

/// The value that belongs to a key, if there is one.
///
/// ```gleam
/// assert dict.new() |> dict.insert("a", 0) |> dict.get("a") == Ok(0)
/// assert dict.get(dict.new(), "a") == Error(Nil)
/// ```
@external(erlang, "gleam_stdlib", "dict_get")
@external(javascript, "../dict.mjs", "get")
pub fn get(from: Dict(k, v), get: k) -> Result(v, Nil)

/// Adds an entry, or replaces the value of the entry with that key.
///
/// ```gleam
/// assert dict.new()
///   |> dict.insert("a", 0)
///   |> dict.insert("a", 5)
///   |> dict.to_list
///   == [#("a", 5)]
/// ```
@external(erlang, "gleam_stdlib", "dict_insert")
@external(javascript, "../dict.mjs", "insert")
pub fn insert(into dict: Dict(k, v), for key: k, insert value: v) -> Dict(k, v)

/// Applies a function to every value; it gets the key as well.
///
/// ```gleam
/// assert dict.from_list([#(3, 3), #(2, 4)])
///   |> dict.map_values(fn(key, value) { key * value })
///   == dict.from_list([#(3, 9), #(2, 8)])
/// ```
@external(erlang, "gleam_stdlib", "dict_map_values")
@external(javascript, "../dict.mjs", "map_values")
pub fn map_values(in dict: Dict(k, v), with fun: fn(k, v) -> a) -> Dict(k, a)

/// The keys, in no particular order.
///
/// ```gleam
/// assert dict.keys(dict.from_list([#("a", 0)])) == ["a"]
/// ```
@external(erlang, "maps", "keys")
@external(javascript, "../dict.mjs", "keys")
pub fn keys(dict: Dict(k, v)) -> List(k)

/// The values, in no particular order.
///
/// ```gleam
/// assert dict.values(dict.from_list([#("a", 0)])) == [0]
/// ```
@external(erlang, "maps", "values")
@external(javascript, "../dict.mjs", "values")
pub fn values(dict: Dict(k, v)) -> List(v)

/// The entries for which a function is true.
///
/// ```gleam
/// assert dict.from_list([#("a", 0), #("b", 1)])
///   |> dict.filter(keeping: fn(_key, value) { value != 0 })
///   == dict.from_list([#("b", 1)])
/// ```
@external(erlang, "gleam_stdlib", "dict_filter")
@external(javascript, "../dict.mjs", "filter")
pub fn filter(
  in dict: Dict(k, v),
  keeping predicate: fn(k, v) -> Bool,
) -> Dict(k, v)

/// The entries that have one of the given keys.
///
/// ```gleam
/// assert dict.from_list([#("a", 0), #("b", 1)])
///   |> dict.take(keeping: ["b", "c"])
///   == dict.from_list([#("b", 1)])
/// ```
@external(javascript, "../dict.mjs", "take")
pub fn take(
  from dict: Dict(k, v),
  keeping desired_keys: List(k),
) -> Dict(k, v) {
  take_loop(dict, desired_keys, [])
}

fn take_loop(
  dict: Dict(k, v),
  desired_keys: List(k),
  taken: List(#(k, v)),
) -> Dict(k, v) {
  case desired_keys {
    [key, ..rest] ->
      case get(dict, key) {
        Ok(value) -> take_loop(dict, rest, [#(key, value), ..taken])
        Error(_) -> take_loop(dict, rest, taken)
      }
    [] -> from_list(taken)
  }
}

/// The entries of both dicts. Where both have a key the second one counts.
///
/// ```gleam
/// assert dict.merge(
///     into: dict.from_list([#("a", 0), #("b", 1)]),
///     from: dict.from_list([#("b", 2), #("c", 3)]),
///   )
///   == dict.from_list([#("a", 0), #("b", 2), #("c", 3)])
/// ```
@external(erlang, "maps", "merge")
@external(javascript, "../dict.mjs", "merge")
pub fn merge(into dict: Dict(k, v), from new_entries: Dict(k, v)) -> Dict(k, v)

/// Removes the entry with a key, if there is one.
///
/// ```gleam
/// assert dict.from_list([#("a", 0), #("b", 1)])
///   |> dict.delete("a")
///   == dict.from_list([#("b", 1)])
/// ```
pub fn delete(from dict: Dict(k, v), delete key: k) -> Dict(k, v) {
  do_delete(key, dict)
}

@external(erlang, "maps", "remove")
@external(javascript, "../dict.mjs", "remove_key")
fn do_delete(key: k, dict: Dict(k, v)) -> Dict(k, v)

/// Removes the entries that have one of the given keys.
///
/// ```gleam
/// assert dict.from_list([#("a", 0), #("b", 1)])
///   |> dict.drop(["b", "c"])
///   == dict.from_list([#("a", 0)])
/// ```
pub fn drop(
  from dict: Dict(k, v),
  drop disallowed_keys: List(k),
) -> Dict(k, v) {
  do_drop(disallowed_keys, dict)
}

@external(erlang, "maps", "without")
@external(javascript, "../dict.mjs", "drop")
fn do_drop(disallowed_keys: List(k), dict: Dict(k, v)) -> Dict(k, v)

/// Sets the value of a key by a function that gets the present one, if there is
/// one.
///
/// ```gleam
/// let increment = fn(count) { option.unwrap(count, 0) + 1 }
/// assert dict.from_list([#("a", 1)])
///   |> dict.upsert("a", increment)
///   |> dict.upsert("b", increment)
///   == dict.from_list([#("a", 2), #("b", 1)])
/// ```
@external(erlang, "gleam_stdlib", "dict_upsert")
pub fn upsert(
  in dict: Dict(k, v),
  update key: k,
  with fun: fn(Option(v)) -> v,
) -> Dict(k, v) {
  case get(dict, key) {
    Ok(value) -> insert(dict, key, fun(Some(value)))
    Error(_) -> insert(dict, key, fun(None))
  }
}

/// Combines all entries into one value, in no particular order: the function
/// gets the value so far, a key and its value, and gives the next value.
///
/// ```gleam
/// assert dict.from_list([#("a", 1), #("b", 3)])
///   |> dict.fold(from: 0, with: fn(sum, _key, value) { sum + value })
///   == 4
/// ```
@external(erlang, "gleam_stdlib", "dict_fold")
@external(javascript, "../dict.mjs", "fold")
pub fn fold(
  over dict: Dict(k, v),
  from initial: acc,
  with fun: fn(acc, k, v) -> acc,
) -> acc

/// Calls a function for every entry, in no particular order, and drops what it
/// returns.
///
/// ```gleam
/// let ages = dict.from_list([#("Ann", 32)])
/// dict.each(ages, fn(name, age) { io.println(name <> int.to_string(age)) })
/// ```
pub fn each(dict: Dict(k, v), fun: fn(k, v) -> a) -> Nil {
  fold(dict, Nil, fn(nil, key, value) {
    fun(key, value)
    nil
  })
}

/// The entries of both dicts. Where both have a key a function makes one value
/// of both.
///
/// ```gleam
/// assert dict.combine(
///     dict.from_list([#("a", 1), #("b", 2)]),
///     dict.from_list([#("b", 10)]),
///     with: int.add,
///   )
///   == dict.from_list([#("a", 1), #("b", 12)])
/// ```
@external(erlang, "gleam_stdlib", "dict_combine")
@external(javascript, "../dict.mjs", "combine")
pub fn combine(
  dict: Dict(k, v),
  other: Dict(k, v),
  with fun: fn(v, v) -> v,
) -> Dict(k, v)
