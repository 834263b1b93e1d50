import gleam/javascript/array

pub fn list_test() {
  assert array.to_list(array.from_list([])) == []
  assert array.to_list(array.from_list([1, 2, 3])) == [1, 2, 3]
}

pub fn size_test() {
  assert array.size(array.from_list([])) == 0
  assert array.size(array.from_list([1, 2])) == 2
}

pub fn map_test() {
  let array = array.map(array.from_list([1, 2]), with: fn(n) { n * 10 })
  assert array == array.from_list([10, 20])
}

pub fn fold_test() {
  let array = array.from_list(["a", "b", "c"])
  assert array.fold(array, "", fn(acc, e) { acc <> e }) == "abc"
  assert array.fold_right(array, "", fn(acc, e) { acc <> e }) == "cba"
}

pub fn get_test() {
  let array = array.from_list([Nil, Nil])
  assert array.get(array, 0) == Ok(Nil)
  assert array.get(array, 1) == Ok(Nil)
  assert array.get(array, 2) == Error(Nil)
  assert array.get(array, -1) == Error(Nil)
}
