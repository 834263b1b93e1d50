import gleam/erlang/process.{type Subject}
import gleam/list
import gleam/string
import gleam/time/timestamp
import logging
import tindra/logger.{type Record, Field, Record}

/// A handler for what begins with the text, and nothing on standard output.
fn listen(name: String, to prefix: String) -> Subject(Record) {
  let _ = logger.remove("default")
  logging.set_level(logging.Info)
  let seen = process.new_subject()
  assert logger.handler(process.send(seen, _))
    |> logger.only(fn(record) { string.starts_with(record.text, prefix) })
    |> logger.add(name)
    == Ok(Nil)
  seen
}

pub fn fields_of_processes_and_calls_test() {
  let seen = listen("fields", to: "f:")
  logger.set_process_fields([logger.int("b", 1), logger.text("a", "old")])
  logger.log(logging.Notice, "f:one", [
    logger.text("a", "new"),
    logger.bool("c", True),
  ])
  let assert Ok(record) = process.receive(seen, 1000)
  assert record.level == logging.Notice
  assert record.fields
    == [logger.text("a", "new"), logger.int("b", 1), logger.bool("c", True)]
  logger.with_fields([logger.float("d", 1.5)], fn() {
    logging.log(logging.Error, "f:two")
  })
  let assert Ok(record) = process.receive(seen, 1000)
  assert record.level == logging.Error
  assert list.map(record.fields, fn(field) { field.name }) == ["a", "b", "d"]
  logger.set_process_fields([])
  logging.log(logging.Error, "f:three")
  let assert Ok(Record(text: "f:three", fields: [], ..)) =
    process.receive(seen, 1000)
  assert logger.remove("fields") == Ok(Nil)
  logging.log(logging.Error, "f:four")
  assert process.receive(seen, 20) == Error(Nil)
}

pub fn levels_test() {
  let seen = listen("levels", to: "l:")
  logger.log(logging.Debug, "l:debug", [])
  logger.log_lazy(logging.Debug, fn() { panic as "not to be run" })
  logger.log_lazy(logging.Info, fn() { #("l:info", [logger.int("n", 1)]) })
  let assert Ok(Record(text: "l:info", ..)) = process.receive(seen, 1000)
  assert process.receive(seen, 20) == Error(Nil)
  assert logger.level() == logging.Info
  let errors = process.new_subject()
  assert logger.handler(process.send(errors, _))
    |> logger.at_least(logging.Error)
    |> logger.add("only errors")
    == Ok(Nil)
  logger.log(logging.Warning, "l:warning", [])
  logger.log(logging.Critical, "l:critical", [])
  let assert Ok(Record(text: "l:critical", ..)) = process.receive(errors, 1000)
  assert logger.remove("only errors") == Ok(Nil)
  assert logger.remove("levels") == Ok(Nil)
}

pub fn reports_test() {
  let seen = listen("reports", to: "r:")
  logger.report(logging.Info, ["a", "b"], fn(value) {
    "r:" <> string.concat(value)
  })
  let assert Ok(Record(text: "r:ab", ..)) = process.receive(seen, 1000)
  assert logger.remove("reports") == Ok(Nil)
}

pub fn names_are_unique_test() {
  let _ = listen("unique", to: "u:")
  assert logger.add(logger.to_output(), "unique") == Error(logger.AlreadyAdded)
  assert list.contains(logger.handlers(), "unique")
  assert logger.remove("unique") == Ok(Nil)
  assert logger.remove("unique") == Error(Nil)
}

pub fn a_file_that_cannot_be_test() {
  assert logger.to_file("/dev/null/log") |> logger.add("nowhere")
    == Error(logger.NoFile("/dev/null/log"))
  assert !list.contains(logger.handlers(), "nowhere")
}

pub fn files_test() {
  let _ = logger.remove("default")
  let path = temporary_file()
  assert logger.to_file(path)
    |> logger.only(fn(record) { record.text == "to file" })
    |> logger.formatted(fn(record) { "<" <> record.text <> ">\n" })
    |> logger.add("file")
    == Ok(Nil)
  logger.log(logging.Error, "to file", [])
  logger.log(logging.Error, "elsewhere", [])
  assert logger.remove("file") == Ok(Nil)
  assert take_file(path) == "<to file>\n"
}

fn record(text: String, fields: List(logger.Field)) -> Record {
  let time = timestamp.from_unix_seconds_and_nanoseconds(1, 500_000_000)
  Record(level: logging.Alert, time:, text:, fields:)
}

pub fn lines_test() {
  let fields = [
    logger.text("plain", "word"),
    logger.text("quoted", "two words"),
    logger.text("empty", ""),
    logger.text("line", "a\n\"b\""),
  ]
  assert logger.line(record("one\ntwo", fields))
    == "1970-01-01T00:00:01.5Z alert one two plain=word quoted=\"two words\" empty=\"\" line=\"a\\n\\\"b\\\"\"\n"
}

pub fn json_test() {
  let fields = [
    Field("å", logger.Text("\\ \u{1} é 😀")),
    logger.bool("no", False),
    logger.float("half", 0.5),
  ]
  assert logger.json(record("a\tb", fields))
    == "{\"time\":\"1970-01-01T00:00:01.5Z\",\"level\":\"alert\",\"message\":\"a\\tb\",\"å\":\"\\\\ \\u0001 é 😀\",\"no\":false,\"half\":0.5}\n"
}

@external(erlang, "tindra_logger_test_ffi", "temporary_file")
fn temporary_file() -> String

@external(erlang, "tindra_logger_test_ffi", "take_file")
fn take_file(path: String) -> String
