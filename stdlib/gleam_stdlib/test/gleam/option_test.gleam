import gleam/list
import gleam/option.{None, Some}

pub fn all_test() {
  assert option.all([]) == Some([])
  assert option.all([Some(1), Some(2), Some(3)]) == Some([1, 2, 3])
  assert option.all([Some(1), None, Some(3)]) == None
}

pub fn all_large_test() {
  let options = list.repeat(Some(1), 1_000_000)
  assert option.map(option.all(options), list.length) == Some(1_000_000)
  assert list.length(option.values(options)) == 1_000_000
}

pub fn is_some_and_is_none_test() {
  assert option.is_some(Some(Nil))
  assert !option.is_some(None)
  assert option.is_none(None)
  assert !option.is_none(Some(None))
}

pub fn to_result_test() {
  assert option.to_result(Some(1), "missing") == Ok(1)
  assert option.to_result(None, "missing") == Error("missing")
}

pub fn from_result_test() {
  assert option.from_result(Ok(1)) == Some(1)
  assert option.from_result(Error("missing")) == None
}

pub fn unwrap_test() {
  assert option.unwrap(Some(1), or: 0) == 1
  assert option.unwrap(None, or: 0) == 0
}

pub fn lazy_unwrap_test() {
  assert option.lazy_unwrap(Some(1), or: fn() { panic }) == 1
  assert option.lazy_unwrap(None, or: fn() { 0 }) == 0
}

pub fn map_test() {
  assert option.map(Some(1), fn(x) { x + 1 }) == Some(2)
  assert option.map(None, fn(x) { x + 1 }) == None
}

pub fn flatten_test() {
  assert option.flatten(Some(Some(1))) == Some(1)
  assert option.flatten(Some(None)) == None
  assert option.flatten(None) == None
}

pub fn then_test() {
  assert option.then(Some(1), fn(x) { Some(x + 1) }) == Some(2)
  assert option.then(Some(1), fn(_) { None }) == None
  assert option.then(None, fn(x) { Some(x + 1) }) == None
}

pub fn or_test() {
  assert option.or(Some(1), Some(2)) == Some(1)
  assert option.or(None, Some(2)) == Some(2)
  assert option.or(None, None) == None
}

pub fn lazy_or_test() {
  assert option.lazy_or(Some(1), fn() { panic }) == Some(1)
  assert option.lazy_or(None, fn() { Some(2) }) == Some(2)
}

pub fn values_test() {
  assert option.values([None, Some(1), None, Some(3)]) == [1, 3]
}
