//// State machines: processes that treat a message differently in each of their
//// states. They run in `gen_statem` of OTP.
////
//// The states are values of a type of yours, the messages of another, and one
//// function is given both: `case state, message` then has the compiler look
//// for pairs that were forgotten. What belongs to one state only stands in the
//// fields of its variant, what belongs to all of them in the data, a value of a
//// third type.
////
//// ```gleam
//// import gleam/dynamic/decode
//// import gleam/otp/system
//// import gleam/erlang/process
////
//// let handle = fn(open, count, message) {
////   case open, message {
////     False, "push" -> statem.change(to: True, data: count + 1)
////     True, "pull" -> statem.change(to: False, data: count)
////     _, _ -> statem.keep(count)
////   }
//// }
//// let assert Ok(door) =
////   statem.new(state: False, data: 0) |> statem.on_message(handle) |> statem.start
//// statem.send(door.data, "push")
//// let data = decode.at([1], decode.int)
//// assert decode.run(system.get_state(door.pid), data) == Ok(1)
//// ```
////
//// A machine goes from one state to another when the two values are not equal.
//// Then messages that were postponed come again, and the state timeout is
//// cancelled.
////
//// Machines answer the messages of OTP's `sys` module. From an Erlang shell,
//// `sys:get_state(Pid)` gives a pair of the state and the data, and `sys:trace`,
//// `sys:suspend` and the others work too.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/process.{type ExitReason, type Name, type Pid, type Subject}
import gleam/option.{type Option, None, Some}
import gleam/otp/actor
import gleam/otp/supervision.{type ChildSpecification}
import gleam/result

/// What a machine does next: made with `keep`, `change`, `repeat`, `stop` and
/// `stop_abnormal`, to which timeouts and the like are added.
///
/// The phase is `Handling` after a message and `Entering` after a state was
/// entered, when less is possible.
pub opaque type Next(state, data, message, phase) {
  Next(transition: Transition(state, data), actions: List(Action(message)))
}

/// The phase in which a message is handled.
pub type Handling

/// The phase in which a state is entered.
pub type Entering

type Transition(state, data) {
  Keep(data)
  Change(state, data)
  Repeat(data)
  Stop(ExitReason)
}

type Action(message) {
  Postpone
  NextEvent(message)
  Hibernate
  StateTimeout(milliseconds: Int, message: message)
  EventTimeout(milliseconds: Int, message: message)
  NamedTimeout(name: String, milliseconds: Int, message: message)
  CancelStateTimeout
  CancelNamedTimeout(name: String)
  Reply(fn() -> Nil)
}

/// Stays in the state. The state timeout goes on.
///
/// ```gleam
/// let next: statem.Next(Bool, Int, String, statem.Handling) = statem.keep(1)
/// assert next == statem.keep(1)
/// ```
pub fn keep(data: data) -> Next(state, data, message, phase) {
  Next(Keep(data), [])
}

/// Goes to a state. When it is equal to the one the machine is in this is the
/// same as `keep`.
///
/// ```gleam
/// let next: statem.Next(Bool, Int, String, statem.Handling) =
///   statem.change(to: True, data: 1)
/// assert next != statem.keep(1)
/// ```
pub fn change(
  to state: state,
  data data: data,
) -> Next(state, data, message, Handling) {
  Next(Change(state, data), [])
}

/// Enters the state anew: what is postponed comes again, the state timeout is
/// cancelled, and the function of `on_enter` is run.
///
/// ```gleam
/// let next: statem.Next(Bool, Int, String, statem.Handling) =
///   statem.repeat(1)
/// assert next != statem.keep(1)
/// ```
pub fn repeat(data: data) -> Next(state, data, message, Handling) {
  Next(Repeat(data), [])
}

/// Ends the machine: it has done what it was there for.
///
/// ```gleam
/// let handle = fn(_state, _data, _message) { statem.stop() }
/// let assert Ok(machine) =
///   statem.new(Nil, Nil) |> statem.on_message(handle) |> statem.start
/// statem.send(machine.data, "enough")
/// ```
pub fn stop() -> Next(state, data, message, phase) {
  Next(Stop(process.Normal), [])
}

/// Ends the machine because something is wrong. Linked processes end too, and a
/// supervisor starts the machine anew if that is its strategy.
///
/// ```gleam
/// let next: statem.Next(Bool, Int, String, statem.Handling) =
///   statem.stop_abnormal("no paper")
/// assert next != statem.stop()
/// ```
pub fn stop_abnormal(reason: String) -> Next(state, data, message, phase) {
  Next(Stop(process.Abnormal(dynamic.string(reason))), [])
}

