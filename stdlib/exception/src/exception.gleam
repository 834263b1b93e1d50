//// Crashes: catching them, and cleaning up when they happen.
////
//// Errors that a program expects are `Result`s. A crash means that the program
//// is wrong, and the place to deal with it is the edge of the program, such as
//// the code of a server that runs each request.

import gleam/dynamic.{type Dynamic}

/// A crash, with what it was made of.
pub type Exception {
  /// An error: those of the language, such as `panic`, and those of the
  /// platform.
  Errored(Dynamic)
  /// A value that was thrown by code of the platform.
  Thrown(Dynamic)
  /// A process that was told to exit from within. It is of Erlang alone.
  Exited(Dynamic)
}

/// Runs a function and gives its value, or the crash that ended it.
///
/// On Erlang the exits of linked processes are no crashes of this function and
/// are not caught.
///
/// ```gleam
/// assert exception.rescue(fn() { 1 + 1 }) == Ok(2)
/// let assert Error(exception.Errored(_)) =
///   exception.rescue(fn() { panic as "wrong" })
/// ```
@external(erlang, "exception_ffi", "rescue")
@external(javascript, "./exception_ffi.mjs", "rescue")
pub fn rescue(body: fn() -> a) -> Result(a, Exception)

/// Runs a function and then the one for cleaning up, whether or not the first
/// crashed. A crash goes on after that.
///
/// ```gleam
/// use <- exception.defer(fn() { io.println("cleaned up") })
/// io.println("at work")
/// ```
@external(erlang, "exception_ffi", "defer")
@external(javascript, "./exception_ffi.mjs", "defer")
pub fn defer(cleanup: fn() -> b, body: fn() -> a) -> a

/// Runs a function, and the one for cleaning up only if the first crashed. The
/// crash goes on after that.
///
/// ```gleam
/// assert exception.on_crash(fn() { io.println("never") }, fn() { 1 + 1 }) == 2
/// ```
@external(erlang, "exception_ffi", "on_crash")
@external(javascript, "./exception_ffi.mjs", "onCrash")
pub fn on_crash(cleanup: fn() -> b, body: fn() -> a) -> a
