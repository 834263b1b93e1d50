//// Assertions as functions. New tests are better written with `assert` and
//// `let assert`, whose failures tell more.
////
//// Each function here crashes the test when its expectation is not met.

import gleam/option.{type Option, None, Some}
import gleam/string

/// Expects two equal values.
///
/// ```gleam
/// should.equal(1 + 1, 2)
/// ```
pub fn equal(a: a, b: a) -> Nil {
  case a == b {
    True -> Nil
    False -> fail_with(string.inspect(a), "should equal", string.inspect(b))
  }
}

/// Expects two values that differ.
///
/// ```gleam
/// should.not_equal(1 + 1, 3)
/// ```
pub fn not_equal(a: a, b: a) -> Nil {
  case a != b {
    True -> Nil
    False -> fail_with(string.inspect(a), "should not equal", string.inspect(b))
  }
}

/// Expects an `Ok` and gives what is in it.
///
/// ```gleam
/// assert should.be_ok(Ok(1)) == 1
/// ```
pub fn be_ok(a: Result(a, e)) -> a {
  case a {
    Ok(value) -> value
    Error(_) -> fail_with(string.inspect(a), "should be", "Ok")
  }
}

/// Expects an `Error` and gives what is in it.
///
/// ```gleam
/// assert should.be_error(Error("missing")) == "missing"
/// ```
pub fn be_error(a: Result(a, e)) -> e {
  case a {
    Error(error) -> error
    Ok(_) -> fail_with(string.inspect(a), "should be", "Error")
  }
}

/// Expects a `Some` and gives what is in it.
///
/// ```gleam
/// assert should.be_some(option.Some(1)) == 1
/// ```
pub fn be_some(a: Option(a)) -> a {
  case a {
    Some(value) -> value
    None -> fail_with(string.inspect(a), "should be", "Some")
  }
}

/// Expects a `None`.
///
/// ```gleam
/// should.be_none(option.None)
/// ```
pub fn be_none(a: Option(a)) -> Nil {
  case a {
    None -> Nil
    Some(_) -> fail_with(string.inspect(a), "should be", "None")
  }
}

/// Expects `True`.
///
/// ```gleam
/// should.be_true(list.is_empty([]))
/// ```
pub fn be_true(actual: Bool) -> Nil {
  equal(actual, True)
}

/// Expects `False`.
///
/// ```gleam
/// should.be_false(list.is_empty([1]))
/// ```
pub fn be_false(actual: Bool) -> Nil {
  equal(actual, False)
}

/// Fails whenever it is reached.
///
/// ```gleam
/// case 1 + 1 {
///   2 -> Nil
///   _ -> should.fail()
/// }
/// ```
pub fn fail() -> Nil {
  panic as "This code should not have been reached"
}

fn fail_with(actual: String, relation: String, expected: String) -> a {
  panic as string.concat(["\n", actual, "\n", relation, "\n", expected])
}
