//// Functions for whole numbers.
////
//// On the Erlang target an `Int` has no upper bound. On JavaScript it is a
//// 64 bit floating point number, which is exact up to 2^53.
////
//// The division operators `/` and `%` give 0 when the divisor is 0; `divide`
//// and `remainder` report it as an error instead.

import gleam/float
import gleam/order.{type Order}

/// The distance of a number from 0.
///
/// ```gleam
/// assert int.absolute_value(-12) == 12
/// ```
pub fn absolute_value(x: Int) -> Int {
  case x >= 0 {
    True -> x
    False -> 0 - x
  }
}

/// Raises a number to a power. It is an error if the result is not a real
/// number, as for a negative base with a fractional exponent.
///
/// ```gleam
/// assert int.power(2, of: 10.0) == Ok(1024.0)
/// assert int.power(8, of: -1.0) == Ok(0.125)
/// assert int.power(-8, of: 0.5) == Error(Nil)
/// ```
pub fn power(base: Int, of exponent: Float) -> Result(Float, Nil) {
  float.power(to_float(base), of: exponent)
}

/// The square root of a number; an error for negative ones.
///
/// ```gleam
/// assert int.square_root(4) == Ok(2.0)
/// assert int.square_root(-16) == Error(Nil)
/// ```
pub fn square_root(x: Int) -> Result(Float, Nil) {
  float.square_root(to_float(x))
}

/// Reads a decimal number, with an optional sign.
///
/// ```gleam
/// assert int.parse("-42") == Ok(-42)
/// assert int.parse("4.2") == Error(Nil)
/// ```
@external(erlang, "gleam_stdlib", "parse_int")
@external(javascript, "../number.mjs", "parse_int")
pub fn parse(string: String) -> Result(Int, Nil)

/// Reads a number written in a base from 2 to 36. Digits above 9 are letters
/// in either case.
///
/// ```gleam
/// assert int.base_parse("ff", 16) == Ok(255)
/// assert int.base_parse("12", 2) == Error(Nil)
/// ```
pub fn base_parse(string: String, base: Int) -> Result(Int, Nil) {
  case base >= 2 && base <= 36 {
    True -> do_base_parse(string, base)
    False -> Error(Nil)
  }
}

@external(erlang, "gleam_stdlib", "int_from_base_string")
@external(javascript, "../number.mjs", "int_from_base_string")
fn do_base_parse(string: String, base: Int) -> Result(Int, Nil)

/// Writes a number in decimal.
///
/// ```gleam
/// assert int.to_string(-42) == "-42"
/// ```
@external(erlang, "erlang", "integer_to_binary")
@external(javascript, "../number.mjs", "int_to_string")
pub fn to_string(x: Int) -> String

/// Writes a number in a base from 2 to 36, with upper case letters.
///
/// ```gleam
/// assert int.to_base_string(255, 16) == Ok("FF")
/// assert int.to_base_string(255, 37) == Error(Nil)
/// ```
pub fn to_base_string(x: Int, base: Int) -> Result(String, Nil) {
  case base >= 2 && base <= 36 {
    True -> Ok(do_to_base_string(x, base))
    False -> Error(Nil)
  }
}

@external(erlang, "erlang", "integer_to_binary")
@external(javascript, "../number.mjs", "int_to_base_string")
fn do_to_base_string(x: Int, base: Int) -> String

/// Writes a number in binary.
///
/// ```gleam
/// assert int.to_base2(5) == "101"
/// ```
pub fn to_base2(x: Int) -> String {
  do_to_base_string(x, 2)
}

/// Writes a number in octal.
///
/// ```gleam
/// assert int.to_base8(15) == "17"
/// ```
pub fn to_base8(x: Int) -> String {
  do_to_base_string(x, 8)
}

/// Writes a number in hexadecimal.
///
/// ```gleam
/// assert int.to_base16(48) == "30"
/// ```
pub fn to_base16(x: Int) -> String {
  do_to_base_string(x, 16)
}

/// Writes a number in base 36.
///
/// ```gleam
/// assert int.to_base36(35) == "Z"
/// ```
pub fn to_base36(x: Int) -> String {
  do_to_base_string(x, 36)
}

