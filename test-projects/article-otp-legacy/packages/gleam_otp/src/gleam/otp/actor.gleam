//// Actors in the form they had before version 1.0 of `gleam_otp`, for the
//// programs that were written then: an actor is started from its state and its
//// function, and that function is given the message before the state.
////
//// ```gleam
//// let assert Ok(subject) = actor.start(0, handle_message)
//// process.send(subject, Increment)
//// ```
////
//// New programs use version 1.0 or later.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/atom
import gleam/erlang/process.{
  type ExitReason, type Pid, type Selector, type Subject,
}
import gleam/option.{type Option, None, Some}

/// What an actor does after a message.
pub type Next(message, state) {
  /// It goes on with a state, and with a selector if there is a new one.
  Continue(state: state, selector: Option(Selector(message)))
  /// It ends.
  Stop(ExitReason)
}

/// Goes on to the next message with a new state.
pub fn continue(state: state) -> Next(message, state) {
  Continue(state:, selector: None)
}

/// Ends the actor: it has done what it was there for.
pub fn stop() -> Next(message, state) {
  Stop(process.Normal)
}

/// Changes what the actor receives from now on, besides its own subject.
pub fn with_selector(
  value: Next(message, state),
  selector: Selector(message),
) -> Next(message, state) {
  case value {
    Continue(state:, ..) -> Continue(state:, selector: Some(selector))
    Stop(_) -> value
  }
}

/// What the initialiser of an actor gives.
pub type InitResult(state, message) {
  /// The actor is ready, with its first state and what it receives besides its
  /// own subject.
  Ready(state: state, selector: Selector(message))
  /// The actor cannot start.
  Failed(String)
}

/// A description of an actor.
pub type Spec(state, message) {
  Spec(
    /// Makes the first state, in the process of the actor.
    init: fn() -> InitResult(state, message),
    /// How many milliseconds that may take.
    init_timeout: Int,
    /// Is run for each message.
    loop: fn(message, state) -> Next(message, state),
  )
}

/// Why an actor was not started.
pub type StartError {
  /// It was not ready in time and has been killed.
  InitTimeout
  /// Its initialiser gave an error, or it ended before it was ready.
  InitFailed(ExitReason)
}

/// What the start functions give.
pub type StartResult(message) =
  Result(Subject(message), StartError)

/// Starts an actor with a first state and the function that is run for each
/// message. It is linked to this process.
pub fn start(
  state: state,
  loop: fn(message, state) -> Next(message, state),
) -> StartResult(message) {
  start_spec(Spec(
    init: fn() { Ready(state, process.new_selector()) },
    init_timeout: 5000,
    loop:,
  ))
}

/// Starts the actor of a description, linked to this process, and waits until
/// it is ready.
pub fn start_spec(spec: Spec(state, message)) -> StartResult(message) {
  let parent = process.self()
  let ack = process.new_subject()
  let child = process.spawn(fn() { initialise(spec, parent, ack) })
  let monitor = process.monitor(child)
  let outcome =
    process.new_selector()
    |> process.select(ack)
    |> process.select_specific_monitor(monitor, fn(down) {
      Error(InitFailed(down.reason))
    })
    |> process.selector_receive(spec.init_timeout)
  process.demonitor_process(monitor)

  case outcome {
    Ok(result) -> result
    Error(Nil) -> {
      process.unlink(child)
      process.kill(child)
      Error(InitTimeout)
    }
  }
}

fn initialise(
  spec: Spec(state, message),
  parent: Pid,
  ack: Subject(StartResult(message)),
) -> Nil {
  let subject = process.new_subject()
  case spec.init() {
    Failed(reason) -> {
      let reason = process.Abnormal(dynamic.string(reason))
      process.send(ack, Error(InitFailed(reason)))
    }
    Ready(state:, selector:) -> {
      process.send(ack, Ok(subject))
      let selector = complete_selector(subject, selector)
      let debug = new_debug()
      loop(Actor(parent:, subject:, state:, selector:, loop: spec.loop, debug:))
    }
  }
}

/// All that a running actor has.
type Actor(state, message) {
  Actor(
    parent: Pid,
    subject: Subject(message),
    state: state,
    selector: Selector(Received(message)),
    loop: fn(message, state) -> Next(message, state),
    debug: Debug,
  )
}

/// What OTP's debugging functions keep in the process.
type Debug

type Received(message) {
  Message(message)
  System(Dynamic)
  Unexpected(Dynamic)
}

fn complete_selector(
  subject: Subject(message),
  selector: Selector(message),
) -> Selector(Received(message)) {
  process.new_selector()
  |> process.select_other(Unexpected)
  |> process.merge_selector(process.map_selector(selector, Message))
  |> process.select_map(subject, Message)
  |> process.select_record(atom.create("system"), fields: 2, mapping: System)
}

fn loop(self: Actor(state, message)) -> Nil {
  case process.selector_receive_forever(self.selector) {
    Message(message) ->
      case self.loop(message, self.state) {
        Continue(state:, selector: None) -> loop(Actor(..self, state:))
        Continue(state:, selector: Some(selector)) -> {
          let selector = complete_selector(self.subject, selector)
          loop(Actor(..self, state:, selector:))
        }
        Stop(reason) -> exit(reason)
      }
    System(message) ->
      handle_system_message(
        message,
        self.parent,
        self.debug,
        Suspended(state: self.state, continue: fn(state, debug) {
          loop(Actor(..self, state:, debug:))
        }),
      )
    Unexpected(_) -> loop(self)
  }
}

/// An actor in the hands of OTP's `sys` module, which continues it in the end.
type Suspended(state) {
  Suspended(state: state, continue: fn(state, Debug) -> Nil)
}

@external(erlang, "gleam_otp_legacy_ffi", "handle_system_message")
fn handle_system_message(
  message: Dynamic,
  parent: Pid,
  debug: Debug,
  suspended: Suspended(state),
) -> Nil

@external(erlang, "gleam_otp_legacy_ffi", "new_debug")
fn new_debug() -> Debug

@external(erlang, "gleam_otp_legacy_ffi", "exit_with")
fn exit(reason: ExitReason) -> Nil

/// Sends a message to an actor.
pub fn send(subject: Subject(message), message: message) -> Nil {
  process.send(subject, message)
}

/// Sends a request to an actor and waits for the reply to it.
///
/// # Panics
///
/// When the reply does not come within the given number of milliseconds, and
/// when the actor ends before it has replied.
pub fn call(
  subject: Subject(message),
  make_message: fn(Subject(reply)) -> message,
  timeout: Int,
) -> reply {
  process.call(subject, waiting: timeout, sending: make_message)
}
