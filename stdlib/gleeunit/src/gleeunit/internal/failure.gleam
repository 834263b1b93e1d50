//// What is known of a failed test, read from what its runner caught.

import gleam/dynamic.{type Dynamic}

/// The value with which a test crashed.
pub type Failure {
  /// One of the language's own errors: `panic`, `assert` and so on.
  Failure(
    kind: Kind,
    message: String,
    file: String,
    module: String,
    function: String,
    line: Int,
  )
  /// Any other crash, with a text that describes it.
  Crash(description: String)
  /// The test took longer than it may, in milliseconds.
  TimedOut(after: Int)
}

/// What kind of code has failed. Positions are in bytes from the start of the
/// file.
pub type Kind {
  Todo
  Panic
  LetAssert(start: Int, end: Int, value: Dynamic)
  Assert(start: Int, end: Int, detail: AssertDetail)
}

/// The parts of the expression of a failed `assert`.
pub type AssertDetail {
  BinaryOperator(operator: String, left: Operand, right: Operand)
  FunctionCall(arguments: List(Operand))
  OtherExpression
}

/// A part of the expression of a failed `assert`.
pub type Operand {
  /// It is in the code as it is, so its value says nothing new.
  Literal(value: Dynamic)
  /// It was computed.
  Computed(value: Dynamic)
  /// The test had failed before its turn came.
  Unevaluated
}

/// Runs a function and gives its value, or what is known of its crash.
@external(erlang, "gleeunit_ffi", "catch_failure")
@external(javascript, "../../gleeunit_ffi.mjs", "catchFailure")
pub fn catch_crash(body: fn() -> a) -> Result(a, Failure)
