import gleam/dict.{type Dict}
import gleam/int
import gleam/list
import gleam/option.{None, Some}
import gleam/string

/// A dict from the numbers below to their squares.
fn squares(n: Int) -> Dict(Int, Int) {
  int.range(from: 0, to: n, with: dict.new(), run: fn(dict, i) {
    dict.insert(dict, i, i * i)
  })
}

pub fn new_test() {
  assert dict.size(dict.new()) == 0
  assert dict.to_list(dict.new()) == []
  assert dict.is_empty(dict.new())
  assert !dict.is_empty(squares(1))
}

pub fn from_list_test() {
  let dict = dict.from_list([#("a", 0), #("b", 1), #("a", 2)])
  assert dict.size(dict) == 2
  assert dict.get(dict, "a") == Ok(2)
}

pub fn get_and_has_key_test() {
  let dict = dict.from_list([#("a", Nil)])
  assert dict.get(dict, "a") == Ok(Nil)
  assert dict.get(dict, "b") == Error(Nil)
  assert dict.has_key(dict, "a")
  assert !dict.has_key(dict, "b")
}

pub fn insert_leaves_the_old_dict_alone_test() {
  let old = squares(100)
  let new = dict.insert(old, 5, -1)
  assert dict.get(old, 5) == Ok(25)
  assert dict.get(new, 5) == Ok(-1)
  assert dict.size(new) == 100
  assert dict.insert(old, 5, 25) == old
}

pub fn delete_test() {
  assert dict.delete(squares(3), 1) == dict.from_list([#(0, 0), #(2, 4)])
  assert dict.delete(squares(3), 9) == squares(3)
  assert dict.delete(squares(1), 0) == dict.new()
}

pub fn equality_ignores_history_test() {
  let numbers = int.range(from: 0, to: 2000, with: [], run: list.prepend)
  let build = fn(numbers) {
    list.fold(numbers, dict.new(), fn(dict, i) { dict.insert(dict, i, i) })
  }
  let shrunk =
    list.fold(numbers, build(numbers), fn(dict, i) {
      case i % 3 == 0 {
        True -> dict
        False -> dict.delete(dict, i)
      }
    })
  let built = list.filter(list.shuffle(numbers), fn(i) { i % 3 == 0 }) |> build
  assert shrunk == built
  assert dict.insert(shrunk, 0, -1) != built
  // Dicts can be keys themselves.
  assert dict.get(dict.from_list([#(shrunk, "found")]), built) == Ok("found")
}

pub fn keys_of_any_type_test() {
  let dict =
    dict.new()
    |> dict.insert([#(Some("a"), <<1, 2:4>>)], 1)
    |> dict.insert([#(Some("b"), <<1, 2:4>>)], 2)
    |> dict.insert([#(None, <<>>)], 3)
  assert dict.get(dict, [#(Some("a"), <<1, 2:size(4)>>)]) == Ok(1)
  assert dict.get(dict, [#(Some("b"), <<1, 2:size(4)>>)]) == Ok(2)
  assert dict.get(dict, [#(None, <<>>)]) == Ok(3)
  assert dict.get(dict, [#(None, <<0>>)]) == Error(Nil)
}

pub fn unaligned_bit_array_keys_test() {
  let assert <<_:3, part:bits-size(12), _:bits>> = <<0:3, 0xABC:12, 0xFF>>
  let dict = dict.from_list([#(<<0xABC:12>>, "found")])
  assert dict.get(dict, part) == Ok("found")
}

pub fn float_keys_test() {
  let dict = dict.from_list([#(0.5, "a"), #(1.0e100, "b"), #(-2.25, "c")])
  assert list.map([0.5, 1.0e100, -2.25], dict.get(dict, _))
    == [Ok("a"), Ok("b"), Ok("c")]
}

pub fn long_keys_test() {
  let key = list.repeat("x", times: 100_000)
  let dict = dict.from_list([#(key, 1)])
  assert dict.get(dict, list.repeat("x", times: 100_000)) == Ok(1)
  assert dict.get(dict, list.repeat("x", times: 99_999)) == Error(Nil)
}

pub fn keys_and_values_test() {
  let dict = squares(40)
  let numbers = int.range(from: 39, to: -1, with: [], run: list.prepend)
  assert list.sort(dict.keys(dict), int.compare) == numbers
  assert list.sort(dict.values(dict), int.compare)
    == list.map(numbers, fn(i) { i * i })
  assert list.zip(dict.keys(dict), dict.values(dict)) == dict.to_list(dict)
}

pub fn map_values_test() {
  let dict = dict.map_values(squares(1000), fn(key, value) { value - key })
  assert dict.get(dict, 999) == Ok(999 * 998)
  assert dict.size(dict) == 1000
  assert dict.map_values(dict.new(), fn(_, v) { v }) == dict.new()
}

pub fn filter_test() {
  let small = dict.filter(squares(1000), keeping: fn(_, value) { value < 9 })
  assert small == squares(3)
  assert dict.filter(small, fn(_, _) { True }) == small
}

pub fn take_and_drop_test() {
  assert dict.take(squares(10), keeping: [2, 1, 0, 2, 99]) == squares(3)
  assert dict.drop(squares(4), drop: [3, 3, 99]) == squares(3)
  assert dict.drop(squares(1000), int.range(999, 2, [], list.prepend))
    == squares(3)
}

pub fn merge_test() {
  let a = dict.from_list([#("a", 0), #("b", 1)])
  let b = dict.from_list([#("b", 2), #("c", 3)])
  assert dict.merge(a, b) == dict.from_list([#("a", 0), #("b", 2), #("c", 3)])
  assert dict.merge(a, dict.new()) == a
  assert dict.merge(dict.new(), a) == a
  assert a == dict.from_list([#("a", 0), #("b", 1)])
}

pub fn combine_test() {
  let a = dict.from_list([#("a", 10), #("b", 10)])
  let b = dict.from_list([#("b", 3), #("c", 3)])
  assert dict.combine(a, b, with: int.subtract)
    == dict.from_list([#("a", 10), #("b", 7), #("c", 3)])
}

pub fn upsert_test() {
  let count = fn(counts, word) {
    dict.upsert(counts, word, fn(present) {
      case present {
        Some(n) -> n + 1
        None -> 1
      }
    })
  }
  assert list.fold(string.split("a b a", on: " "), dict.new(), count)
    == dict.from_list([#("a", 2), #("b", 1)])
}

pub fn fold_test() {
  assert dict.fold(squares(4), from: 0, with: fn(sum, key, value) {
      sum + key * value
    })
    == 1 + 8 + 27
}

pub fn each_test() {
  assert dict.each(squares(4), fn(key, value) { key + value }) == Nil
}

pub fn large_test() {
  let dict = squares(200_000)
  assert dict.size(dict) == 200_000
  assert dict.get(dict, 123_456) == Ok(123_456 * 123_456)
  assert dict == dict.from_list(dict.to_list(dict))
  let emptied = list.fold(dict.keys(dict), dict, dict.delete)
  assert emptied == dict.new()
}

@external(javascript, "../gleam_stdlib_test_ffi.mjs", "behaves_like_map")
fn behaves_like_map() -> Bool {
  True
}

pub fn random_changes_test() {
  assert behaves_like_map()
}

@external(javascript, "../gleam_stdlib_test_ffi.mjs", "dict_by_methods")
fn dict_by_methods() -> Dict(String, Int) {
  dict.from_list([#("b", 2), #("c", 3)])
}

pub fn methods_test() {
  assert dict_by_methods() == dict.from_list([#("c", 3), #("b", 2)])
}

@external(javascript, "../gleam_stdlib_test_ffi.mjs", "colliding_keys")
fn colliding_keys() -> List(String) {
  ["a", "b", "c", "d"]
}

pub fn colliding_keys_test() {
  let keys = colliding_keys()
  let assert [a, b, c, d] = keys
  let dict = dict.from_list(list.zip(keys, [1, 2, 3, 4]))
  assert dict.size(dict) == 4
  assert list.map(keys, dict.get(dict, _)) == [Ok(1), Ok(2), Ok(3), Ok(4)]
  assert dict.get(dict.insert(dict, b, 9), b) == Ok(9)
  let only_c = dict.drop(dict, [a, d, b])
  assert dict.to_list(only_c) == [#(c, 3)]
  assert only_c == dict.from_list([#(c, 3)])
  assert dict.map_values(dict, fn(_, v) { v * 2 }) |> dict.get(d) == Ok(8)
  assert dict.delete(only_c, a) == only_c
}
