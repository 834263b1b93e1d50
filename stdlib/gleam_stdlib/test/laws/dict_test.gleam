//// Dicts and sets behave as lists of entries do.

import gleam/dict.{type Dict}
import gleam/int
import gleam/list
import gleam/result
import gleam/set
import gleam/string
import property.{type Generator, for_all, int, list_of, pair, pick}

/// Keys of one type, of which some are equal without being the same.
fn keys() -> Generator(#(Int, String, List(Float))) {
  use number <- property.then(int(0, 3))
  use text <- property.then(pick(from: ["", "a", "é", "😀"]))
  use list <- property.map(pick(from: [[], [0.0], [1.0, 2.5]]))
  #(number, text, list)
}

type Change(k) {
  Insert(k, Int)
  Delete(k)
}

fn changes(keys: Generator(k), count: Int) -> Generator(List(Change(k))) {
  list_of(up_to: count, of: {
    use #(key, value) <- property.map(pair(keys, int(-20, 20)))
    case value < -5 {
      True -> Delete(key)
      False -> Insert(key, value)
    }
  })
}

fn change_dict(dict: Dict(k, Int), change: Change(k)) -> Dict(k, Int) {
  case change {
    Insert(key, value) -> dict.insert(dict, key, value)
    Delete(key) -> dict.delete(dict, key)
  }
}

fn change_list(list: List(#(k, Int)), change: Change(k)) -> List(#(k, Int)) {
  case change {
    Insert(key, value) -> list.key_set(list, key, value)
    Delete(key) -> list.filter(list, fn(entry) { entry.0 != key })
  }
}

fn same_entries(dict: Dict(k, v), list: List(#(k, v))) -> Bool {
  dict.size(dict) == list.length(list)
  && list.all(list, fn(entry) { dict.get(dict, entry.0) == Ok(entry.1) })
  && list.length(dict.to_list(dict)) == list.length(list)
  && list.all(dict.to_list(dict), list.contains(list, _))
  && dict == dict.from_list(list)
  && dict == dict.from_list(list.reverse(list))
}

pub fn changes_test() {
  use changes <- for_all(changes(keys(), 60))
  let dict = list.fold(changes, dict.new(), change_dict)
  assert same_entries(dict, list.fold(changes, [], change_list))
}

pub fn changes_of_many_numbers_test() {
  use changes <- for_all(changes(int(-40, 40), 300))
  let dict = list.fold(changes, dict.new(), change_dict)
  assert same_entries(dict, list.fold(changes, [], change_list))
}

pub fn every_version_stays_test() {
  use changes <- for_all(changes(int(0, 20), 30))
  let dicts = list.scan(changes, dict.new(), change_dict)
  let lists = list.scan(changes, [], change_list)
  list.each(list.zip(dicts, lists), fn(both) {
    assert same_entries(both.0, both.1)
  })
}

fn entries() -> Generator(List(#(Int, Int))) {
  use list <- property.map(list_of(pair(int(0, 30), int(-9, 9)), up_to: 25))
  list.fold(list, [], fn(list, entry) { list.key_set(list, entry.0, entry.1) })
}

pub fn functions_test() {
  use #(a, b) <- for_all(pair(entries(), entries()))
  let dict = dict.from_list(a)
  let other = dict.from_list(b)
  let is_even = fn(entry: #(Int, Int)) { { entry.0 + entry.1 } % 2 == 0 }
  assert same_entries(
    dict.map_values(dict, fn(k, v) { k * v }),
    list.map(a, fn(entry) { #(entry.0, entry.0 * entry.1) }),
  )
  assert same_entries(
    dict.filter(dict, fn(k, v) { is_even(#(k, v)) }),
    list.filter(a, is_even),
  )
  assert same_entries(
    dict.merge(dict, other),
    list.fold(b, a, fn(list, entry) { list.key_set(list, entry.0, entry.1) }),
  )
  let combined = dict.combine(dict, other, int.add)
  list.each(list.append(a, b), fn(entry) {
    let value = fn(list) { list.key_find(list, entry.0) |> result.unwrap(0) }
    assert dict.get(combined, entry.0) == Ok(value(a) + value(b))
  })
  let keys = list.map(b, fn(entry) { entry.0 })
  assert dict.take(dict, keys)
    == dict.filter(dict, fn(k, _) { dict.has_key(other, k) })
  assert dict.drop(dict, keys)
    == dict.filter(dict, fn(k, _) { !dict.has_key(other, k) })
  assert dict.fold(dict, 0, fn(sum, k, v) { sum + k * 100 + v })
    == int.sum(list.map(a, fn(entry) { entry.0 * 100 + entry.1 }))
  assert list.zip(dict.keys(dict), dict.values(dict)) == dict.to_list(dict)
}

pub fn sets_test() {
  let members = list_of(int(0, 15), up_to: 12)
  use #(a, b) <- for_all(pair(members, members))
  let one = set.from_list(a)
  let other = set.from_list(b)
  let in_a = list.contains(a, _)
  let in_b = list.contains(b, _)
  let all = int.range(from: 15, to: -1, with: [], run: list.prepend)
  let where = fn(keeps) { set.from_list(list.filter(all, keeps)) }
  assert set.size(one) == list.length(list.unique(a))
  assert list.sort(set.to_list(one), int.compare)
    == list.sort(list.unique(a), int.compare)
  assert set.union(one, other) == where(fn(n) { in_a(n) || in_b(n) })
  assert set.intersection(one, other) == where(fn(n) { in_a(n) && in_b(n) })
  assert set.difference(one, other) == where(fn(n) { in_a(n) && !in_b(n) })
  assert set.symmetric_difference(one, other)
    == where(fn(n) { in_a(n) != in_b(n) })
  assert set.is_subset(one, other) == list.all(a, in_b)
  assert set.is_disjoint(one, other) == !list.any(a, in_b)
  assert set.map(one, fn(n) { n / 2 })
    == set.from_list(list.map(a, fn(n) { n / 2 }))
  assert set.filter(one, in_b) == set.intersection(one, other)
  assert set.drop(one, b) == set.difference(one, other)
  assert set.take(one, b) == set.intersection(one, other)
  assert set.fold(one, 0, int.add) == int.sum(list.unique(a))
}

pub fn keys_of_every_type_test() {
  use text <- for_all(property.text())
  let dict = dict.from_list([#(text, 1), #(text <> "a", 2)])
  let built = string.concat(string.to_graphemes(text))
  assert dict.get(dict, built) == Ok(1)
  let sets =
    set.from_list([set.from_list([built, ""]), set.from_list(["", text])])
  assert set.size(sets) == 1
}
