//// Structured logging: messages with fields, handlers that take them to where
//// they belong, and filters, all over the logger of Erlang/OTP. What libraries
//// in Erlang and what crashes have to tell comes to the same handlers.
////
//// The levels are those of the package `logging`, with which this one goes
//// together: `logging.configure` and `logging.log` can be used as before.
////
//// ```gleam
//// import gleam/erlang/process
//// import logging
////
//// let seen = process.new_subject()
//// assert logger.handler(process.send(seen, _))
////   |> logger.at_least(logging.Warning)
////   |> logger.only(fn(record) { record.text == "slow query" })
////   |> logger.add("example")
////   == Ok(Nil)
////
//// logger.log(logging.Warning, "slow query", [logger.int("milliseconds", 120)])
////
//// let assert Ok(record) = process.receive(seen, within: 1000)
//// assert record.fields == [logger.int("milliseconds", 120)]
//// assert logger.remove("example") == Ok(Nil)
//// ```

import gleam/float
import gleam/int
import gleam/list
import gleam/string
import gleam/time/calendar
import gleam/time/timestamp.{type Timestamp}
import logging.{type LogLevel}

/// A named value that belongs to a message. Made with `text`, `int`, `float`
/// and `bool`.
pub type Field {
  Field(name: String, value: Value)
}

/// What a field holds.
pub type Value {
  Text(String)
  Int(Int)
  Float(Float)
  Bool(Bool)
}

/// A message in the log.
pub type Record {
  Record(
    level: LogLevel,
    time: Timestamp,
    /// What it says.
    text: String,
    /// The fields of the process and of the call, by their names.
    fields: List(Field),
  )
}

/// What happens to the messages in the log, made with `handler`, `to_file` and
/// `to_output`.
pub opaque type Handler {
  Handler(
    place: Place,
    level: LogLevel,
    filters: List(fn(Record) -> Bool),
    format: fn(Record) -> String,
  )
}

type Place {
  Function(fn(Record) -> Nil)
  File(path: String)
  Output
  ErrorOutput
}

/// Why a handler was not added.
pub type AddError {
  /// There is one with this name.
  AlreadyAdded
  /// The file cannot be written.
  NoFile(path: String)
  /// Erlang gives another reason, here in its own notation.
  CannotAdd(reason: String)
}

// Fields

/// A field that holds text.
///
/// ```gleam
/// assert logger.text("user", "ada") == logger.Field("user", logger.Text("ada"))
/// ```
pub fn text(name: String, value: String) -> Field {
  Field(name, Text(value))
}

/// A field that holds a whole number.
///
/// ```gleam
/// assert logger.int("count", 1) == logger.Field("count", logger.Int(1))
/// ```
pub fn int(name: String, value: Int) -> Field {
  Field(name, Int(value))
}

/// A field that holds a number.
///
/// ```gleam
/// assert logger.float("load", 0.5) == logger.Field("load", logger.Float(0.5))
/// ```
pub fn float(name: String, value: Float) -> Field {
  Field(name, Float(value))
}

/// A field that holds a truth value.
///
/// ```gleam
/// assert logger.bool("cached", True) == logger.Field("cached", logger.Bool(True))
/// ```
pub fn bool(name: String, value: Bool) -> Field {
  Field(name, Bool(value))
}

// Messages

/// Writes a message with fields to the log.
///
/// ```gleam
/// import logging
///
/// assert logger.log(logging.Debug, "looked up", [logger.text("key", "a")]) == Nil
/// ```
@external(erlang, "tindra_logger_ffi", "log")
pub fn log(level: LogLevel, message: String, fields: List(Field)) -> Nil

