import gleam/int
import gleam/list
import gleam/result

pub fn is_ok_and_is_error_test() {
  assert result.is_ok(Ok(Error(Nil)))
  assert !result.is_ok(Error(Nil))
  assert result.is_error(Error(Ok(Nil)))
  assert !result.is_error(Ok(Nil))
}

pub fn map_test() {
  assert result.map(Ok(1), fn(x) { x + 1 }) == Ok(2)
  assert result.map(Error("no"), fn(x) { x + 1 }) == Error("no")
}

pub fn map_error_test() {
  assert result.map_error(Ok(1), int.to_string) == Ok(1)
  assert result.map_error(Error(1), int.to_string) == Error("1")
}

pub fn flatten_test() {
  assert result.flatten(Ok(Ok(1))) == Ok(1)
  assert result.flatten(Ok(Error("inner"))) == Error("inner")
  assert result.flatten(Error("outer")) == Error("outer")
}

pub fn try_test() {
  let half = fn(x) { int.divide(10, by: x) }
  assert result.try(Ok(2), half) == Ok(5)
  assert result.try(Ok(0), half) == Error(Nil)
  assert result.try(Error(Nil), half) == Error(Nil)
}

pub fn unwrap_test() {
  assert result.unwrap(Ok(1), or: 0) == 1
  assert result.unwrap(Error("no"), or: 0) == 0
  assert result.lazy_unwrap(Ok(1), or: fn() { panic }) == 1
  assert result.lazy_unwrap(Error("no"), or: fn() { 0 }) == 0
  assert result.unwrap_error(Ok(1), or: "") == ""
  assert result.unwrap_error(Error("no"), or: "") == "no"
}

pub fn or_test() {
  assert result.or(Ok(1), Ok(2)) == Ok(1)
  assert result.or(Error("a"), Ok(2)) == Ok(2)
  assert result.or(Error("a"), Error("b")) == Error("b")
  assert result.lazy_or(Ok(1), fn() { panic }) == Ok(1)
  assert result.lazy_or(Error("a"), fn() { Error("b") }) == Error("b")
}

pub fn all_test() {
  assert result.all([]) == Ok([])
  assert result.all([Ok(1), Ok(2)]) == Ok([1, 2])
  assert result.all([Ok(1), Error("a"), Error("b")]) == Error("a")
}

pub fn partition_reverses_test() {
  assert result.partition([Ok(1), Error("a"), Ok(2), Error("b")])
    == #([2, 1], ["b", "a"])
}

pub fn replace_test() {
  assert result.replace(Ok(1), "x") == Ok("x")
  assert result.replace(Error("no"), "x") == Error("no")
  assert result.replace_error(Ok(1), "x") == Ok(1)
  assert result.replace_error(Error(Nil), "x") == Error("x")
}

pub fn values_test() {
  assert result.values([Error("a"), Ok(1), Error("b"), Ok(2)]) == [1, 2]
}

pub fn try_recover_test() {
  assert result.try_recover(Ok(1), fn(_) { panic }) == Ok(1)
  assert result.try_recover(Error(1), fn(x) { Ok(x + 1) }) == Ok(2)
  assert result.try_recover(Error(1), fn(x) { Error(x + 1) }) == Error(2)
}

pub fn large_lists_test() {
  let results = list.repeat(Ok(1), 1_000_000)
  assert result.map(result.all(results), int.sum) == Ok(1_000_000)
  assert list.length(result.partition(results).0) == 1_000_000
  assert int.sum(result.values(results)) == 1_000_000
}
