//// Functions for floating point numbers.
////
//// A `Float` is an IEEE 754 number of 64 bits on both targets. On the Erlang
//// target there are no infinities and no NaN: an operation that would make
//// one stops the program instead.

import gleam/order.{type Order}

/// Reads a number. It must have a decimal point with digits on both sides, and
/// may have a sign and an exponent.
///
/// ```gleam
/// assert float.parse("2.3") == Ok(2.3)
/// assert float.parse("ABC") == Error(Nil)
/// ```
@external(erlang, "gleam_stdlib", "parse_float")
@external(javascript, "../number.mjs", "parse_float")
pub fn parse(string: String) -> Result(Float, Nil)

/// Writes a number with as few digits as needed to read it back.
///
/// ```gleam
/// assert float.to_string(2.3) == "2.3"
/// ```
@external(erlang, "gleam_stdlib", "float_to_string")
@external(javascript, "../number.mjs", "float_to_string")
pub fn to_string(x: Float) -> String

/// Moves a number into a range. The bounds may be given in either order.
///
/// ```gleam
/// assert float.clamp(1.2, min: 1.4, max: 1.6) == 1.4
/// ```
pub fn clamp(x: Float, min min_bound: Float, max max_bound: Float) -> Float {
  case min_bound >=. max_bound {
    True -> x |> min(min_bound) |> max(max_bound)
    False -> x |> min(max_bound) |> max(min_bound)
  }
}

/// Compares two numbers.
///
/// ```gleam
/// assert float.compare(2.0, with: 2.3) == order.Lt
/// ```
pub fn compare(a: Float, with b: Float) -> Order {
  case a == b {
    True -> order.Eq
    False ->
      case a <. b {
        True -> order.Lt
        False -> order.Gt
      }
  }
}

/// Compares two numbers; those that are no further apart than the tolerance
/// count as equal.
///
/// ```gleam
/// assert float.loosely_compare(5.0, with: 5.3, tolerating: 0.5) == order.Eq
/// ```
pub fn loosely_compare(
  a: Float,
  with b: Float,
  tolerating tolerance: Float,
) -> Order {
  case loosely_equals(a, with: b, tolerating: tolerance) {
    True -> order.Eq
    False -> compare(a, with: b)
  }
}

/// Whether two numbers are no further apart than the tolerance.
///
/// ```gleam
/// assert float.loosely_equals(5.0, with: 5.3, tolerating: 0.5)
/// ```
pub fn loosely_equals(
  a: Float,
  with b: Float,
  tolerating tolerance: Float,
) -> Bool {
  absolute_value(a -. b) <=. tolerance
}

/// The smaller of two numbers.
///
/// ```gleam
/// assert float.min(2.0, 2.3) == 2.0
/// ```
pub fn min(a: Float, b: Float) -> Float {
  case a <. b {
    True -> a
    False -> b
  }
}

/// The greater of two numbers.
///
/// ```gleam
/// assert float.max(2.0, 2.3) == 2.3
/// ```
pub fn max(a: Float, b: Float) -> Float {
  case a >. b {
    True -> a
    False -> b
  }
}

/// Rounds up to a whole number.
///
/// ```gleam
/// assert float.ceiling(2.3) == 3.0
/// ```
@external(erlang, "math", "ceil")
@external(javascript, "../number.mjs", "ceiling")
pub fn ceiling(x: Float) -> Float

/// Rounds down to a whole number.
///
/// ```gleam
/// assert float.floor(2.3) == 2.0
/// ```
@external(erlang, "math", "floor")
@external(javascript, "../number.mjs", "floor")
pub fn floor(x: Float) -> Float

/// The nearest whole number; halves are rounded away from 0.
///
/// ```gleam
/// assert float.round(2.5) == 3
/// assert float.round(-2.5) == -3
/// ```
@external(erlang, "erlang", "round")
@external(javascript, "../number.mjs", "round")
pub fn round(x: Float) -> Int

/// Drops the fraction.
///
/// ```gleam
/// assert float.truncate(-2.7) == -2
/// ```
@external(erlang, "erlang", "trunc")
@external(javascript, "../number.mjs", "truncate")
pub fn truncate(x: Float) -> Int

/// Rounds to a number of digits after the decimal point. A negative precision
/// rounds to tens, hundreds and so on.
///
/// ```gleam
/// assert float.to_precision(2.4389, 2) == 2.44
/// assert float.to_precision(547_890.45, -3) == 548_000.0
/// ```
pub fn to_precision(x: Float, precision: Int) -> Float {
  case precision <= 0 {
    True -> {
      let factor = do_power(10.0, int_to_float(0 - precision))
      int_to_float(round(x /. factor)) *. factor
    }
    False -> {
      let factor = do_power(10.0, int_to_float(precision))
      int_to_float(round(x *. factor)) /. factor
    }
  }
}

// `gleam/int` imports this module, so its `to_float` is out of reach here.
@external(erlang, "erlang", "float")
@external(javascript, "../number.mjs", "identity")
fn int_to_float(x: Int) -> Float