/// Writes a message that is made only if something of its level is written at
/// all.
///
/// ```gleam
/// import logging
///
/// assert logger.log_lazy(logging.Debug, fn() { #("expensive", []) }) == Nil
/// ```
@external(erlang, "tindra_logger_ffi", "log_lazy")
pub fn log_lazy(level: LogLevel, message: fn() -> #(String, List(Field))) -> Nil

/// Writes a value of any type, and a function that makes a message of it. The
/// function is run by the handlers that write text, if there are any.
///
/// ```gleam
/// import logging
///
/// assert logger.report(logging.Info, #("ada", 3), fn(order) { order.0 <> " ordered" })
///   == Nil
/// ```
@external(erlang, "tindra_logger_ffi", "report")
pub fn report(
  level: LogLevel,
  value: value,
  showing show: fn(value) -> String,
) -> Nil

/// Sets the fields that all further messages of this process have, in place of
/// those that were set before.
///
/// ```gleam
/// logger.set_process_fields([logger.int("request", 7)])
/// assert logger.process_fields() == [logger.int("request", 7)]
/// logger.set_process_fields([])
/// assert logger.process_fields() == []
/// ```
@external(erlang, "tindra_logger_ffi", "set_process_fields")
pub fn set_process_fields(fields: List(Field)) -> Nil

/// The fields that the messages of this process have, by their names.
///
/// ```gleam
/// logger.set_process_fields([logger.int("b", 2), logger.int("a", 1)])
/// assert logger.process_fields() == [logger.int("a", 1), logger.int("b", 2)]
/// logger.set_process_fields([])
/// ```
@external(erlang, "tindra_logger_ffi", "process_fields")
pub fn process_fields() -> List(Field)

/// Runs a function whose messages have further fields.
///
/// ```gleam
/// let inside = logger.with_fields([logger.int("order", 1)], logger.process_fields)
/// assert inside == [logger.int("order", 1)]
/// assert logger.process_fields() == []
/// ```
@external(erlang, "tindra_logger_ffi", "with_fields")
pub fn with_fields(fields: List(Field), run: fn() -> result) -> result

// Levels

/// The level below which nothing is written, whatever the handlers say.
/// `logging.set_level` sets it.
///
/// ```gleam
/// import logging
///
/// let before = logger.level()
/// logging.set_level(logging.Error)
/// assert logger.level() == logging.Error
/// logging.set_level(before)
/// ```
@external(erlang, "tindra_logger_ffi", "level")
pub fn level() -> LogLevel

/// Whether a message of this level would be written.
///
/// ```gleam
/// import logging
///
/// let before = logger.level()
/// logging.set_level(logging.Warning)
/// assert logger.allows(logging.Error)
/// assert !logger.allows(logging.Debug)
/// logging.set_level(before)
/// ```
@external(erlang, "tindra_logger_ffi", "allows")
pub fn allows(level: LogLevel) -> Bool

// Handlers

/// A handler that gives each message to a function. The function runs in the
/// process that writes the message and should be quick; if it crashes, Erlang
/// removes the handler.
///
/// ```gleam
/// let quiet = logger.handler(fn(_) { Nil }) |> logger.only(fn(_) { False })
/// assert logger.add(quiet, "quiet") == Ok(Nil)
/// assert logger.add(quiet, "quiet") == Error(logger.AlreadyAdded)
/// assert logger.remove("quiet") == Ok(Nil)
/// ```
pub fn handler(run: fn(Record) -> Nil) -> Handler {
  Handler(place: Function(run), level: logging.Debug, filters: [], format: line)
}

/// A handler that appends to a file. The folder of the file is made if there is
/// none.
///
/// ```gleam no_run
/// assert logger.to_file("logs/today.log") |> logger.add("today") == Ok(Nil)
/// ```
pub fn to_file(path: String) -> Handler {
  Handler(place: File(path), level: logging.Debug, filters: [], format: line)
}

/// A handler that writes to standard output.
///
/// ```gleam
/// import logging
///
/// assert logger.to_output()
///   |> logger.at_least(logging.Emergency)
///   |> logger.add("output")
///   == Ok(Nil)
/// assert logger.remove("output") == Ok(Nil)
/// ```
pub fn to_output() -> Handler {
  Handler(place: Output, level: logging.Debug, filters: [], format: line)
}

/// A handler that writes to standard error.
///
/// ```gleam
/// import logging
///
/// assert logger.to_error_output()
///   |> logger.at_least(logging.Emergency)
///   |> logger.add("errors")
///   == Ok(Nil)
/// assert logger.remove("errors") == Ok(Nil)
/// ```
pub fn to_error_output() -> Handler {
  Handler(place: ErrorOutput, level: logging.Debug, filters: [], format: line)
}

/// Lets a handler take no notice of what matters less than the given level.
///
/// ```gleam
/// import logging
///
/// let errors = logger.to_output() |> logger.at_least(logging.Emergency)
/// assert logger.add(errors, "emergencies") == Ok(Nil)
/// assert logger.remove("emergencies") == Ok(Nil)
/// ```
pub fn at_least(handler: Handler, level: LogLevel) -> Handler {
  Handler(..handler, level:)
}

/// Lets a handler take notice only of messages for which the function is true,
/// besides other such functions.
///
/// ```gleam
/// let fields = logger.to_output() |> logger.only(fn(record) { record.fields != [] })
/// assert logger.add(fields, "with fields") == Ok(Nil)
/// assert logger.remove("with fields") == Ok(Nil)
/// ```
pub fn only(handler: Handler, filter: fn(Record) -> Bool) -> Handler {
  Handler(..handler, filters: [filter, ..handler.filters])
}

/// Sets what a handler writes for a message. Nothing is added, so that a line
/// has to end with a line feed.
///
/// ```gleam
/// let shouting =
///   logger.to_output()
///   |> logger.formatted(fn(record) { record.text <> "!\n" })
///   |> logger.only(fn(_) { False })
/// assert logger.add(shouting, "shouting") == Ok(Nil)
/// assert logger.remove("shouting") == Ok(Nil)
/// ```
pub fn formatted(handler: Handler, format: fn(Record) -> String) -> Handler {
  Handler(..handler, format:)
}

/// Adds a handler under a name, which becomes an atom.
///
/// ```gleam
/// let none = logger.handler(fn(_) { Nil })
/// assert logger.add(none, "none") == Ok(Nil)
/// assert logger.remove("none") == Ok(Nil)
/// ```
@external(erlang, "tindra_logger_ffi", "add")
pub fn add(handler: Handler, name: String) -> Result(Nil, AddError)

/// Removes the handler with the given name; that of Erlang, which there is at
/// the start, has the name `default`. It is an error when there is none.
///
/// ```gleam
/// assert logger.remove("nobody") == Error(Nil)
/// ```
@external(erlang, "tindra_logger_ffi", "remove")
pub fn remove(name: String) -> Result(Nil, Nil)

/// The names of all handlers, in alphabetical order.
///
/// ```gleam
/// assert logger.to_output() |> logger.only(fn(_) { False }) |> logger.add("a")
///   == Ok(Nil)
/// let assert ["a", ..] = logger.handlers()
/// assert logger.remove("a") == Ok(Nil)
/// ```
@external(erlang, "tindra_logger_ffi", "handlers")
pub fn handlers() -> List(String)

// Formats

/// A message as one line: the time, the level, the text, the fields.
///
/// ```gleam
/// import gleam/time/timestamp
/// import logging
///
/// let record =
///   logger.Record(
///     level: logging.Info,
///     time: timestamp.from_unix_seconds(0),
///     text: "hello",
///     fields: [logger.text("user", "ada l"), logger.int("n", 1)],
///   )
/// assert logger.line(record)
///   == "1970-01-01T00:00:00Z info hello user=\"ada l\" n=1\n"
/// ```
pub fn line(record: Record) -> String {
  let Record(level:, time:, text:, fields:) = record
  let fields =
    list.map(fields, fn(field) { field.name <> "=" <> logfmt(field.value) })
  [rfc3339(time), level_name(level), one_line(text), ..fields]
  |> string.join(" ")
  |> string.append("\n")
}

/// A message as one line of JSON: an object with `time`, `level`, `message`
/// and the fields.
///
/// ```gleam
/// import gleam/time/timestamp
/// import logging
///
/// let record =
///   logger.Record(
///     level: logging.Info,
///     time: timestamp.from_unix_seconds(0),
///     text: "hello",
///     fields: [logger.text("user", "ada"), logger.int("n", 1)],
///   )
/// assert logger.json(record)
///   == "{\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"info\",\"message\":\"hello\",\"user\":\"ada\",\"n\":1}\n"
/// ```
pub fn json(record: Record) -> String {
  let Record(level:, time:, text:, fields:) = record
  let head = [
    Field("time", Text(rfc3339(time))),
    Field("level", Text(level_name(level))),
    Field("message", Text(text)),
  ]
  let members =
    list.append(head, fields)
    |> list.map(fn(field) { quote(field.name) <> ":" <> literal(field.value) })
  "{" <> string.join(members, ",") <> "}\n"
}

/// The name of a level, in small letters.
///
/// ```gleam
/// import logging
///
/// assert logger.level_name(logging.Warning) == "warning"
/// ```
@external(erlang, "erlang", "atom_to_binary")
pub fn level_name(level: LogLevel) -> String

fn rfc3339(time: Timestamp) -> String {
  timestamp.to_rfc3339(time, calendar.utc_offset)
}

/// Plain words stand as they are, other text in quotes.
fn logfmt(value: Value) -> String {
  case value {
    Text(text) ->
      case is_plain(text) {
        True -> text
        False -> quote(text)
      }
    _ -> literal(value)
  }
}

fn literal(value: Value) -> String {
  case value {
    Text(text) -> quote(text)
    Int(number) -> int.to_string(number)
    Float(number) -> float.to_string(number)
    Bool(True) -> "true"
    Bool(False) -> "false"
  }
}

fn is_plain(text: String) -> Bool {
  text != ""
  && !list.any([" ", "\"", "=", "\n", "\r", "\t", "\\"], string.contains(
    text,
    _,
  ))
}

fn one_line(text: String) -> String {
  text |> string.replace("\r", "") |> string.replace("\n", " ")
}

@external(erlang, "tindra_logger_ffi", "quote")
fn quote(text: String) -> String
