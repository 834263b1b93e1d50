//// Actors: processes that hold a state and change it with each message, one
//// after the other. They are what most of a concurrent program is made of.
////
//// ```gleam
//// import gleam/erlang/process.{type Subject}
//// import gleam/otp/actor
////
//// pub type Message {
////   Increment
////   GetCount(reply_to: Subject(Int))
//// }
////
//// fn handle_message(count: Int, message: Message) -> actor.Next(Int, Message) {
////   case message {
////     Increment -> actor.continue(count + 1)
////     GetCount(reply_to) -> {
////       actor.send(reply_to, count)
////       actor.continue(count)
////     }
////   }
//// }
////
//// pub fn main() {
////   let assert Ok(counter) =
////     actor.new(0) |> actor.on_message(handle_message) |> actor.start
////   actor.send(counter.data, Increment)
////   assert actor.call(counter.data, waiting: 1000, sending: GetCount) == 1
//// }
//// ```
////
//// An actor is started like any process of OTP: its starter is told when it is
//// ready, is linked to it, and can be a supervisor. It answers the system
//// messages of OTP's `sys` module and its crashes are logged: from an Erlang shell
//// `sys:get_state(Pid)` shows its state, `sys:trace(Pid, true)` prints its
//// messages, and `sys:change_code(Pid, Module, OldVersion, Extra)` of a suspended
//// actor calls `code_change` of the module, if there is such a function, with the
//// old version, the state and the extra value. That gives `Ok` of the new state.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/atom
import gleam/erlang/process.{
  type ExitMessage, type ExitReason, type Name, type Pid, type Selector,
  type Subject,
}
import gleam/option.{type Option, None, Some}
import gleam/result

/// What an actor does after a message: made with `continue`, `stop` and
/// `stop_abnormal`.
pub opaque type Next(state, message) {
  Continue(state: state, selector: Option(Selector(message)))
  Stop(reason: ExitReason)
}

/// Goes on to the next message with a new state.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let add = fn(total, number) { actor.continue(total + number) }
/// let assert Ok(adder) = actor.new(0) |> actor.on_message(add) |> actor.start
/// actor.send(adder.data, 2)
/// actor.send(adder.data, 3)
/// assert decode.run(system.get_state(adder.pid), decode.int) == Ok(5)
/// ```
pub fn continue(state: state) -> Next(state, message) {
  Continue(state:, selector: None)
}

/// Ends the actor: it has done what it was there for.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let handle = fn(_state, _message) { actor.stop() }
/// let assert Ok(worker) =
///   actor.new(Nil) |> actor.on_message(handle) |> actor.start
/// let monitor = process.monitor(worker.pid)
/// actor.send(worker.data, "that was all")
/// let reason =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(down) { down.reason })
///   |> process.selector_receive(within: 1000)
/// assert reason == Ok(process.Normal)
/// ```
pub fn stop() -> Next(state, message) {
  Stop(process.Normal)
}

/// Ends the actor because something is wrong. Linked processes end too, and a
/// supervisor starts the actor anew if that is its strategy.
///
/// ```gleam
/// import gleam/dynamic
/// import gleam/erlang/process
///
/// let handle = fn(_state, _message) { actor.stop_abnormal("out of paper") }
/// let assert Ok(printer) =
///   actor.new(Nil) |> actor.on_message(handle) |> actor.start
/// process.unlink(printer.pid)
/// let monitor = process.monitor(printer.pid)
/// actor.send(printer.data, "a long letter")
/// let reason =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(down) { down.reason })
///   |> process.selector_receive(within: 1000)
/// assert reason == Ok(process.Abnormal(dynamic.string("out of paper")))
/// ```
pub fn stop_abnormal(reason: String) -> Next(state, message) {
  Stop(process.Abnormal(dynamic.string(reason)))
}

