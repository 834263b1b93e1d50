import support/data
import gleam/dict
import gleam/int
import gleam/list

pub fn from_list_10() {
  let pairs = data.ints(10) |> list.map(fn(x) { #(x, x) })
  fn() { dict.from_list(pairs) }
}

pub fn get_10() {
  let pairs = data.ints(10) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.get(dict, 5) }
}

pub fn insert_10() {
  let pairs = data.ints(10) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.insert(dict, -1, 0) }
}

pub fn replace_10() {
  let pairs = data.ints(10) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.insert(dict, 5, 0) }
}

pub fn delete_10() {
  let pairs = data.ints(10) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.delete(dict, 5) }
}

pub fn fold_10() {
  let pairs = data.ints(10) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.fold(dict, 0, fn(a, _, v) { a + v }) }
}

pub fn map_values_10() {
  let pairs = data.ints(10) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.map_values(dict, fn(_, v) { v + 1 }) }
}

pub fn from_list_1000() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  fn() { dict.from_list(pairs) }
}

pub fn get_1000() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.get(dict, 500) }
}

pub fn insert_1000() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.insert(dict, -1, 0) }
}

pub fn replace_1000() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.insert(dict, 500, 0) }
}

pub fn delete_1000() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.delete(dict, 500) }
}

pub fn fold_1000() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.fold(dict, 0, fn(a, _, v) { a + v }) }
}

pub fn map_values_1000() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.map_values(dict, fn(_, v) { v + 1 }) }
}

pub fn from_list_100000() {
  let pairs = data.ints(100000) |> list.map(fn(x) { #(x, x) })
  fn() { dict.from_list(pairs) }
}

pub fn get_100000() {
  let pairs = data.ints(100000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.get(dict, 50000) }
}

pub fn insert_100000() {
  let pairs = data.ints(100000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.insert(dict, -1, 0) }
}

pub fn replace_100000() {
  let pairs = data.ints(100000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.insert(dict, 50000, 0) }
}

pub fn delete_100000() {
  let pairs = data.ints(100000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.delete(dict, 50000) }
}

pub fn fold_100000() {
  let pairs = data.ints(100000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.fold(dict, 0, fn(a, _, v) { a + v }) }
}

pub fn map_values_100000() {
  let pairs = data.ints(100000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.map_values(dict, fn(_, v) { v + 1 }) }
}

pub fn insert_each() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  fn() { list.fold(pairs, dict.new(), fn(d, p) { dict.insert(d, p.0, p.1) }) }
}

pub fn get_each() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { list.each(pairs, fn(p) { dict.get(dict, p.0) }) }
}

pub fn get_missing() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.get(dict, -5) }
}

pub fn has_key() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.has_key(dict, 500) }
}

pub fn to_list() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.to_list(dict) }
}

pub fn keys() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.keys(dict) }
}

pub fn values() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.values(dict) }
}

pub fn filter() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.filter(dict, fn(_, v) { v % 2 == 0 }) }
}

pub fn upsert() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.upsert(dict, 500, fn(_) { 1 }) }
}

pub fn each() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  fn() { dict.each(dict, fn(_, v) { v }) }
}

pub fn take() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  let keys = data.ints(100)
  fn() { dict.take(dict, keys) }
}

pub fn drop() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  let keys = data.ints(100)
  fn() { dict.drop(dict, keys) }
}

pub fn merge() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  let other = dict.from_list(list.map(data.ints(1500), fn(x) { #(x + 500, 0) }))
  fn() { dict.merge(dict, other) }
}

pub fn combine() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  let other = dict.from_list(list.map(data.ints(1500), fn(x) { #(x + 500, 0) }))
  fn() { dict.combine(dict, other, int.add) }
}

pub fn merge_small() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  let other = dict.from_list([#(1, 0), #(-1, 0)])
  fn() { dict.merge(dict, other) }
}

pub fn equal() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  let dict = dict.from_list(pairs)
  let other = dict.from_list(list.reverse(pairs))
  fn() { dict == other }
}

pub fn from_list_strings() {
  let words = data.words(1000)
  let pairs = list.map(words, fn(w) { #(w, w) })
  fn() { dict.from_list(pairs) }
}

pub fn get_each_strings() {
  let words = data.words(1000)
  let pairs = list.map(words, fn(w) { #(w, w) })
  let dict = dict.from_list(pairs)
  fn() { list.each(words, dict.get(dict, _)) }
}

pub fn from_list_tuples() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(#(x, x % 7), x) })
  fn() { dict.from_list(pairs) }
}

pub fn get_each_tuples() {
  let pairs = data.ints(1000) |> list.map(fn(x) { #(#(x, x % 7), x) })
  let dict = dict.from_list(pairs)
  fn() { list.each(pairs, fn(p) { dict.get(dict, p.0) }) }
}
