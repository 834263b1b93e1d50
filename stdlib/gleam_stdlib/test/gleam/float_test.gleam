import gleam/float
import gleam/list
import gleam/order

pub fn parse_test() {
  assert float.parse("1.23") == Ok(1.23)
  assert float.parse("+1.0") == Ok(1.0)
  assert float.parse("-5.5") == Ok(-5.5)
  assert float.parse("0.123456789") == Ok(0.123456789)
  assert float.parse("1.5e3") == Ok(1500.0)
  assert float.parse("1.5E-3") == Ok(0.0015)
  let bad = [
    "",
    "1",
    "1.",
    ".5",
    "1e3",
    "1.5e",
    "abc",
    " 1.0",
    "1.0\n",
    "1.0e999",
  ]
  use text <- list.each(bad)
  assert float.parse(text) == Error(Nil)
}

pub fn to_string_test() {
  assert float.to_string(123.0) == "123.0"
  assert float.to_string(-8.1) == "-8.1"
  assert float.to_string(0.1 +. 0.2) == "0.30000000000000004"
  assert float.to_string(1.0e25) == "1.0e25"
  assert float.to_string(1.5e-10) == "1.5e-10"
  assert float.to_string(0.0) == "0.0"
}

pub fn to_string_parse_round_trip_test() {
  use number <- list.each([1.0, -0.5, 3.14159, 1.0e21, 2.5e-8, 123_456.789])
  assert float.parse(float.to_string(number)) == Ok(number)
}

pub fn clamp_test() {
  assert float.clamp(1.2, min: 1.4, max: 1.6) == 1.4
  assert float.clamp(1.7, min: 1.4, max: 1.6) == 1.6
  assert float.clamp(1.5, min: 1.6, max: 1.4) == 1.5
}

pub fn compare_test() {
  assert float.compare(0.0, with: 0.0) == order.Eq
  assert float.compare(0.1, with: 0.2) == order.Lt
  assert float.compare(-0.1, with: -0.2) == order.Gt
}

pub fn loosely_test() {
  assert float.loosely_compare(10.2, with: 10.5, tolerating: 0.4) == order.Eq
  assert float.loosely_compare(10.2, with: 10.5, tolerating: 0.1) == order.Lt
  assert float.loosely_compare(10.5, with: 10.2, tolerating: 0.1) == order.Gt
  assert float.loosely_equals(5.0, with: 4.5, tolerating: 0.5)
  assert !float.loosely_equals(5.0, with: 4.5, tolerating: 0.25)
}

pub fn min_and_max_test() {
  assert float.min(-1.0, 0.5) == -1.0
  assert float.max(-1.0, 0.5) == 0.5
}

pub fn rounding_test() {
  let numbers = [-2.7, -2.5, -0.4, 0.0, 0.49999999999999994, 2.5, 2.7]
  assert list.map(numbers, float.round) == [-3, -3, 0, 0, 0, 3, 3]
  assert list.map(numbers, float.truncate) == [-2, -2, 0, 0, 0, 2, 2]
  assert list.map([-2.3, 2.3], float.floor) == [-3.0, 2.0]
  assert list.map([-2.3, 2.3], float.ceiling) == [-2.0, 3.0]
}

pub fn to_precision_test() {
  assert float.to_precision(2.43434348473, 2) == 2.43
  assert float.to_precision(2.435, 2) == 2.44
  assert float.to_precision(-2.435, 0) == -2.0
  assert float.to_precision(547_890.453444, -3) == 548_000.0
}

pub fn absolute_value_test() {
  assert float.absolute_value(-1.5) == 1.5
  assert float.absolute_value(1.5) == 1.5
}

pub fn power_test() {
  assert float.power(2.0, of: 3.0) == Ok(8.0)
  assert float.power(4.0, of: -0.5) == Ok(0.5)
  assert float.power(-2.0, of: 2.0) == Ok(4.0)
  assert float.power(-1.0, of: 0.5) == Error(Nil)
  assert float.power(0.0, of: -1.0) == Error(Nil)
}

pub fn square_root_test() {
  assert float.square_root(2.25) == Ok(1.5)
  assert float.square_root(-1.0) == Error(Nil)
}

pub fn arithmetic_functions_test() {
  assert float.add(1.0, 2.5) == 3.5
  assert float.subtract(1.0, 2.5) == -1.5
  assert float.multiply(2.0, 2.5) == 5.0
  assert float.negate(-1.5) == 1.5
  assert float.divide(1.0, by: 4.0) == Ok(0.25)
  assert float.divide(1.0, by: 0.0) == Error(Nil)
}

pub fn modulo_test() {
  assert float.modulo(13.5, by: 3.0) == Ok(1.5)
  assert float.modulo(-13.5, by: 3.0) == Ok(1.5)
  assert float.modulo(13.5, by: -3.0) == Ok(-1.5)
  assert float.modulo(1.0, by: 0.0) == Error(Nil)
}

pub fn sum_and_product_test() {
  assert float.sum([]) == 0.0
  assert float.sum([1.0, 2.25, -0.25]) == 3.0
  assert float.product([]) == 1.0
  assert float.product([2.5, 2.0, -1.0]) == -5.0
}

pub fn random_test() {
  use _ <- list.each(list.repeat(Nil, 100))
  let number = float.random()
  assert number >=. 0.0 && number <. 1.0
}

pub fn logarithm_and_exponential_test() {
  assert float.logarithm(1.0) == Ok(0.0)
  assert float.logarithm(0.0) == Error(Nil)
  assert float.logarithm(-1.0) == Error(Nil)
  assert float.exponential(0.0) == 1.0
  let assert Ok(one) = float.logarithm(float.exponential(1.0))
  assert float.loosely_equals(one, with: 1.0, tolerating: 1.0e-12)
}
