import gleam/bit_array
import gleam/string
import gleeunit/internal/failure.{type Failure, Crash, Failure, TimedOut}
import gleeunit/internal/report.{Coloured, Plain}

/// The report on a failure of which only the position in the file is made up,
/// so that the tests do not depend on where they are.
fn report(body: fn() -> a) -> String {
  let assert Error(failure) = failure.catch_crash(body)
  let failure = case failure {
    Failure(..) -> Failure(..failure, line: 12)
    _ -> failure
  }
  write(failure)
}

fn write(failure: Failure) -> String {
  use path <- report.failed(Plain, "wibble", "wobble_test", failure)
  assert path == "test/gleeunit/internal/report_test.gleam"
  Error(Nil)
}

fn identity(x: a) -> a {
  x
}

pub fn panic_test() {
  assert report(fn() { panic as "Oh no!" }) == "
panic test/gleeunit/internal/report_test.gleam:12
 test: wibble.wobble_test
 info: Oh no!
"
}

pub fn todo_test() {
  assert string.starts_with(
    report(fn() { panic }),
    "\npanic test/gleeunit/internal/report_test.gleam:12\n",
  )
}

pub fn let_assert_test() {
  assert report(fn() {
      let assert Ok(x) = identity(Error("bad\nvalue")) as "No luck"
      x
    })
    == "
let assert test/gleeunit/internal/report_test.gleam:12
 test: wibble.wobble_test
value: Error(\"bad\\nvalue\")
 info: No luck
"
}

pub fn assert_operator_test() {
  assert report(fn() {
      assert identity(1) == 2
    })
    == "
assert test/gleeunit/internal/report_test.gleam:12
 test: wibble.wobble_test
 left: 1
right: literal
 info: Assertion failed.
"
}

pub fn assert_lazy_operator_test() {
  assert report(fn() {
      assert identity(False) && identity(True)
    })
    == "
assert test/gleeunit/internal/report_test.gleam:12
 test: wibble.wobble_test
 left: False
right: unevaluated
 info: Assertion failed.
"
}

pub fn assert_call_test() {
  assert report(fn() {
      let greeting = identity("Hello")
      assert string.contains(greeting, "x") as "Wanted an x"
    })
    == "
assert test/gleeunit/internal/report_test.gleam:12
 test: wibble.wobble_test
arg 0: \"Hello\"
arg 1: literal
 info: Wanted an x
"
}

pub fn assert_expression_test() {
  assert report(fn() {
      let value = identity(False)
      assert value
    })
    == "
assert test/gleeunit/internal/report_test.gleam:12
 test: wibble.wobble_test
 info: Assertion failed.
"
}

pub fn code_test() {
  let assert Error(failure) =
    failure.catch_crash(fn() {
      assert identity(1) == 2
    })
  let assert Failure(kind: failure.Assert(start:, end:, ..), ..) = failure
  let before = string.repeat("é", start / 2) <> string.repeat("e", start % 2)
  let code = string.pad_end("assert …", end - start - 2, "!")
  let text =
    report.failed(Plain, "m", "f", failure, fn(_) {
      Ok(bit_array.from_string(before <> code <> "after"))
    })
  assert string.contains(text, "\n code: " <> code <> "\n")
}

pub fn code_of_a_changed_file_test() {
  let assert Error(failure) =
    failure.catch_crash(fn() {
      assert identity(1) == 2
    })
  let text = report.failed(Plain, "m", "f", failure, fn(_) { Ok(<<"short">>) })
  assert !string.contains(text, "code")
}

pub fn crash_test() {
  assert write(Crash("badarg\nat here"))
    == "\ncrash\n test: wibble.wobble_test\n info: badarg\n       at here\n"
}

pub fn timed_out_test() {
  assert write(TimedOut(after: 20))
    == "\ntimeout\n test: wibble.wobble_test\n info: Not done after 20 milliseconds.\n"
}

pub fn no_tests_test() {
  assert report.summary(Plain, 0, 0) == #("\nNo tests found!", 1)
}

pub fn all_passed_test() {
  assert report.summary(Plain, 3, 0) == #("\n3 passed, no failures", 0)
}

pub fn some_failed_test() {
  assert report.summary(Plain, 3, 2) == #("\n3 passed, 2 failures", 1)
}

pub fn coloured_test() {
  assert report.passed(Coloured) == "\u{1b}[32m.\u{1b}[39m"
}
