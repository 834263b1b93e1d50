import gleam/int
import gleam/list
import gleam/set

pub fn new_and_size_test() {
  assert set.size(set.new()) == 0
  assert set.is_empty(set.new())
  assert set.size(set.from_list([1, 2, 2])) == 2
  assert !set.is_empty(set.from_list([1]))
}

pub fn insert_contains_and_delete_test() {
  let set = set.new() |> set.insert("a") |> set.insert("b") |> set.insert("a")
  assert set.size(set) == 2
  assert set.contains(set, "a")
  assert !set.contains(set.delete(set, "a"), "a")
  assert set.delete(set, "c") == set
}

pub fn to_list_test() {
  assert set.from_list([3, 1, 2, 1]) |> set.to_list |> list.sort(int.compare)
    == [1, 2, 3]
}

pub fn fold_test() {
  assert set.fold(set.from_list([1, 3, 9]), from: 0, with: int.add) == 13
}

pub fn filter_and_map_test() {
  let set = set.from_list([1, 4, 6, 7])
  assert set.filter(set, keeping: int.is_even) == set.from_list([4, 6])
  assert set.map(set, with: fn(x) { x / 2 }) == set.from_list([0, 2, 3])
}

pub fn drop_and_take_test() {
  let set = set.from_list([1, 2, 3])
  assert set.drop(set, drop: [1, 3, 5]) == set.from_list([2])
  assert set.take(set, keeping: [1, 3, 5]) == set.from_list([1, 3])
}

pub fn algebra_test() {
  let a = set.from_list([1, 2, 3])
  let b = set.from_list([3, 4])
  assert set.union(a, b) == set.from_list([1, 2, 3, 4])
  assert set.union(b, a) == set.union(a, b)
  assert set.intersection(a, b) == set.from_list([3])
  assert set.intersection(b, a) == set.from_list([3])
  assert set.difference(from: a, minus: b) == set.from_list([1, 2])
  assert set.symmetric_difference(a, b) == set.from_list([1, 2, 4])
}

pub fn relations_test() {
  let a = set.from_list([1, 2])
  let b = set.from_list([1, 2, 3])
  assert set.is_subset(a, of: b)
  assert set.is_subset(a, of: a)
  assert !set.is_subset(b, of: a)
  assert set.is_subset(set.new(), of: a)
  assert set.is_disjoint(a, from: set.from_list([3]))
  assert !set.is_disjoint(a, from: b)
}

pub fn each_test() {
  assert set.each(set.from_list([1, 2]), fn(x) { x }) == Nil
}