fn add(
  next: Next(state, data, message, phase),
  action: Action(message),
) -> Next(state, data, message, phase) {
  Next(..next, actions: [action, ..next.actions])
}

/// Puts the message off until the state changes. Then it is handled before
/// those that came later.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let handle = fn(ready, seen, message) {
///   case ready, message {
///     _, "ready" -> statem.change(to: True, data: seen)
///     False, _ -> statem.keep(seen) |> statem.postpone
///     True, _ -> statem.keep([message, ..seen])
///   }
/// }
/// let assert Ok(machine) =
///   statem.new(state: False, data: [])
///   |> statem.on_message(handle)
///   |> statem.start
/// statem.send(machine.data, "work")
/// statem.send(machine.data, "ready")
/// let data = decode.at([1], decode.list(decode.string))
/// assert decode.run(system.get_state(machine.pid), data) == Ok(["work"])
/// ```
pub fn postpone(
  next: Next(state, data, message, Handling),
) -> Next(state, data, message, Handling) {
  add(next, Postpone)
}

/// Handles a message of the machine's own before all that wait. Of several the
/// first that was added is handled first.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let handle = fn(_state, seen, message) {
///   let next = statem.keep([message, ..seen])
///   case message {
///     "both" -> next |> statem.raise("one") |> statem.raise("two")
///     _ -> next
///   }
/// }
/// let assert Ok(machine) =
///   statem.new(state: Nil, data: []) |> statem.on_message(handle) |> statem.start
/// statem.send(machine.data, "both")
/// let data = decode.at([1], decode.list(decode.string))
/// assert decode.run(system.get_state(machine.pid), data) == Ok(["two", "one", "both"])
/// ```
pub fn raise(
  next: Next(state, data, message, Handling),
  message: message,
) -> Next(state, data, message, Handling) {
  add(next, NextEvent(message))
}

/// Sends a reply.
///
/// ```gleam
/// let handle = fn(state, data, reply_to) {
///   statem.keep(data) |> statem.reply(to: reply_to, with: state)
/// }
/// let assert Ok(machine) =
///   statem.new(state: "idle", data: Nil)
///   |> statem.on_message(handle)
///   |> statem.start
/// assert statem.call(machine.data, waiting: 1000, sending: fn(me) { me }) == "idle"
/// ```
pub fn reply(
  next: Next(state, data, message, phase),
  to subject: Subject(reply),
  with reply: reply,
) -> Next(state, data, message, phase) {
  add(next, Reply(fn() { process.send(subject, reply) }))
}

/// Lets the machine get the message when it has been in the state, the one it
/// goes to, for a number of milliseconds. A state has one such timeout: another
/// one takes its place.
///
/// ```gleam
/// let handle = fn(open, data, message) {
///   case message {
///     "push" ->
///       statem.change(to: True, data:)
///       |> statem.state_timeout(after: 5, send: "close")
///     "close" -> statem.change(to: False, data:)
///     _ -> statem.keep(data)
///   }
/// }
/// let door = statem.new(state: False, data: Nil) |> statem.on_message(handle)
/// ```
pub fn state_timeout(
  next: Next(state, data, message, phase),
  after milliseconds: Int,
  send message: message,
) -> Next(state, data, message, phase) {
  add(next, StateTimeout(milliseconds, message))
}

/// Cancels the state timeout.
///
/// ```gleam
/// let next: statem.Next(Bool, Int, String, statem.Handling) =
///   statem.keep(1) |> statem.cancel_state_timeout
/// assert next != statem.keep(1)
/// ```
pub fn cancel_state_timeout(
  next: Next(state, data, message, phase),
) -> Next(state, data, message, phase) {
  add(next, CancelStateTimeout)
}

/// Lets the machine get the message when no other has come for a number of
/// milliseconds.
///
/// ```gleam
/// let handle = fn(_state, count, message) {
///   case message {
///     "quiet" -> statem.stop()
///     _ ->
///       statem.keep(count + 1) |> statem.event_timeout(after: 50, send: "quiet")
///   }
/// }
/// let machine = statem.new(state: Nil, data: 0) |> statem.on_message(handle)
/// ```
pub fn event_timeout(
  next: Next(state, data, message, phase),
  after milliseconds: Int,
  send message: message,
) -> Next(state, data, message, phase) {
  add(next, EventTimeout(milliseconds, message))
}

/// Lets the machine get the message after a number of milliseconds, whatever it
/// does meanwhile. There can be many such timeouts; one takes the place of
/// another of the same name.
///
/// ```gleam
/// let next: statem.Next(Bool, Int, String, statem.Handling) =
///   statem.keep(1) |> statem.timeout(named: "day", after: 1000, send: "evening")
/// assert next != statem.keep(1)
/// ```
pub fn timeout(
  next: Next(state, data, message, phase),
  named name: String,
  after milliseconds: Int,
  send message: message,
) -> Next(state, data, message, phase) {
  add(next, NamedTimeout(name, milliseconds, message))
}

