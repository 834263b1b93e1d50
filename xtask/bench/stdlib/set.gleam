import support/data
import gleam/int
import gleam/list
import gleam/set

pub fn from_list() {
  let list = data.ints(1000)
  fn() { set.from_list(list) }
}

pub fn insert() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.insert(set, -1) }
}

pub fn contains() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.contains(set, 500) }
}

pub fn delete() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.delete(set, 500) }
}

pub fn to_list() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.to_list(set) }
}

pub fn fold() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.fold(set, 0, int.add) }
}

pub fn filter() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.filter(set, int.is_even) }
}

pub fn map() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.map(set, fn(x) { x / 2 }) }
}

pub fn drop() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  let some = data.ints(100)
  fn() { set.drop(set, some) }
}

pub fn take() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  let some = data.ints(100)
  fn() { set.take(set, some) }
}

pub fn union() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  let other = set.from_list(list.map(list, fn(x) { x + 500 }))
  fn() { set.union(set, other) }
}

pub fn intersection() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  let other = set.from_list(list.map(list, fn(x) { x + 500 }))
  fn() { set.intersection(set, other) }
}

pub fn difference() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  let other = set.from_list(list.map(list, fn(x) { x + 500 }))
  fn() { set.difference(set, other) }
}

pub fn is_subset() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.is_subset(set, set) }
}

pub fn is_disjoint() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  let other = set.from_list(list.map(list, fn(x) { x + 500 }))
  fn() { set.is_disjoint(set, other) }
}

pub fn symmetric_difference() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  let other = set.from_list(list.map(list, fn(x) { x + 500 }))
  fn() { set.symmetric_difference(set, other) }
}

pub fn each() {
  let list = data.ints(1000)
  let set = set.from_list(list)
  fn() { set.each(set, fn(x) { x }) }
}
