//// The outcome of something that may fail: `Ok` with the value or `Error`
//// with the reason.

import gleam/list

/// Whether the result is a success.
///
/// ```gleam
/// assert result.is_ok(Ok(1))
/// ```
pub fn is_ok(result: Result(a, e)) -> Bool {
  case result {
    Ok(_) -> True
    Error(_) -> False
  }
}

/// Whether the result is a failure.
///
/// ```gleam
/// assert result.is_error(Error("no"))
/// ```
pub fn is_error(result: Result(a, e)) -> Bool {
  case result {
    Ok(_) -> False
    Error(_) -> True
  }
}

/// Applies a function to the value of a success.
///
/// ```gleam
/// assert result.map(over: Ok(1), with: int.negate) == Ok(-1)
/// assert result.map(over: Error("no"), with: int.negate) == Error("no")
/// ```
pub fn map(over result: Result(a, e), with fun: fn(a) -> b) -> Result(b, e) {
  case result {
    Ok(value) -> Ok(fun(value))
    Error(error) -> Error(error)
  }
}

/// Applies a function to the reason of a failure.
///
/// ```gleam
/// assert result.map_error(over: Error(1), with: int.to_string) == Error("1")
/// ```
pub fn map_error(
  over result: Result(a, e),
  with fun: fn(e) -> f,
) -> Result(a, f) {
  case result {
    Ok(value) -> Ok(value)
    Error(error) -> Error(fun(error))
  }
}

/// Removes one layer of nesting.
///
/// ```gleam
/// assert result.flatten(Ok(Ok(1))) == Ok(1)
/// assert result.flatten(Ok(Error("no"))) == Error("no")
/// ```
pub fn flatten(result: Result(Result(a, e), e)) -> Result(a, e) {
  case result {
    Ok(inner) -> inner
    Error(error) -> Error(error)
  }
}

/// Goes on with a function that may itself fail, if the result is a success.
///
/// ```gleam
/// let half_of = fn(text) {
///   use number <- result.try(int.parse(text))
///   int.divide(number, by: 2)
/// }
/// assert half_of("8") == Ok(4)
/// assert half_of("eight") == Error(Nil)
/// ```
pub fn try(
  result: Result(a, e),
  apply fun: fn(a) -> Result(b, e),
) -> Result(b, e) {
  case result {
    Ok(value) -> fun(value)
    Error(error) -> Error(error)
  }
}

/// Takes the value out, or the default in case of a failure.
///
/// ```gleam
/// assert result.unwrap(Ok(1), or: 0) == 1
/// assert result.unwrap(Error("no"), or: 0) == 0
/// ```
pub fn unwrap(result: Result(a, e), or default: a) -> a {
  case result {
    Ok(value) -> value
    Error(_) -> default
  }
}

/// Takes the value out, or computes a default in case of a failure.
///
/// ```gleam
/// assert result.lazy_unwrap(Error("no"), or: fn() { 0 }) == 0
/// ```
pub fn lazy_unwrap(result: Result(a, e), or default: fn() -> a) -> a {
  case result {
    Ok(value) -> value
    Error(_) -> default()
  }
}

/// Takes the reason of a failure out, or the default in case of a success.
///
/// ```gleam
/// assert result.unwrap_error(Error("no"), or: "") == "no"
/// ```
pub fn unwrap_error(result: Result(a, e), or default: e) -> e {
  case result {
    Ok(_) -> default
    Error(error) -> error
  }
}

/// The first result if it is a success, otherwise the second.
///
/// ```gleam
/// assert result.or(Error("no"), Ok(2)) == Ok(2)
/// assert result.or(Ok(1), Ok(2)) == Ok(1)
/// ```
pub fn or(first: Result(a, e), second: Result(a, e)) -> Result(a, e) {
  case first {
    Ok(_) -> first
    Error(_) -> second
  }
}

/// The first result if it is a success, otherwise what the function gives.
///
/// ```gleam
/// assert result.lazy_or(Error("no"), fn() { Ok(2) }) == Ok(2)
/// ```
pub fn lazy_or(
  first: Result(a, e),
  second: fn() -> Result(a, e),
) -> Result(a, e) {
  case first {
    Ok(_) -> first
    Error(_) -> second()
  }
}

/// Collects the values if all results are successes; otherwise gives the first
/// failure.
///
/// ```gleam
/// assert result.all([Ok(1), Ok(2)]) == Ok([1, 2])
/// assert result.all([Ok(1), Error("no"), Error("never")]) == Error("no")
/// ```
pub fn all(results: List(Result(a, e))) -> Result(List(a), e) {
  list.try_map(results, fn(result) { result })
}

/// Separates successes from failures. **Both lists are in reverse order.**
///
/// ```gleam
/// assert result.partition([Ok(1), Error("a"), Ok(2), Error("b")])
///   == #([2, 1], ["b", "a"])
/// ```
pub fn partition(results: List(Result(a, e))) -> #(List(a), List(e)) {
  partition_loop(results, [], [])
}

fn partition_loop(
  results: List(Result(a, e)),
  oks: List(a),
  errors: List(e),
) -> #(List(a), List(e)) {
  case results {
    [Ok(value), ..rest] -> partition_loop(rest, [value, ..oks], errors)
    [Error(error), ..rest] -> partition_loop(rest, oks, [error, ..errors])
    [] -> #(oks, errors)
  }
}

/// Replaces the value of a success.
///
/// ```gleam
/// assert result.replace(Ok(1), "done") == Ok("done")
/// ```
pub fn replace(result: Result(a, e), value: b) -> Result(b, e) {
  case result {
    Ok(_) -> Ok(value)
    Error(error) -> Error(error)
  }
}

/// Replaces the reason of a failure.
///
/// ```gleam
/// assert result.replace_error(Error(Nil), "no") == Error("no")
/// ```
pub fn replace_error(result: Result(a, e), error: f) -> Result(a, f) {
  case result {
    Ok(value) -> Ok(value)
    Error(_) -> Error(error)
  }
}

/// Keeps the values of the successes, in order.
///
/// ```gleam
/// assert result.values([Ok(1), Error("no"), Ok(3)]) == [1, 3]
/// ```
pub fn values(results: List(Result(a, e))) -> List(a) {
  list.filter_map(results, fn(result) { result })
}

/// Tries to make up for a failure with a function that looks at its reason.
///
/// ```gleam
/// assert result.try_recover(Error("a"), with: fn(_) { Ok(1) }) == Ok(1)
/// assert result.try_recover(Ok(2), with: fn(_) { Error(Nil) }) == Ok(2)
/// ```
pub fn try_recover(
  result: Result(a, e),
  with fun: fn(e) -> Result(a, f),
) -> Result(a, f) {
  case result {
    Ok(value) -> Ok(value)
    Error(error) -> fun(error)
  }
}
