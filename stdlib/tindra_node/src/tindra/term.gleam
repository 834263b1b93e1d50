//// Decoders for the values of Gleam themselves, as they are when a message
//// brings them from another node: a constructor with fields is a tuple with
//// the constructor's name in front, one without is an atom.
////
//// They go together with those of `gleam/dynamic/decode`:
////
//// ```gleam
//// import gleam/dynamic/decode
//// import gleam/option.{None, Some}
////
//// let decoder = {
////   let some = term.constructor("Some", 1, {
////     use number <- decode.field(1, decode.int)
////     decode.success(Some(number))
////   })
////   let none = term.constructor("None", 0, decode.success(None))
////   decode.one_of(none, or: [some])
//// }
//// assert decode.run(term.of(Some(1)), decoder) == Ok(Some(1))
//// assert decode.run(term.of(None), decoder) == Ok(None)
//// ```

import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode.{type Decoder}
import gleam/erlang/process.{type Pid, type Subject}
import gleam/option.{type Option, None, Some}
import gleam/string

/// Any value, with its type forgotten.
///
/// ```gleam
/// import gleam/dynamic
///
/// assert term.of(1) == dynamic.int(1)
/// ```
@external(erlang, "tindra_node_ffi", "identity")
pub fn of(value: anything) -> Dynamic

/// A decoder for one constructor of a custom type: its name as it is written
/// in Gleam, how many fields it has, and a decoder that finds the first field
/// at 1, the second at 2 and so on. Put the constructors of a type together
/// with `decode.one_of`.
///
/// ```gleam
/// import gleam/dynamic/decode
///
/// let decoder = term.constructor("Ok", 1, decode.at([1], decode.int))
/// assert decode.run(term.of(Ok(5)), decoder) == Ok(5)
/// let assert Error(_) = decode.run(term.of(Error(5)), decoder)
/// ```
pub fn constructor(
  name: String,
  fields fields: Int,
  decoding decoder: Decoder(a),
) -> Decoder(a) {
  guarded(name, decoder, is_constructor(_, tag(name), fields))
}

/// A decoder for tuples of a size. It finds their elements at 0, 1 and so on.
///
/// ```gleam
/// import gleam/dynamic/decode
///
/// let decoder = term.tuple(2, {
///   use name <- decode.field(0, decode.string)
///   use age <- decode.field(1, decode.int)
///   decode.success(#(name, age))
/// })
/// assert decode.run(term.of(#("ada", 36)), decoder) == Ok(#("ada", 36))
/// let assert Error(_) = decode.run(term.of(#("ada", 36, 1)), decoder)
/// ```
pub fn tuple(size: Int, decoding decoder: Decoder(a)) -> Decoder(a) {
  guarded("Tuple of " <> string.inspect(size), decoder, is_tuple(_, size))
}

/// A decoder for `Nil`.
///
/// ```gleam
/// import gleam/dynamic/decode
///
/// assert decode.run(term.of(Nil), term.nil()) == Ok(Nil)
/// ```
pub fn nil() -> Decoder(Nil) {
  guarded("Nil", decode.success(Nil), fn(data) { data == of(Nil) })
}

/// A decoder for `Result`.
///
/// ```gleam
/// import gleam/dynamic/decode
///
/// let decoder = term.result(decode.int, decode.string)
/// assert decode.run(term.of(Ok(1)), decoder) == Ok(Ok(1))
/// assert decode.run(term.of(Error("no")), decoder) == Ok(Error("no"))
/// ```
pub fn result(ok: Decoder(a), error: Decoder(e)) -> Decoder(Result(a, e)) {
  let ok = decode.map(decode.at([1], ok), Ok)
  let error = decode.map(decode.at([1], error), Error)
  decode.one_of(constructor("Ok", 1, ok), or: [constructor("Error", 1, error)])
}

/// A decoder for `Option`. Other than `decode.optional` it wants the value to
/// be an `Option` already.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/option.{Some}
///
/// let decoder = term.option(decode.int)
/// assert decode.run(term.of(Some(1)), decoder) == Ok(Some(1))
/// let assert Error(_) = decode.run(term.of(1), decoder)
/// ```
pub fn option(some: Decoder(a)) -> Decoder(Option(a)) {
  let some = decode.map(decode.at([1], some), Some)
  decode.one_of(constructor("None", 0, decode.success(None)), or: [
    constructor("Some", 1, some),
  ])
}

/// A decoder for processes.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
///
/// let me = process.self()
/// assert decode.run(term.of(me), term.pid()) == Ok(me)
/// ```
pub fn pid() -> Decoder(Pid) {
  checked("Pid", pid_or_self)
}

/// A decoder for subjects, which have to be those of a process and not of a
/// name. That a subject is for messages of the right type cannot be seen from
/// the subject: the version of the protocol that its message belongs to
/// answers for that.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process.{type Subject}
///
/// let answers: Subject(Int) = process.new_subject()
/// assert decode.run(term.of(answers), term.subject()) == Ok(answers)
/// let assert Error(_) = decode.run(term.of(1), term.subject())
/// ```
pub fn subject() -> Decoder(Subject(message)) {
  checked("Subject", subject_or_new)
}

/// Gives the value that the check finds, or another of its type to go on with.
fn checked(name: String, check: fn(Dynamic) -> Result(a, a)) -> Decoder(a) {
  use data <- decode.then(decode.dynamic)
  case check(data) {
    Ok(value) -> decode.success(value)
    Error(other) -> decode.failure(other, name)
  }
}

/// The decoder, for data that passes the check. For other data there is one
/// error that has the name; the decoder then only gives a value to go on with.
fn guarded(
  name: String,
  decoder: Decoder(a),
  check: fn(Dynamic) -> Bool,
) -> Decoder(a) {
  use data <- decode.then(decode.dynamic)
  case check(data) {
    True -> decoder
    False ->
      decoder
      |> decode.then(decode.failure(_, name))
      |> decode.collapse_errors(name)
  }
}

/// `HTTPGet` is `h_t_t_p_get`: each capital letter begins a word.
fn tag(name: String) -> String {
  string.to_graphemes(name) |> snake("")
}

fn snake(rest: List(String), done: String) -> String {
  case rest {
    [] -> done
    [letter, ..rest] -> {
      let lower = string.lowercase(letter)
      case lower == letter || done == "" {
        True -> snake(rest, done <> lower)
        False -> snake(rest, done <> "_" <> lower)
      }
    }
  }
}

@external(erlang, "tindra_node_ffi", "is_constructor")
fn is_constructor(data: Dynamic, tag: String, fields: Int) -> Bool

@external(erlang, "tindra_node_ffi", "is_tuple")
fn is_tuple(data: Dynamic, size: Int) -> Bool

@external(erlang, "tindra_node_ffi", "pid_or_self")
fn pid_or_self(data: Dynamic) -> Result(Pid, Pid)

@external(erlang, "tindra_node_ffi", "subject_or_new")
fn subject_or_new(data: Dynamic) -> Result(Subject(message), Subject(message))