/// Changes what the actor receives from now on. The selector takes the place of
/// the one before, whose sources it has to include if they shall still count.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
/// import gleam/otp/system
///
/// // A message 0 opens another subject, and the actor listens to that one then.
/// let opened = process.new_subject()
/// let handle = fn(total, number) {
///   case number {
///     0 -> {
///       let subject = process.new_subject()
///       process.send(opened, subject)
///       let selector = process.new_selector() |> process.select(subject)
///       actor.continue(total) |> actor.with_selector(selector)
///     }
///     _ -> actor.continue(total + number)
///   }
/// }
/// let assert Ok(adder) = actor.new(1) |> actor.on_message(handle) |> actor.start
/// actor.send(adder.data, 0)
/// let assert Ok(subject) = process.receive(opened, within: 1000)
/// actor.send(subject, 5)
/// assert decode.run(system.get_state(adder.pid), decode.int) == Ok(6)
/// ```
pub fn with_selector(
  value: Next(state, message),
  selector: Selector(message),
) -> Next(state, message) {
  case value {
    Continue(state:, ..) -> Continue(state:, selector: Some(selector))
    Stop(_) -> value
  }
}

/// A process that was started.
pub type Started(data) {
  Started(
    /// The process, by which it can be monitored or killed.
    pid: Pid,
    /// What its users need: for most actors the subject to send messages to.
    data: data,
  )
}

/// Why a process was not started.
pub type StartError {
  /// It was not ready in time and has been killed.
  InitTimeout
  /// Its initialiser gave this error.
  InitFailed(String)
  /// It ended before it was ready.
  InitExited(ExitReason)
}

/// What the start functions of actors and supervisors give.
pub type StartResult(data) =
  Result(Started(data), StartError)

/// What the initialiser of an actor gives, made with `initialised`.
pub opaque type Initialised(state, message, data) {
  Initialised(state: state, selector: Option(Selector(message)), data: data)
}

/// An actor that is ready, with its first state. It receives messages to the
/// subject that its initialiser was given, see `selecting`, and its starter is
/// given nothing but the process, see `returning`.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let assert Ok(worker) =
///   actor.new_with_initialiser(1000, fn(_) { Ok(actor.initialised("ready")) })
///   |> actor.start
/// assert worker.data == Nil
/// assert decode.run(system.get_state(worker.pid), decode.string) == Ok("ready")
/// ```
pub fn initialised(state: state) -> Initialised(state, message, Nil) {
  Initialised(state:, selector: None, data: Nil)
}

/// Sets what the actor receives. The selector takes the place of the subject
/// that the initialiser was given, so add that to it if it shall still count.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
/// import gleam/otp/system
/// import gleam/string
///
/// let initialise = fn(_) {
///   let words = process.new_subject()
///   let lengths =
///     process.new_selector() |> process.select_map(words, string.length)
///   actor.initialised(0)
///   |> actor.selecting(lengths)
///   |> actor.returning(words)
///   |> Ok
/// }
/// let assert Ok(adder) =
///   actor.new_with_initialiser(1000, initialise)
///   |> actor.on_message(fn(total, length) { actor.continue(total + length) })
///   |> actor.start
/// actor.send(adder.data, "hello")
/// assert decode.run(system.get_state(adder.pid), decode.int) == Ok(5)
/// ```
pub fn selecting(
  initialised: Initialised(state, old_message, data),
  selector: Selector(message),
) -> Initialised(state, message, data) {
  Initialised(..initialised, selector: Some(selector))
}

/// Sets what the starter of the actor is given as `data`.
///
/// ```gleam
/// let initialise = fn(subject) {
///   Ok(actor.initialised(0) |> actor.returning(#("adder", subject)))
/// }
/// let assert Ok(adder) =
///   actor.new_with_initialiser(1000, initialise)
///   |> actor.on_message(fn(total, number) { actor.continue(total + number) })
///   |> actor.start
/// let #(title, subject) = adder.data
/// assert title == "adder"
/// actor.send(subject, 5)
/// ```
pub fn returning(
  initialised: Initialised(state, message, old_data),
  data: data,
) -> Initialised(state, message, data) {
  Initialised(..initialised, data:)
}

