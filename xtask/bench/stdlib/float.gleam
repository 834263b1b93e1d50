import gleam/float
import gleam/list

pub fn parse() {
  fn() { float.parse("1234.567") }
}

pub fn parse_exponent() {
  fn() { float.parse("1.5e10") }
}

pub fn to_string() {
  fn() { float.to_string(1234.567) }
}

pub fn to_string_whole() {
  fn() { float.to_string(4.0) }
}

pub fn round() {
  fn() { float.round(-2.5) }
}

pub fn truncate() {
  fn() { float.truncate(-2.5) }
}

pub fn floor() {
  fn() { float.floor(2.5) }
}

pub fn ceiling() {
  fn() { float.ceiling(2.5) }
}

pub fn to_precision() {
  fn() { float.to_precision(2.43434348473, 2) }
}

pub fn to_precision_negative() {
  fn() { float.to_precision(547_890.453444, -3) }
}

pub fn power() {
  fn() { float.power(2.0, 0.5) }
}

pub fn square_root() {
  fn() { float.square_root(2.0) }
}

pub fn modulo() {
  fn() { float.modulo(13.3, 3.0) }
}

pub fn logarithm() {
  fn() { float.logarithm(10.0) }
}

pub fn exponential() {
  fn() { float.exponential(2.0) }
}

pub fn loosely_compare() {
  fn() { float.loosely_compare(5.0, 5.3, 0.5) }
}

pub fn loosely_equals() {
  fn() { float.loosely_equals(5.0, 5.3, 0.5) }
}

pub fn sum() {
  let list = list.repeat(1.0, 1000)
  fn() { float.sum(list) }
}

pub fn product() {
  let list = list.repeat(1.0, 1000)
  fn() { float.product(list) }
}