/// Cancels a timeout by its name, if there is one.
///
/// ```gleam
/// let next: statem.Next(Bool, Int, String, statem.Handling) =
///   statem.keep(1) |> statem.cancel_timeout(named: "day")
/// assert next != statem.keep(1)
/// ```
pub fn cancel_timeout(
  next: Next(state, data, message, phase),
  named name: String,
) -> Next(state, data, message, phase) {
  add(next, CancelNamedTimeout(name))
}

/// Lets the machine use little memory until the next message comes, which then
/// takes longer.
///
/// ```gleam
/// let next: statem.Next(Bool, Int, String, statem.Handling) =
///   statem.keep(1) |> statem.hibernate
/// assert next != statem.keep(1)
/// ```
pub fn hibernate(
  next: Next(state, data, message, phase),
) -> Next(state, data, message, phase) {
  add(next, Hibernate)
}

/// A description of a machine that can be started, any number of times.
pub opaque type Builder(state, data, message) {
  Builder(
    initialise: fn(Subject(message)) -> Result(#(state, data), String),
    timeout: Int,
    handlers: Handlers(state, data, message),
    name: Option(Name(message)),
  )
}

/// The functions of a machine, which stay as they are while it runs.
type Handlers(state, data, message) {
  Handlers(
    on_message: fn(state, data, message) -> Next(state, data, message, Handling),
    on_enter: fn(state, state, data) -> Next(state, data, message, Entering),
    on_other: fn(Dynamic) -> Result(message, Nil),
    on_stop: fn(state, data) -> Nil,
  )
}

/// A machine with its first state and data. It takes no notice of messages until
/// `on_message` says what to do with them.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let assert Ok(machine) = statem.new(state: "idle", data: 7) |> statem.start
/// let data = decode.at([1], decode.int)
/// assert decode.run(system.get_state(machine.pid), data) == Ok(7)
/// ```
pub fn new(
  state state: state,
  data data: data,
) -> Builder(state, data, message) {
  new_with_initialiser(1000, fn(_subject) { Ok(#(state, data)) })
}

/// A machine whose first state and data are made in its own process, by a
/// function that is given the machine's subject. The start waits for it, at most
/// the given number of milliseconds.
///
/// ```gleam
/// import gleam/otp/actor
///
/// let initialise = fn(_subject) { Error("no paper") }
/// assert statem.new_with_initialiser(100, initialise) |> statem.start
///   == Error(actor.InitFailed("no paper"))
/// ```
pub fn new_with_initialiser(
  timeout: Int,
  initialise: fn(Subject(message)) -> Result(#(state, data), String),
) -> Builder(state, data, message) {
  let handlers =
    Handlers(
      on_message: fn(_state, data, _message) { keep(data) },
      on_enter: fn(_previous, _state, data) { keep(data) },
      on_other: fn(_) { Error(Nil) },
      on_stop: fn(_state, _data) { Nil },
    )
  Builder(initialise:, timeout:, handlers:, name: None)
}

/// Sets the function that is run for each message, with the state and the data.
/// Messages of timeouts and those of `raise` come to it too.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let handle = fn(_state, count, number) { statem.keep(count + number) }
/// let assert Ok(machine) =
///   statem.new(state: Nil, data: 1) |> statem.on_message(handle) |> statem.start
/// statem.send(machine.data, 2)
/// let data = decode.at([1], decode.int)
/// assert decode.run(system.get_state(machine.pid), data) == Ok(3)
/// ```
pub fn on_message(
  builder: Builder(state, data, message),
  handler: fn(state, data, message) -> Next(state, data, message, Handling),
) -> Builder(state, data, message) {
  let handlers = Handlers(..builder.handlers, on_message: handler)
  Builder(..builder, handlers:)
}

/// Sets the function that is run when a state is entered, with the state before,
/// the new one and the data. At the start the two states are the same.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/system
///
/// let enter = fn(_previous, _state, count) { statem.keep(count + 1) }
/// let assert Ok(machine) =
///   statem.new(state: Nil, data: 1) |> statem.on_enter(enter) |> statem.start
/// let data = decode.at([1], decode.int)
/// assert decode.run(system.get_state(machine.pid), data) == Ok(2)
/// ```
pub fn on_enter(
  builder: Builder(state, data, message),
  handler: fn(state, state, data) -> Next(state, data, message, Entering),
) -> Builder(state, data, message) {
  let handlers = Handlers(..builder.handlers, on_enter: handler)
  Builder(..builder, handlers:)
}

/// Sets a function that makes messages of what did not come by the machine's
/// subject: the ends of monitored processes, for one. What is an error for it is
/// logged and thrown away.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/result
///
/// let number = fn(other) {
///   decode.run(other, decode.int) |> result.replace_error(Nil)
/// }
/// let machine = statem.new(state: Nil, data: 0) |> statem.on_other(number)
/// ```
pub fn on_other(
  builder: Builder(state, data, message),
  handler: fn(Dynamic) -> Result(message, Nil),
) -> Builder(state, data, message) {
  let handlers = Handlers(..builder.handlers, on_other: handler)
  Builder(..builder, handlers:)
}

/// Sets the function that is run before the machine ends. It is not run when the
/// machine is killed, nor when a linked process ends while exits are not trapped.
///
/// ```gleam
/// let machine =
///   statem.new(state: Nil, data: 0) |> statem.on_stop(fn(_state, _data) { Nil })
/// ```
pub fn on_stop(
  builder: Builder(state, data, message),
  handler: fn(state, data) -> Nil,
) -> Builder(state, data, message) {
  let handlers = Handlers(..builder.handlers, on_stop: handler)
  Builder(..builder, handlers:)
}

/// Sets the name that the machine takes when it starts. When the name is taken
/// the machine does not start.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let name = process.new_name("door")
/// let assert Ok(door) =
///   statem.new(state: Nil, data: Nil) |> statem.named(name) |> statem.start
/// assert process.named(name) == Ok(door.pid)
/// ```
pub fn named(
  builder: Builder(state, data, message),
  name: Name(message),
) -> Builder(state, data, message) {
  Builder(..builder, name: Some(name))
}

/// Starts the machine, linked to this process, and waits until it is ready.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(machine) = statem.new(state: Nil, data: Nil) |> statem.start
/// assert process.is_alive(machine.pid)
/// ```
pub fn start(
  builder: Builder(state, data, message),
) -> actor.StartResult(Subject(message)) {
  let Builder(initialise:, timeout:, handlers:, name:) = builder
  let initialise = fn() {
    let subject = case name {
      None -> process.new_subject()
      Some(name) -> process.named_subject(name)
    }
    use #(state, data) <- result.map(initialise(subject))
    Initialised(subject:, state:, data:)
  }
  use #(pid, subject) <- result.map(start_link(
    initialise,
    handlers,
    name,
    timeout,
  ))
  actor.Started(pid:, data: subject)
}

type Initialised(state, data, message) {
  Initialised(subject: Subject(message), state: state, data: data)
}

@external(erlang, "tindra_statem_ffi", "start")
fn start_link(
  initialise: fn() -> Result(Initialised(state, data, message), String),
  handlers: Handlers(state, data, message),
  name: Option(Name(message)),
  timeout: Int,
) -> Result(#(Pid, Subject(message)), actor.StartError)

/// The machine as a child of a supervisor.
///
/// ```gleam
/// import gleam/otp/static_supervisor as supervisor
///
/// let assert Ok(_) =
///   supervisor.new(supervisor.OneForOne)
///   |> supervisor.add(statem.new(state: Nil, data: Nil) |> statem.supervised)
///   |> supervisor.start
/// ```
pub fn supervised(
  builder: Builder(state, data, message),
) -> ChildSpecification(Subject(message)) {
  supervision.worker(fn() { start(builder) })
}

/// Sends a message to a machine, the same as `process.send`.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(machine) = statem.new(state: Nil, data: Nil) |> statem.start
/// assert statem.send(machine.data, "unheard") == Nil
/// assert process.is_alive(machine.pid)
/// ```
pub fn send(subject: Subject(message), message: message) -> Nil {
  process.send(subject, message)
}

/// Sends a request and waits for the reply to it, the same as `process.call`.
///
/// # Panics
///
/// When the reply does not come within the given number of milliseconds, and
/// when the machine ends before it has replied.
///
/// ```gleam
/// let handle = fn(state, data, reply_to) {
///   statem.keep(data + 1) |> statem.reply(to: reply_to, with: #(state, data))
/// }
/// let assert Ok(machine) =
///   statem.new(state: "on", data: 0) |> statem.on_message(handle) |> statem.start
/// let ask = fn() { statem.call(machine.data, waiting: 1000, sending: fn(me) { me }) }
/// assert ask() == #("on", 0)
/// assert ask() == #("on", 1)
/// ```
pub fn call(
  subject: Subject(message),
  waiting timeout: Int,
  sending make_message: fn(Subject(reply)) -> message,
) -> reply {
  process.call(subject, timeout, make_message)
}
