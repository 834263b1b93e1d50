import gleam/float
import gleam/int
import gleam/list
import gleam/order
import gleam/string
import property.{type Generator, for_all, int, pair, pick}

/// Numbers of which most are small, up to what JavaScript has exactly.
fn integers() -> Generator(Int) {
  use small <- property.then(int(-1000, 1000))
  use step <- property.map(
    pick(from: [0, 0, 1, -1, 2_147_483_648, 9_007_199_254_739_000]),
  )
  int.clamp(
    small + step,
    min: -9_007_199_254_740_991,
    max: 9_007_199_254_740_991,
  )
}

pub fn text_of_integers_test() {
  use #(number, base) <- for_all(pair(integers(), int(2, 36)))
  assert int.parse(int.to_string(number)) == Ok(number)
  let assert Ok(text) = int.to_base_string(number, base)
  assert int.base_parse(text, base) == Ok(number)
  assert text == string.uppercase(text)
  assert int.to_base16(number) == must(int.to_base_string(number, 16))
  assert int.to_base2(number) == must(int.to_base_string(number, 2))
}

fn must(result: Result(a, e)) -> a {
  let assert Ok(value) = result
  value
}

pub fn division_test() {
  use #(a, b) <- for_all(pair(integers(), int(-30, 30)))
  case b {
    0 -> {
      assert int.divide(a, 0) == Error(Nil)
      assert int.floor_divide(a, 0) == Error(Nil)
      assert int.modulo(a, 0) == Error(Nil)
      assert int.remainder(a, 0) == Error(Nil)
      assert a / 0 == 0 && a % 0 == 0
    }
    _ -> {
      let quotient = must(int.divide(a, b))
      let remainder = must(int.remainder(a, b))
      assert quotient * b + remainder == a
      assert int.absolute_value(remainder) < int.absolute_value(b)
      assert remainder == 0 || { remainder < 0 } == { a < 0 }
      let floored = must(int.floor_divide(a, b))
      let modulo = must(int.modulo(a, b))
      assert floored * b + modulo == a
      assert modulo == 0 || { modulo < 0 } == { b < 0 }
      assert quotient == a / b && remainder == a % b
    }
  }
}

pub fn order_of_integers_test() {
  use #(a, b) <- for_all(pair(integers(), integers()))
  assert int.compare(a, b) == order.negate(int.compare(b, a))
  assert { int.compare(a, b) == order.Lt } == { a < b }
  assert list.sort([int.max(a, b), int.min(a, b)], int.compare)
    == list.sort([a, b], int.compare)
  let clamped = int.clamp(0, min: int.min(a, b), max: int.max(a, b))
  assert clamped >= int.min(a, b) && clamped <= int.max(a, b)
}

pub fn bits_test() {
  let numbers = int(-2_000_000_000, 2_000_000_000)
  use #(#(a, b), shift) <- for_all(pair(pair(numbers, numbers), int(0, 20)))
  assert int.bitwise_and(a, b) + int.bitwise_or(a, b) == a + b
  assert int.bitwise_exclusive_or(a, b)
    == int.bitwise_or(a, b) - int.bitwise_and(a, b)
  assert int.bitwise_not(a) == -a - 1
  let power = int.product(list.repeat(2, shift))
  assert int.bitwise_shift_left(a, shift) == a * power
  assert Ok(int.bitwise_shift_right(a, shift)) == int.floor_divide(a, power)
}

pub fn text_of_floats_test() {
  use number <- for_all(property.float())
  assert float.parse(float.to_string(number)) == Ok(number)
  assert float.parse(float.to_string(0.0 -. number)) == Ok(0.0 -. number)
}

pub fn roundings_test() {
  use number <- for_all(property.float())
  let floor = float.floor(number)
  let ceiling = float.ceiling(number)
  assert floor <=. number && number -. floor <. 1.0
  assert ceiling >=. number && ceiling -. number <. 1.0
  assert float.negate(float.floor(float.negate(number))) == ceiling
  let rounded = int.to_float(float.round(number))
  assert float.absolute_value(rounded -. number) <=. 0.5
  // Halves go away from zero.
  assert float.round(float.negate(number)) == -float.round(number)
  let truncated = int.to_float(float.truncate(number))
  // Zeros with a sign are others than those without from OTP 27 on.
  let expected = case number <. 0.0 {
    True -> ceiling
    False -> floor
  }
  assert truncated >=. expected && truncated <=. expected
}

pub fn halves_test() {
  let halves = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]
  assert list.map(halves, float.round) == [-3, -2, -1, 1, 2, 3]
  assert float.round(0.49999999999999994) == 0
  assert float.round(4_503_599_627_370_497.0) == 4_503_599_627_370_497
}

pub fn precision_test() {
  use #(number, places) <- for_all(pair(int(-99_999, 99_999), int(0, 3)))
  let number = int.to_float(number) /. 1000.0
  let scale = int.to_float(int.product(list.repeat(10, places)))
  let rounded = float.to_precision(number, places)
  assert float.absolute_value(rounded -. number) <=. 0.5 /. scale +. 1.0e-9
  assert float.loosely_equals(
    float.to_precision(rounded, places),
    rounded,
    tolerating: 1.0e-9,
  )
}

pub fn order_of_floats_test() {
  use #(a, b) <- for_all(pair(property.float(), property.float()))
  assert float.compare(a, b) == order.negate(float.compare(b, a))
  assert { float.compare(a, b) == order.Lt } == { a <. b }
  assert float.min(a, b) <=. float.max(a, b)
  assert float.loosely_equals(a, a, tolerating: 0.0)
  assert float.loosely_compare(a, b, tolerating: float.absolute_value(a -. b))
    == order.Eq
}