/// Converts a whole number to a float.
///
/// ```gleam
/// assert int.to_float(5) == 5.0
/// ```
@external(erlang, "erlang", "float")
@external(javascript, "../number.mjs", "identity")
pub fn to_float(x: Int) -> Float

/// Moves a number into a range. The bounds may be given in either order.
///
/// ```gleam
/// assert int.clamp(40, min: 50, max: 60) == 50
/// assert int.clamp(70, min: 50, max: 60) == 60
/// ```
pub fn clamp(x: Int, min min_bound: Int, max max_bound: Int) -> Int {
  case min_bound >= max_bound {
    True -> x |> min(min_bound) |> max(max_bound)
    False -> x |> min(max_bound) |> max(min_bound)
  }
}

/// Compares two numbers.
///
/// ```gleam
/// assert int.compare(2, with: 3) == order.Lt
/// ```
pub fn compare(a: Int, with b: Int) -> Order {
  case a == b {
    True -> order.Eq
    False ->
      case a < b {
        True -> order.Lt
        False -> order.Gt
      }
  }
}

/// The smaller of two numbers.
///
/// ```gleam
/// assert int.min(2, 3) == 2
/// ```
pub fn min(a: Int, b: Int) -> Int {
  case a < b {
    True -> a
    False -> b
  }
}

/// The greater of two numbers.
///
/// ```gleam
/// assert int.max(2, 3) == 3
/// ```
pub fn max(a: Int, b: Int) -> Int {
  case a > b {
    True -> a
    False -> b
  }
}

/// Whether a number is divisible by 2.
///
/// ```gleam
/// assert int.is_even(2)
/// ```
pub fn is_even(x: Int) -> Bool {
  x % 2 == 0
}

/// Whether a number is not divisible by 2.
///
/// ```gleam
/// assert int.is_odd(-3)
/// ```
pub fn is_odd(x: Int) -> Bool {
  x % 2 != 0
}

/// The number with the opposite sign.
///
/// ```gleam
/// assert int.negate(1) == -1
/// ```
pub fn negate(x: Int) -> Int {
  0 - x
}

/// Adds up a list of numbers.
///
/// ```gleam
/// assert int.sum([1, 2, 3]) == 6
/// ```
pub fn sum(numbers: List(Int)) -> Int {
  sum_loop(numbers, 0)
}

fn sum_loop(numbers: List(Int), total: Int) -> Int {
  case numbers {
    [first, ..rest] -> sum_loop(rest, first + total)
    [] -> total
  }
}

/// Multiplies a list of numbers.
///
/// ```gleam
/// assert int.product([2, 3, 4]) == 24
/// ```
pub fn product(numbers: List(Int)) -> Int {
  product_loop(numbers, 1)
}

fn product_loop(numbers: List(Int), total: Int) -> Int {
  case numbers {
    [first, ..rest] -> product_loop(rest, first * total)
    [] -> total
  }
}

/// A random number that is at least 0 and smaller than the given one.
///
/// ```gleam
/// let dice = int.random(6) + 1
/// assert dice >= 1 && dice <= 6
/// ```
pub fn random(max: Int) -> Int {
  { float.random() *. to_float(max) }
  |> float.floor
  |> float.truncate
}

/// Integer division, which drops the fraction; an error if the divisor is 0.
///
/// ```gleam
/// assert int.divide(-7, by: 2) == Ok(-3)
/// assert int.divide(1, by: 0) == Error(Nil)
/// ```
pub fn divide(dividend: Int, by divisor: Int) -> Result(Int, Nil) {
  case divisor {
    0 -> Error(Nil)
    divisor -> Ok(dividend / divisor)
  }
}

/// What is left after `divide`. It has the sign of the dividend.
///
/// ```gleam
/// assert int.remainder(-13, by: 3) == Ok(-1)
/// assert int.remainder(13, by: 0) == Error(Nil)
/// ```
pub fn remainder(dividend: Int, by divisor: Int) -> Result(Int, Nil) {
  case divisor {
    0 -> Error(Nil)
    divisor -> Ok(dividend % divisor)
  }
}

/// What is left after `floor_divide`. It has the sign of the divisor.
///
/// ```gleam
/// assert int.modulo(-13, by: 3) == Ok(2)
/// assert int.modulo(13, by: -3) == Ok(-2)
/// ```
pub fn modulo(dividend: Int, by divisor: Int) -> Result(Int, Nil) {
  case divisor {
    0 -> Error(Nil)
    _ -> {
      let remainder = dividend % divisor
      case remainder * divisor < 0 {
        True -> Ok(remainder + divisor)
        False -> Ok(remainder)
      }
    }
  }
}

