import gleam/int
import gleam/list
import gleam/order.{Eq, Gt, Lt}

pub fn negate_test() {
  assert list.map([Lt, Eq, Gt], order.negate) == [Gt, Eq, Lt]
}

pub fn to_int_test() {
  assert list.map([Lt, Eq, Gt], order.to_int) == [-1, 0, 1]
}

pub fn compare_agrees_with_to_int_test() {
  use a <- list.each([Lt, Eq, Gt])
  use b <- list.each([Lt, Eq, Gt])
  let expected = int.compare(order.to_int(a), with: order.to_int(b))
  assert order.compare(a, with: b) == expected
}

pub fn reverse_test() {
  assert order.reverse(int.compare)(1, 2) == Gt
  assert order.reverse(int.compare)(2, 2) == Eq
}

pub fn break_tie_test() {
  assert order.break_tie(in: Eq, with: Lt) == Lt
  assert order.break_tie(in: Gt, with: Lt) == Gt
}

pub fn lazy_break_tie_test() {
  assert order.lazy_break_tie(in: Eq, with: fn() { Gt }) == Gt
  assert order.lazy_break_tie(in: Lt, with: fn() { panic as "not needed" }) == Lt
}