/// The distance of a number from 0.
///
/// ```gleam
/// assert float.absolute_value(-12.5) == 12.5
/// ```
pub fn absolute_value(x: Float) -> Float {
  case x >=. 0.0 {
    True -> x
    False -> 0.0 -. x
  }
}

/// Raises a number to a power. It is an error if the result is not a real
/// number: for a negative base with a fractional exponent, and for 0 with a
/// negative exponent.
///
/// ```gleam
/// assert float.power(2.0, of: -1.0) == Ok(0.5)
/// assert float.power(-1.0, of: 0.5) == Error(Nil)
/// ```
pub fn power(base: Float, of exponent: Float) -> Result(Float, Nil) {
  let fractional = ceiling(exponent) -. exponent >. 0.0
  case base <. 0.0 && fractional || base == 0.0 && exponent <. 0.0 {
    True -> Error(Nil)
    False -> Ok(do_power(base, exponent))
  }
}

@external(erlang, "math", "pow")
@external(javascript, "../number.mjs", "power")
fn do_power(base: Float, exponent: Float) -> Float

/// The square root of a number; an error for negative ones.
///
/// ```gleam
/// assert float.square_root(4.0) == Ok(2.0)
/// assert float.square_root(-16.0) == Error(Nil)
/// ```
pub fn square_root(x: Float) -> Result(Float, Nil) {
  power(x, of: 0.5)
}

/// The number with the opposite sign.
///
/// ```gleam
/// assert float.negate(1.0) == -1.0
/// ```
pub fn negate(x: Float) -> Float {
  -1.0 *. x
}

/// Adds up a list of numbers.
///
/// ```gleam
/// assert float.sum([1.0, 2.2, 3.3]) == 6.5
/// ```
pub fn sum(numbers: List(Float)) -> Float {
  sum_loop(numbers, 0.0)
}

fn sum_loop(numbers: List(Float), total: Float) -> Float {
  case numbers {
    [first, ..rest] -> sum_loop(rest, first +. total)
    [] -> total
  }
}

/// Multiplies a list of numbers.
///
/// ```gleam
/// assert float.product([2.5, 3.0, 2.0]) == 15.0
/// ```
pub fn product(numbers: List(Float)) -> Float {
  product_loop(numbers, 1.0)
}

fn product_loop(numbers: List(Float), total: Float) -> Float {
  case numbers {
    [first, ..rest] -> product_loop(rest, first *. total)
    [] -> total
  }
}

/// A random number that is at least 0.0 and smaller than 1.0.
///
/// ```gleam
/// let number = float.random()
/// assert number >=. 0.0 && number <. 1.0
/// ```
@external(erlang, "rand", "uniform")
@external(javascript, "../number.mjs", "random")
pub fn random() -> Float

/// The remainder of a division that rounds down. It has the sign of the
/// divisor; dividing by 0.0 is an error.
///
/// ```gleam
/// assert float.modulo(-13.5, by: 3.0) == Ok(1.5)
/// assert float.modulo(1.0, by: 0.0) == Error(Nil)
/// ```
pub fn modulo(dividend: Float, by divisor: Float) -> Result(Float, Nil) {
  case divisor == 0.0 {
    True -> Error(Nil)
    False -> Ok(dividend -. floor(dividend /. divisor) *. divisor)
  }
}

/// Division, with an error if the divisor is 0.0.
///
/// ```gleam
/// assert float.divide(1.0, by: 4.0) == Ok(0.25)
/// assert float.divide(1.0, by: 0.0) == Error(Nil)
/// ```
pub fn divide(a: Float, by b: Float) -> Result(Float, Nil) {
  case b == 0.0 {
    True -> Error(Nil)
    False -> Ok(a /. b)
  }
}

/// Adds two numbers, as a function value.
///
/// ```gleam
/// assert list.fold([1.0, 2.5], 0.0, float.add) == 3.5
/// ```
pub fn add(a: Float, b: Float) -> Float {
  a +. b
}

/// Multiplies two numbers, as a function value.
///
/// ```gleam
/// assert list.fold([2.0, 2.5], 1.0, float.multiply) == 5.0
/// ```
pub fn multiply(a: Float, b: Float) -> Float {
  a *. b
}

/// Subtracts the second number from the first, as a function value.
///
/// ```gleam
/// assert list.fold([1.0, 2.5], 10.0, float.subtract) == 6.5
/// ```
pub fn subtract(a: Float, b: Float) -> Float {
  a -. b
}

/// The natural logarithm; an error for 0.0 and below.
///
/// ```gleam
/// assert float.logarithm(1.0) == Ok(0.0)
/// assert float.logarithm(0.0) == Error(Nil)
/// ```
pub fn logarithm(x: Float) -> Result(Float, Nil) {
  case x <=. 0.0 {
    True -> Error(Nil)
    False -> Ok(do_logarithm(x))
  }
}

@external(erlang, "math", "log")
@external(javascript, "../number.mjs", "logarithm")
fn do_logarithm(x: Float) -> Float

/// Raises e, the base of the natural logarithm, to a power.
///
/// ```gleam
/// assert float.exponential(0.0) == 1.0
/// ```
@external(erlang, "math", "exp")
@external(javascript, "../number.mjs", "exponential")
pub fn exponential(x: Float) -> Float