/// A description of an actor that can be started, any number of times.
pub opaque type Builder(state, message, data) {
  Builder(
    initialise: fn(Subject(message)) ->
      Result(Initialised(state, message, data), String),
    timeout: Int,
    on_message: fn(state, message) -> Next(state, message),
    name: Option(Name(message)),
  )
}

/// An actor with the given first state, whose starter gets the subject to send
/// messages to. It takes no notice of messages until `on_message` says what to
/// do with them.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let add = fn(total, number) { actor.continue(total + number) }
/// let assert Ok(adder) = actor.new(10) |> actor.on_message(add) |> actor.start
/// actor.send(adder.data, 5)
/// assert decode.run(system.get_state(adder.pid), decode.int) == Ok(15)
/// ```
pub fn new(state: state) -> Builder(state, message, Subject(message)) {
  new_with_initialiser(1000, fn(subject) {
    Ok(initialised(state) |> returning(subject))
  })
}

/// An actor whose first state is made in its own process, by a function that
/// is given a subject owned by the actor. The start waits for it, at most the
/// given number of milliseconds.
///
/// ```gleam
/// let builder = fn(answer) { actor.new_with_initialiser(1000, fn(_) { answer }) }
/// let assert Ok(_) = builder(Ok(actor.initialised(1))) |> actor.start
/// assert actor.start(builder(Error("the disk is full")))
///   == Error(actor.InitFailed("the disk is full"))
/// ```
pub fn new_with_initialiser(
  timeout: Int,
  initialise: fn(Subject(message)) ->
    Result(Initialised(state, message, data), String),
) -> Builder(state, message, data) {
  Builder(
    initialise:,
    timeout:,
    on_message: fn(state, _message) { continue(state) },
    name: None,
  )
}

/// Sets the function that is run for each message.
///
/// It is run in the process of the actor, which does nothing else meanwhile:
/// what takes long belongs into another process.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let handle = fn(names, name) { actor.continue([name, ..names]) }
/// let assert Ok(guests) = actor.new([]) |> actor.on_message(handle) |> actor.start
/// actor.send(guests.data, "Ada")
/// actor.send(guests.data, "Bob")
/// assert decode.run(system.get_state(guests.pid), decode.list(decode.string))
///   == Ok(["Bob", "Ada"])
/// ```
pub fn on_message(
  builder: Builder(state, message, data),
  handler: fn(state, message) -> Next(state, message),
) -> Builder(state, message, data) {
  Builder(..builder, on_message: handler)
}

/// Sets the name that the actor takes when it starts. The subject of the name
/// then is the one its initialiser gets. When the name is taken the actor does
/// not start.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let name = process.new_name("adder")
/// let builder =
///   actor.new(0)
///   |> actor.on_message(fn(total, number) { actor.continue(total + number) })
///   |> actor.named(name)
/// let assert Ok(adder) = actor.start(builder)
/// assert process.named(name) == Ok(adder.pid)
/// actor.send(process.named_subject(name), 5)
/// // The name is taken, for as long as that actor lives.
/// let assert Error(actor.InitFailed(_)) = actor.start(builder)
/// ```
pub fn named(
  builder: Builder(state, message, data),
  name: Name(message),
) -> Builder(state, message, data) {
  Builder(..builder, name: Some(name))
}

