import gleam/int
import gleam/list
import gleam/order

pub fn absolute_value_test() {
  assert list.map([-5, 0, 5], int.absolute_value) == [5, 0, 5]
}

pub fn power_test() {
  assert int.power(2, of: 10.0) == Ok(1024.0)
  assert int.power(8, of: -1.0) == Ok(0.125)
  assert int.power(-2, of: 3.0) == Ok(-8.0)
  assert int.power(-8, of: 0.5) == Error(Nil)
  assert int.power(0, of: -1.0) == Error(Nil)
}

pub fn square_root_test() {
  assert int.square_root(49) == Ok(7.0)
  assert int.square_root(0) == Ok(0.0)
  assert int.square_root(-1) == Error(Nil)
}

pub fn parse_test() {
  assert list.map(["0", "42", "+42", "-42", "007"], int.parse)
    == [Ok(0), Ok(42), Ok(42), Ok(-42), Ok(7)]
  let bad = ["", "-", "+", "1.0", "1e3", " 1", "1 ", "1\n", "1_000", "0x1", "٣"]
  use text <- list.each(bad)
  assert int.parse(text) == Error(Nil)
}

pub fn base_parse_test() {
  assert int.base_parse("ff", 16) == Ok(255)
  assert int.base_parse("-FF", 16) == Ok(-255)
  assert int.base_parse("zZ", 36) == Ok(1295)
  assert int.base_parse("101", 2) == Ok(5)
  assert int.base_parse("102", 2) == Error(Nil)
  assert int.base_parse("", 10) == Error(Nil)
  assert int.base_parse("-", 10) == Error(Nil)
  assert int.base_parse("1.5", 10) == Error(Nil)
  assert int.base_parse("1", 1) == Error(Nil)
  assert int.base_parse("1", 37) == Error(Nil)
}

pub fn to_string_test() {
  assert list.map([0, 123, -123], int.to_string) == ["0", "123", "-123"]
  assert int.to_string(int.negate(0)) == "0"
}

pub fn to_base_string_test() {
  assert int.to_base2(-5) == "-101"
  assert int.to_base8(15) == "17"
  assert int.to_base16(-255) == "-FF"
  assert int.to_base36(1295) == "ZZ"
  assert int.to_base_string(5, 3) == Ok("12")
  assert int.to_base_string(5, 1) == Error(Nil)
  assert int.to_base_string(5, 37) == Error(Nil)
}

pub fn base_round_trip_test() {
  use number <- list.each([0, 1, -1, 12_345, -987_654_321])
  use base <- list.each([2, 3, 8, 10, 16, 35, 36])
  let assert Ok(text) = int.to_base_string(number, base)
  assert int.base_parse(text, base) == Ok(number)
}

pub fn to_float_test() {
  assert int.to_float(-3) == -3.0
}

pub fn clamp_test() {
  assert int.clamp(40, min: 50, max: 60) == 50
  assert int.clamp(70, min: 50, max: 60) == 60
  assert int.clamp(55, min: 50, max: 60) == 55
  assert int.clamp(70, min: 60, max: 50) == 60
}

pub fn compare_test() {
  assert int.compare(1, with: 2) == order.Lt
  assert int.compare(2, with: 2) == order.Eq
  assert int.compare(-1, with: -2) == order.Gt
}

pub fn min_and_max_test() {
  assert int.min(-1, 2) == -1
  assert int.max(-1, 2) == 2
}

pub fn parity_test() {
  assert list.map([-3, -2, 0, 1], int.is_even) == [False, True, True, False]
  assert list.map([-3, -2, 0, 1], int.is_odd) == [True, False, False, True]
}

pub fn sum_and_product_test() {
  assert int.sum([]) == 0
  assert int.sum([1, -2, 3]) == 2
  assert int.product([]) == 1
  assert int.product([2, -3, 4]) == -24
}

pub fn random_test() {
  use _ <- list.each(list.repeat(Nil, 100))
  let number = int.random(3)
  assert number >= 0 && number < 3
}

pub fn division_test() {
  let pairs = [#(7, 2), #(-7, 2), #(7, -2), #(-7, -2), #(6, 3), #(-6, 3)]
  let each = fn(f) { list.map(pairs, fn(pair) { f(pair.0, pair.1) }) }
  assert each(fn(a, b) { int.divide(a, by: b) })
    == [Ok(3), Ok(-3), Ok(-3), Ok(3), Ok(2), Ok(-2)]
  assert each(fn(a, b) { int.remainder(a, by: b) })
    == [Ok(1), Ok(-1), Ok(1), Ok(-1), Ok(0), Ok(0)]
  assert each(fn(a, b) { int.floor_divide(a, by: b) })
    == [Ok(3), Ok(-4), Ok(-4), Ok(3), Ok(2), Ok(-2)]
  assert each(fn(a, b) { int.modulo(a, by: b) })
    == [Ok(1), Ok(1), Ok(-1), Ok(-1), Ok(0), Ok(0)]
}

pub fn division_by_zero_test() {
  assert int.divide(1, by: 0) == Error(Nil)
  assert int.remainder(1, by: 0) == Error(Nil)
  assert int.modulo(1, by: 0) == Error(Nil)
  assert int.floor_divide(1, by: 0) == Error(Nil)
}

pub fn arithmetic_functions_test() {
  assert int.add(1, 2) == 3
  assert int.subtract(1, 2) == -1
  assert int.multiply(3, -2) == -6
  assert int.negate(-1) == 1
}

pub fn bitwise_test() {
  assert int.bitwise_and(9, 3) == 1
  assert int.bitwise_or(9, 3) == 11
  assert int.bitwise_exclusive_or(9, 3) == 10
  assert int.bitwise_not(2) == -3
  assert int.bitwise_not(-1) == 0
  assert int.bitwise_shift_left(8, 1) == 16
  assert int.bitwise_shift_right(-8, 1) == -4
}

pub fn bitwise_beyond_32_bits_test() {
  assert int.bitwise_and(-1, 5_000_000_000) == 5_000_000_000
  assert int.bitwise_or(4_294_967_296, 1) == 4_294_967_297
  assert int.bitwise_exclusive_or(4_294_967_297, 1) == 4_294_967_296
  assert int.bitwise_shift_left(1, 40) == 1_099_511_627_776
  assert int.bitwise_shift_right(1_099_511_627_776, 38) == 4
  assert int.bitwise_shift_right(-5, 40) == -1
}

pub fn range_test() {
  let numbers = fn(from, to) {
    int.range(from:, to:, with: [], run: fn(acc, i) { [i, ..acc] })
  }
  assert numbers(0, 3) == [2, 1, 0]
  assert numbers(1, -2) == [-1, 0, 1]
  assert numbers(5, 5) == []
}

pub fn range_large_test() {
  assert int.range(from: 0, to: 1_000_000, with: 0, run: fn(n, _) { n + 1 })
    == 1_000_000
}
