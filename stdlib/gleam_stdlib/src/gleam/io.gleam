//// Writing text to the terminal.

import gleam/string

/// Writes a string to standard output.
///
/// ```gleam
/// io.print("Working... ")
/// ```
@external(erlang, "gleam_stdlib", "print")
@external(javascript, "../output.mjs", "print")
pub fn print(string: String) -> Nil

/// Writes a string to standard error.
///
/// ```gleam
/// io.print_error("Warning: ")
/// ```
@external(erlang, "gleam_stdlib", "print_error")
@external(javascript, "../output.mjs", "print_error")
pub fn print_error(string: String) -> Nil

/// Writes a string and a line end to standard output.
///
/// ```gleam
/// io.println("Hello, Joe!")
/// ```
@external(erlang, "gleam_stdlib", "println")
@external(javascript, "../output.mjs", "println")
pub fn println(string: String) -> Nil

/// Writes a string and a line end to standard error.
///
/// ```gleam
/// io.println_error("Something went wrong")
/// ```
@external(erlang, "gleam_stdlib", "println_error")
@external(javascript, "../output.mjs", "println_error")
pub fn println_error(string: String) -> Nil

/// Writes any value as Gleam source to standard error, and returns it.
///
/// ```gleam
/// assert io.debug([1, 2]) == [1, 2]
/// ```
@deprecated("Use the `echo` keyword instead")
pub fn debug(term: a) -> a {
  println_error(string.inspect(term))
  term
}
