import gleam/bool
import gleam/list

fn table(f: fn(Bool, Bool) -> Bool) -> List(Bool) {
  [f(False, False), f(False, True), f(True, False), f(True, True)]
}

pub fn operators_test() {
  assert table(bool.and) == [False, False, False, True]
  assert table(bool.or) == [False, True, True, True]
  assert table(bool.nand) == [True, True, True, False]
  assert table(bool.nor) == [True, False, False, False]
  assert table(bool.exclusive_or) == [False, True, True, False]
  assert table(bool.exclusive_nor) == [True, False, False, True]
}

pub fn negate_test() {
  assert list.map([True, False], bool.negate) == [False, True]
}

pub fn to_string_test() {
  assert list.map([True, False], bool.to_string) == ["True", "False"]
}

pub fn guard_test() {
  let classify = fn(x) {
    use <- bool.guard(when: x < 0, return: "negative")
    "positive"
  }
  assert classify(-1) == "negative"
  assert classify(1) == "positive"
}

pub fn lazy_guard_test() {
  assert bool.lazy_guard(True, fn() { 1 }, fn() { panic }) == 1
  assert bool.lazy_guard(False, fn() { panic }, fn() { 2 }) == 2
}
