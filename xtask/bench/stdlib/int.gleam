import support/data
import gleam/int
import gleam/list

pub fn parse() {
  fn() { int.parse("1234567") }
}

pub fn parse_fails() {
  fn() { int.parse("12x") }
}

pub fn base_parse() {
  fn() { int.base_parse("ff7a", 16) }
}

pub fn to_string() {
  fn() { int.to_string(1_234_567) }
}

pub fn to_base_string() {
  fn() { int.to_base_string(1_234_567, 16) }
}

pub fn to_base2() {
  fn() { int.to_base2(1234) }
}

pub fn to_base16() {
  fn() { int.to_base16(1_234_567) }
}

pub fn power() {
  fn() { int.power(2, 10.0) }
}

pub fn square_root() {
  fn() { int.square_root(1234) }
}

pub fn clamp() {
  fn() { int.clamp(7, 1, 5) }
}

pub fn sum() {
  let list = data.ints(1000)
  fn() { int.sum(list) }
}

pub fn product() {
  let ones = list.repeat(1, 1000)
  fn() { int.product(ones) }
}

pub fn modulo() {
  fn() { int.modulo(-13, 4) }
}

pub fn remainder() {
  fn() { int.remainder(-13, 4) }
}

pub fn divide() {
  fn() { int.divide(13, 4) }
}

pub fn floor_divide() {
  fn() { int.floor_divide(-13, 4) }
}

pub fn bitwise_and() {
  fn() { int.bitwise_and(0xFFFF, 0x1234) }
}

pub fn bitwise_and_large() {
  fn() { int.bitwise_and(0xFFFFFFFFFF, 0x1234567890) }
}

pub fn bitwise_or() {
  fn() { int.bitwise_or(0xFF, 0x1200) }
}

pub fn bitwise_exclusive_or() {
  fn() { int.bitwise_exclusive_or(0xFF, 0x1234) }
}

pub fn bitwise_shift_left() {
  fn() { int.bitwise_shift_left(1, 20) }
}

pub fn bitwise_shift_right() {
  fn() { int.bitwise_shift_right(123456, 3) }
}

pub fn range() {
  fn() { int.range(0, 1000, 0, int.add) }
}

pub fn random() {
  fn() { int.random(100) }
}
