//// The words of the test runner.

import gleam/bit_array
import gleam/dynamic.{type Dynamic}
import gleam/int
import gleam/list
import gleam/string
import gleeunit/internal/failure.{
  type AssertDetail, type Failure, type Operand, Assert, BinaryOperator,
  Computed, Crash, Failure, FunctionCall, LetAssert, Literal, OtherExpression,
  Panic, TimedOut, Todo, Unevaluated,
}

/// What the report is written with.
pub type Style {
  /// Text alone.
  Plain
  /// Text with the colours of a terminal.
  Coloured
}

/// The mark of a test that has passed.
pub fn passed(style: Style) -> String {
  green(style, ".")
}

/// The report on a test that has failed. `read` gives the content of a file,
/// for the code that has failed.
pub fn failed(
  style: Style,
  module: String,
  function: String,
  failure: Failure,
  read: fn(String) -> Result(BitArray, Nil),
) -> String {
  let #(title, place) = heading(failure)
  let title = case place {
    "" -> red(style, title)
    _ -> red(style, title) <> " " <> place
  }
  let lines =
    list.map(
      [#("test", module <> "." <> function), ..details(failure, read)],
      fn(detail) { line(style, detail.0, detail.1) },
    )
  "\n" <> string.join([title, ..lines], "\n") <> "\n"
}

/// The last line, and the exit code of the program.
pub fn summary(style: Style, passed: Int, failed: Int) -> #(String, Int) {
  let count = int.to_string(passed) <> " passed, "
  case passed, failed {
    0, 0 -> #("\n" <> red(style, "No tests found!"), 1)
    _, 0 -> #("\n" <> green(style, count <> "no failures"), 0)
    _, _ -> {
      let failures = int.to_string(failed) <> " failures"
      #("\n" <> red(style, count <> failures), 1)
    }
  }
}

fn heading(failure: Failure) -> #(String, String) {
  case failure {
    Failure(kind:, file:, line:, ..) -> {
      let title = case kind {
        Todo -> "todo"
        Panic -> "panic"
        LetAssert(..) -> "let assert"
        Assert(..) -> "assert"
      }
      #(title, file <> ":" <> int.to_string(line))
    }
    Crash(..) -> #("crash", "")
    TimedOut(..) -> #("timeout", "")
  }
}

fn details(
  failure: Failure,
  read: fn(String) -> Result(BitArray, Nil),
) -> List(#(String, String)) {
  case failure {
    Crash(description:) -> [#("info", description)]
    TimedOut(after:) -> [
      #("info", "Not done after " <> int.to_string(after) <> " milliseconds."),
    ]
    Failure(kind:, message:, file:, ..) -> {
      let specific = case kind {
        Todo | Panic -> []
        LetAssert(start:, end:, value:) ->
          list.append(code(read(file), start, end), [
            #("value", string.inspect(value)),
          ])
        Assert(start:, end:, detail:) ->
          list.append(code(read(file), start, end), values(detail))
      }
      list.append(specific, [#("info", message)])
    }
  }
}

/// The code between two positions. Nothing, when the file cannot be read or is
/// not what it was when the test was compiled.
fn code(
  file: Result(BitArray, Nil),
  start: Int,
  end: Int,
) -> List(#(String, String)) {
  let text = case file {
    Error(Nil) -> Error(Nil)
    Ok(content) ->
      case bit_array.slice(content, start, end - start) {
        Error(Nil) -> Error(Nil)
        Ok(bytes) -> bit_array.to_string(bytes)
      }
  }
  case text {
    Ok(text) -> [#("code", text)]
    Error(Nil) -> []
  }
}

fn values(detail: AssertDetail) -> List(#(String, String)) {
  case detail {
    OtherExpression -> []
    BinaryOperator(left:, right:, ..) -> [
      #("left", operand(left)),
      #("right", operand(right)),
    ]
    FunctionCall(arguments:) ->
      list.index_map(arguments, fn(argument, index) {
        #("arg " <> int.to_string(index), operand(argument))
      })
  }
}

fn operand(operand: Operand) -> String {
  case operand {
    Literal(_) -> "literal"
    Unevaluated -> "unevaluated"
    Computed(value) -> string.inspect(value)
  }
}

fn line(style: Style, label: String, text: String) -> String {
  let label = string.pad_start(label, to: 5, with: " ")
  // Further lines of the text start below its first one.
  let text = string.replace(text, "\n", "\n" <> string.repeat(" ", 7))
  cyan(style, label) <> ": " <> text
}

fn green(style: Style, text: String) -> String {
  coloured(style, "32", text)
}

fn red(style: Style, text: String) -> String {
  coloured(style, "31", text)
}

fn cyan(style: Style, text: String) -> String {
  coloured(style, "36", text)
}

fn coloured(style: Style, colour: String, text: String) -> String {
  case style {
    Plain -> text
    Coloured -> "\u{1b}[" <> colour <> "m" <> text <> "\u{1b}[39m"
  }
}

/// Describes a crash that is not one of the language's own errors.
pub fn describe(class: String, reason: Dynamic) -> String {
  class <> ": " <> string.inspect(reason)
}