/// Starts the actor, linked to this process, and waits until it is ready.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(adder) =
///   actor.new(0)
///   |> actor.on_message(fn(total, number) { actor.continue(total + number) })
///   |> actor.start
/// assert process.is_alive(adder.pid)
/// actor.send(adder.data, 5)
/// ```
pub fn start(builder: Builder(state, message, data)) -> StartResult(data) {
  let parent = process.self()
  let ack = process.new_subject()
  let child = process.spawn(fn() { initialise(builder, parent, ack) })
  let monitor = process.monitor(child)
  let outcome =
    process.new_selector()
    |> process.select_map(ack, Acknowledged)
    |> process.select_specific_monitor(monitor, fn(down) { Exited(down.reason) })
    |> process.selector_receive(builder.timeout)

  case outcome {
    Ok(Acknowledged(Ok(data))) -> {
      process.demonitor_process(monitor)
      Ok(Started(pid: child, data:))
    }
    // Nothing of a start that did not succeed must be left when it returns: no
    // name that is still taken, and no message on an exit the caller cannot
    // know of.
    Ok(Acknowledged(Error(reason))) -> {
      await_down(monitor)
      forget_link(child)
      Error(InitFailed(reason))
    }
    Ok(Exited(reason)) -> {
      forget_link(child)
      Error(InitExited(reason))
    }
    Error(Nil) -> {
      process.unlink(child)
      process.kill(child)
      await_down(monitor)
      forget_link(child)
      Error(InitTimeout)
    }
  }
}

type StartOutcome(data) {
  Acknowledged(Result(data, String))
  Exited(ExitReason)
}

fn await_down(monitor: process.Monitor) -> Nil {
  process.new_selector()
  |> process.select_specific_monitor(monitor, fn(_) { Nil })
  |> process.selector_receive_forever
}

/// Takes away the link to a process and its exit message, if that came.
@external(erlang, "gleam_otp_ffi", "forget_link")
fn forget_link(pid: Pid) -> Nil

/// The first function of the actor's process.
fn initialise(
  builder: Builder(state, message, data),
  parent: Pid,
  ack: Subject(Result(data, String)),
) -> Nil {
  let outcome = {
    use subject <- result.try(make_subject(builder.name))
    use initialised <- result.map(builder.initialise(subject))
    let default = fn() { process.select(process.new_selector(), subject) }
    #(initialised, option.lazy_unwrap(initialised.selector, default))
  }
  case outcome {
    Error(reason) -> process.send(ack, Error(reason))
    Ok(#(Initialised(state:, data:, ..), selector)) -> {
      let on_message = builder.on_message
      put_initial_call(on_message)
      process.send(ack, Ok(data))
      let selector = complete_selector(selector)
      loop(Loop(parent:, state:, selector:, on_message:, debug: new_debug()))
    }
  }
}

fn make_subject(
  name: Option(Name(message)),
) -> Result(Subject(message), String) {
  case name {
    None -> Ok(process.new_subject())
    Some(name) ->
      process.register(process.self(), name)
      |> result.replace(process.named_subject(name))
      |> result.replace_error("name already registered")
  }
}

/// All that a running actor has.
type Loop(state, message) {
  Loop(
    parent: Pid,
    state: state,
    selector: Selector(Received(message)),
    on_message: fn(state, message) -> Next(state, message),
    debug: Debug,
  )
}

/// What OTP's debugging functions keep in the process.
type Debug

type Received(message) {
  /// A message for the user's function.
  Message(message)
  /// A request of OTP, see `gleam/otp/system`.
  System(Dynamic)
  /// The exit of a linked process that the user's selector does not include.
  LinkedExit(ExitMessage)
  /// A message that has no source.
  Unexpected(Dynamic)
}

/// Adds to the user's selector what every actor receives. System messages are
/// always for OTP, the others only for want of a source of the user's.
fn complete_selector(
  selector: Selector(message),
) -> Selector(Received(message)) {
  process.new_selector()
  |> process.select_trapped_exits(LinkedExit)
  |> process.select_other(Unexpected)
  |> process.merge_selector(process.map_selector(selector, Message))
  |> process.select_record(atom.create("system"), fields: 2, mapping: System)
}

