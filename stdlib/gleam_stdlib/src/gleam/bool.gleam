//// Functions for truth values.
////
//// The operators `&&`, `||` and `!` are part of the language; the functions
//// here serve where a function value is needed, and for early returns.

/// Whether both values are true. Both are always evaluated.
///
/// ```gleam
/// assert bool.and(True, True)
/// assert !bool.and(True, False)
/// ```
pub fn and(a: Bool, b: Bool) -> Bool {
  a && b
}

/// Whether at least one value is true. Both are always evaluated.
///
/// ```gleam
/// assert bool.or(False, True)
/// assert !bool.or(False, False)
/// ```
pub fn or(a: Bool, b: Bool) -> Bool {
  a || b
}

/// The opposite truth value.
///
/// ```gleam
/// assert bool.negate(False)
/// ```
pub fn negate(bool: Bool) -> Bool {
  !bool
}

/// Whether neither value is true.
///
/// ```gleam
/// assert bool.nor(False, False)
/// ```
pub fn nor(a: Bool, b: Bool) -> Bool {
  !{ a || b }
}

/// Whether at least one value is false.
///
/// ```gleam
/// assert bool.nand(True, False)
/// ```
pub fn nand(a: Bool, b: Bool) -> Bool {
  !{ a && b }
}

/// Whether exactly one of the values is true.
///
/// ```gleam
/// assert bool.exclusive_or(True, False)
/// assert !bool.exclusive_or(True, True)
/// ```
pub fn exclusive_or(a: Bool, b: Bool) -> Bool {
  a != b
}

/// Whether both values are the same.
///
/// ```gleam
/// assert bool.exclusive_nor(False, False)
/// ```
pub fn exclusive_nor(a: Bool, b: Bool) -> Bool {
  a == b
}

/// Writes a truth value as Gleam source.
///
/// ```gleam
/// assert bool.to_string(True) == "True"
/// ```
pub fn to_string(bool: Bool) -> String {
  case bool {
    True -> "True"
    False -> "False"
  }
}

/// Returns early from a function body with `use`: if the requirement is true
/// the consequence is the result, otherwise the rest of the body is run.
///
/// ```gleam
/// let greet = fn(name) {
///   use <- bool.guard(when: name == "", return: "Welcome!")
///   "Hello, " <> name
/// }
/// assert greet("") == "Welcome!"
/// assert greet("Joe") == "Hello, Joe"
/// ```
pub fn guard(
  when requirement: Bool,
  return consequence: a,
  otherwise alternative: fn() -> a,
) -> a {
  case requirement {
    True -> consequence
    False -> alternative()
  }
}

/// Like [`guard`](#guard), but the consequence is computed only when it is
/// returned.
///
/// ```gleam
/// let half = fn(number) {
///   use <- bool.lazy_guard(when: number % 2 != 0, return: fn() { Error(number) })
///   Ok(number / 2)
/// }
/// assert half(6) == Ok(3)
/// assert half(7) == Error(7)
/// ```
pub fn lazy_guard(
  when requirement: Bool,
  return consequence: fn() -> a,
  otherwise alternative: fn() -> a,
) -> a {
  case requirement {
    True -> consequence()
    False -> alternative()
  }
}
