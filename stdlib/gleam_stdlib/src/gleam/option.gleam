//// Values that may be absent.
////
//// Use `Option` for something that may legitimately be missing, such as an
//// optional setting. A function that can fail returns a `Result` instead.

/// A value that is there, or nothing.
pub type Option(a) {
  /// The value is present.
  Some(a)
  /// There is no value.
  None
}

/// Collects the values if every option has one; otherwise gives `None`.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.all([Some(1), Some(2)]) == Some([1, 2])
/// assert option.all([Some(1), None]) == None
/// ```
pub fn all(list: List(Option(a))) -> Option(List(a)) {
  all_loop(list, [])
}

fn all_loop(list: List(Option(a)), collected: List(a)) -> Option(List(a)) {
  case list {
    [Some(value), ..rest] -> all_loop(rest, [value, ..collected])
    [None, ..] -> None
    [] -> Some(reverse(collected, []))
  }
}

// `gleam/list` imports `gleam/dict`, which imports this module, so that its
// `reverse` is out of reach here.
fn reverse(remaining: List(a), reversed: List(a)) -> List(a) {
  case remaining {
    [first, ..rest] -> reverse(rest, [first, ..reversed])
    [] -> reversed
  }
}

/// Whether there is no value.
///
/// ```gleam
/// import gleam/option.{None}
///
/// assert option.is_none(None)
/// ```
pub fn is_none(option: Option(a)) -> Bool {
  case option {
    None -> True
    Some(_) -> False
  }
}

/// Whether there is a value.
///
/// ```gleam
/// import gleam/option.{Some}
///
/// assert option.is_some(Some(1))
/// ```
pub fn is_some(option: Option(a)) -> Bool {
  case option {
    Some(_) -> True
    None -> False
  }
}

/// Converts an option to a result, with the given error for `None`.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.to_result(Some(1), "missing") == Ok(1)
/// assert option.to_result(None, "missing") == Error("missing")
/// ```
pub fn to_result(option: Option(a), e: e) -> Result(a, e) {
  case option {
    Some(value) -> Ok(value)
    None -> Error(e)
  }
}

/// Converts a result to an option and forgets the error.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.from_result(Ok(1)) == Some(1)
/// assert option.from_result(Error("missing")) == None
/// ```
pub fn from_result(result: Result(a, e)) -> Option(a) {
  case result {
    Ok(value) -> Some(value)
    Error(_) -> None
  }
}

/// Takes the value out, or the default if there is none.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.unwrap(Some(1), or: 0) == 1
/// assert option.unwrap(None, or: 0) == 0
/// ```
pub fn unwrap(option: Option(a), or default: a) -> a {
  case option {
    Some(value) -> value
    None -> default
  }
}

/// Takes the value out, or computes a default if there is none.
///
/// ```gleam
/// import gleam/option.{None}
///
/// assert option.lazy_unwrap(None, or: fn() { 0 }) == 0
/// ```
pub fn lazy_unwrap(option: Option(a), or default: fn() -> a) -> a {
  case option {
    Some(value) -> value
    None -> default()
  }
}

/// Applies a function to the value, if there is one.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.map(over: Some(1), with: int.negate) == Some(-1)
/// assert option.map(over: None, with: int.negate) == None
/// ```
pub fn map(over option: Option(a), with fun: fn(a) -> b) -> Option(b) {
  case option {
    Some(value) -> Some(fun(value))
    None -> None
  }
}

/// Removes one layer of nesting.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.flatten(Some(Some(1))) == Some(1)
/// assert option.flatten(Some(None)) == None
/// ```
pub fn flatten(option: Option(Option(a))) -> Option(a) {
  case option {
    Some(inner) -> inner
    None -> None
  }
}

/// Goes on with a function that itself gives an option, if there is a value.
///
/// ```gleam
/// import gleam/option.{Some}
///
/// assert option.then(Some([1, 2]), apply: fn(l) { option.from_result(list.first(l)) })
///   == Some(1)
/// ```
pub fn then(option: Option(a), apply fun: fn(a) -> Option(b)) -> Option(b) {
  case option {
    Some(value) -> fun(value)
    None -> None
  }
}

/// The first option if it has a value, otherwise the second.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.or(None, Some(2)) == Some(2)
/// assert option.or(Some(1), Some(2)) == Some(1)
/// ```
pub fn or(first: Option(a), second: Option(a)) -> Option(a) {
  case first {
    Some(_) -> first
    None -> second
  }
}

/// The first option if it has a value, otherwise what the function gives.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.lazy_or(None, fn() { Some(2) }) == Some(2)
/// ```
pub fn lazy_or(first: Option(a), second: fn() -> Option(a)) -> Option(a) {
  case first {
    Some(_) -> first
    None -> second()
  }
}

/// Keeps the values that are present, in order.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert option.values([Some(1), None, Some(3)]) == [1, 3]
/// ```
pub fn values(options: List(Option(a))) -> List(a) {
  values_loop(options, [])
}

fn values_loop(options: List(Option(a)), collected: List(a)) -> List(a) {
  case options {
    [Some(value), ..rest] -> values_loop(rest, [value, ..collected])
    [None, ..rest] -> values_loop(rest, collected)
    [] -> reverse(collected, [])
  }
}