fn loop(self: Loop(state, message)) -> Nil {
  case process.selector_receive_forever(self.selector) {
    Message(message) -> {
      let debug = debug_message(self.debug, message)
      case self.on_message(self.state, message) {
        Continue(state:, selector: None) -> {
          let debug = debug_state(debug, state)
          loop(Loop(..self, state:, debug:))
        }
        Continue(state:, selector: Some(selector)) -> {
          let debug = debug_state(debug, state)
          let selector = complete_selector(selector)
          loop(Loop(..self, state:, selector:, debug:))
        }
        Stop(reason) -> exit(reason)
      }
    }

    System(message) ->
      handle_system_message(
        message,
        self.parent,
        self.debug,
        Suspended(state: self.state, continue: fn(state, debug) {
          loop(Loop(..self, state:, debug:))
        }),
      )

    // Who started the actor tells it to stop, which is how supervisors do it.
    LinkedExit(process.ExitMessage(pid:, reason:)) if pid == self.parent ->
      exit(reason)

    LinkedExit(exit_message) -> {
      log_unexpected(exit_message)
      loop(self)
    }

    Unexpected(message) -> {
      log_unexpected(message)
      loop(self)
    }
  }
}

/// An actor in the hands of OTP's `sys` module, which may look at the state,
/// exchange it, keep the actor for as long as it is suspended, and continues it
/// in the end.
type Suspended(state) {
  Suspended(state: state, continue: fn(state, Debug) -> Nil)
}

@external(erlang, "gleam_otp_ffi", "handle_system_message")
fn handle_system_message(
  message: Dynamic,
  parent: Pid,
  debug: Debug,
  suspended: Suspended(state),
) -> Nil

@external(erlang, "gleam_otp_ffi", "new_debug")
fn new_debug() -> Debug

/// Tells the debugging functions that were installed with `sys` of a message.
@external(erlang, "gleam_otp_ffi", "debug_message")
fn debug_message(debug: Debug, message: message) -> Debug

/// Tells the debugging functions of the state after a message.
@external(erlang, "gleam_otp_ffi", "debug_new_state")
fn debug_state(debug: Debug, state: state) -> Debug

/// Lets observers show the function for the messages as what the process runs:
/// all actors have the first function of the process in common.
@external(erlang, "gleam_otp_ffi", "put_initial_call")
fn put_initial_call(
  on_message: fn(state, message) -> Next(state, message),
) -> Nil

@external(erlang, "gleam_otp_ffi", "exit_with")
fn exit(reason: ExitReason) -> Nil

@external(erlang, "gleam_otp_ffi", "log_unexpected")
fn log_unexpected(message: anything) -> Nil

/// Sends a message to a subject. The same as `process.send`, here so that the
/// users of an actor need one import.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let handle = fn(names, name) { actor.continue([name, ..names]) }
/// let assert Ok(guests) = actor.new([]) |> actor.on_message(handle) |> actor.start
/// actor.send(guests.data, "Ada")
/// assert decode.run(system.get_state(guests.pid), decode.list(decode.string))
///   == Ok(["Ada"])
/// ```
pub fn send(subject: Subject(message), message: message) -> Nil {
  process.send(subject, message)
}

/// Sends a request and waits for the reply to it. The same as `process.call`,
/// here so that the users of an actor need one import.
///
/// ```gleam
/// // Each message is the subject to send the next number to.
/// let handle = fn(number, reply_to) {
///   actor.send(reply_to, number)
///   actor.continue(number + 1)
/// }
/// let assert Ok(numbers) = actor.new(1) |> actor.on_message(handle) |> actor.start
/// let request = fn(reply_to) { reply_to }
/// assert actor.call(numbers.data, waiting: 1000, sending: request) == 1
/// assert actor.call(numbers.data, waiting: 1000, sending: request) == 2
/// ```
///
/// # Panics
///
/// When the reply does not come within the given number of milliseconds, and
/// when the actor ends before it has replied.
pub fn call(
  subject: Subject(message),
  waiting timeout: Int,
  sending make_message: fn(Subject(reply)) -> message,
) -> reply {
  process.call(subject, timeout, make_message)
}