/// Integer division that rounds down; an error if the divisor is 0.
///
/// ```gleam
/// assert int.floor_divide(-7, by: 2) == Ok(-4)
/// ```
pub fn floor_divide(dividend: Int, by divisor: Int) -> Result(Int, Nil) {
  case divisor {
    0 -> Error(Nil)
    divisor ->
      case dividend * divisor < 0 && dividend % divisor != 0 {
        True -> Ok(dividend / divisor - 1)
        False -> Ok(dividend / divisor)
      }
  }
}

/// Adds two numbers, as a function value.
///
/// ```gleam
/// assert list.fold([1, 2, 3], 0, int.add) == 6
/// ```
pub fn add(a: Int, b: Int) -> Int {
  a + b
}

/// Multiplies two numbers, as a function value.
///
/// ```gleam
/// assert list.fold([2, 3, 4], 1, int.multiply) == 24
/// ```
pub fn multiply(a: Int, b: Int) -> Int {
  a * b
}

/// Subtracts the second number from the first, as a function value.
///
/// ```gleam
/// assert list.fold([1, 2, 3], 10, int.subtract) == 4
/// ```
pub fn subtract(a: Int, b: Int) -> Int {
  a - b
}

/// The bits that are set in both numbers.
///
/// ```gleam
/// assert int.bitwise_and(9, 3) == 1
/// ```
@external(erlang, "erlang", "band")
@external(javascript, "../number.mjs", "bitwise_and")
pub fn bitwise_and(x: Int, y: Int) -> Int

/// All bits turned over: `-x - 1`.
///
/// ```gleam
/// assert int.bitwise_not(2) == -3
/// ```
@external(erlang, "erlang", "bnot")
@external(javascript, "../number.mjs", "bitwise_not")
pub fn bitwise_not(x: Int) -> Int

/// The bits that are set in at least one of the numbers.
///
/// ```gleam
/// assert int.bitwise_or(9, 3) == 11
/// ```
@external(erlang, "erlang", "bor")
@external(javascript, "../number.mjs", "bitwise_or")
pub fn bitwise_or(x: Int, y: Int) -> Int

/// The bits that are set in exactly one of the numbers.
///
/// ```gleam
/// assert int.bitwise_exclusive_or(9, 3) == 10
/// ```
@external(erlang, "erlang", "bxor")
@external(javascript, "../number.mjs", "bitwise_exclusive_or")
pub fn bitwise_exclusive_or(x: Int, y: Int) -> Int

/// Moves all bits to the left, which multiplies by a power of 2.
///
/// ```gleam
/// assert int.bitwise_shift_left(1, 2) == 4
/// ```
@external(erlang, "erlang", "bsl")
@external(javascript, "../number.mjs", "bitwise_shift_left")
pub fn bitwise_shift_left(x: Int, y: Int) -> Int

/// Moves all bits to the right and keeps the sign.
///
/// ```gleam
/// assert int.bitwise_shift_right(8, 2) == 2
/// ```
@external(erlang, "erlang", "bsr")
@external(javascript, "../number.mjs", "bitwise_shift_right")
pub fn bitwise_shift_right(x: Int, y: Int) -> Int

/// Runs a function for every number from the first one up (or down) to the
/// second one, which is left out, and carries a value from step to step.
///
/// ```gleam
/// assert int.range(from: 0, to: 3, with: "", run: fn(text, i) {
///     text <> int.to_string(i)
///   })
///   == "012"
/// ```
pub fn range(
  from start: Int,
  to stop: Int,
  with acc: acc,
  run reducer: fn(acc, Int) -> acc,
) -> acc {
  case start < stop {
    True -> range_loop(start, stop, 1, acc, reducer)
    False -> range_loop(start, stop, -1, acc, reducer)
  }
}

fn range_loop(
  current: Int,
  stop: Int,
  step: Int,
  acc: acc,
  reducer: fn(acc, Int) -> acc,
) -> acc {
  case current == stop {
    True -> acc
    False ->
      range_loop(current + step, stop, step, reducer(acc, current), reducer)
  }
}
