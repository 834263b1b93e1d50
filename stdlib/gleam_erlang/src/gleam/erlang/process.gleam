//// Processes, the units of concurrency of the Erlang virtual machine, and the
//// messages they send to each other.
////
//// A process owns `Subject`s, and whoever has a subject can send messages of
//// its type to the owner. A process waits for one subject with `receive`, or
//// for many sources at once with a `Selector`.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/atom
import gleam/erlang/port.{type Port}
import gleam/erlang/reference.{type Reference}
import gleam/string

/// The identity of a process, on this node or on another.
pub type Pid

/// The process that runs this code.
///
/// ```gleam
/// assert process.is_alive(process.self())
/// ```
@external(erlang, "erlang", "self")
pub fn self() -> Pid

/// Starts a process that runs the function, linked to this one: when either
/// of the two ends abnormally so does the other.
///
/// Long-lived processes are better started as actors of the `gleam_otp`
/// package, which work with supervisors and the tools of OTP.
///
/// ```gleam
/// let answers = process.new_subject()
/// process.spawn(fn() { process.send(answers, 6 * 7) })
/// assert process.receive(answers, within: 1000) == Ok(42)
/// ```
@external(erlang, "proc_lib", "spawn_link")
pub fn spawn(running: fn() -> anything) -> Pid

/// Starts a process that runs the function and lives on its own. Nobody is
/// told when it crashes, which is seldom what is wanted: prefer `spawn`.
///
/// ```gleam
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// process.kill(worker)
/// assert process.is_alive(process.self())
/// ```
@external(erlang, "proc_lib", "spawn")
pub fn spawn_unlinked(running: fn() -> anything) -> Pid

/// Lets this process wait for a number of milliseconds.
///
/// ```gleam
/// assert process.sleep(10) == Nil
/// ```
@external(erlang, "gleam_erlang_ffi", "sleep")
pub fn sleep(milliseconds: Int) -> Nil

/// Lets this process wait until it is told to exit. The usual end of a `main`
/// function whose work is done by other processes.
///
/// ```gleam
/// let worker = process.spawn(process.sleep_forever)
/// assert process.is_alive(worker)
/// ```
@external(erlang, "gleam_erlang_ffi", "sleep_forever")
pub fn sleep_forever() -> Nil

/// Whether a process of this node is running.
///
/// ```gleam
/// let worker = process.spawn(process.sleep_forever)
/// assert process.is_alive(worker)
/// ```
@external(erlang, "erlang", "is_process_alive")
pub fn is_alive(pid: Pid) -> Bool

// Names

/// A name under which one process of the node can be found while it has it.
/// A process that takes over a name takes over its messages from then on, so
/// a supervisor can restart it without anybody being told of a new subject.
pub type Name(message)

/// Makes a name that is unlike all others. It starts with the prefix, for the
/// people who read it in logs.
///
/// A name is an atom and atoms are never freed: make names when the program
/// starts and not again and again while it runs.
///
/// ```gleam
/// assert process.new_name("printer") != process.new_name("printer")
/// ```
@external(erlang, "gleam_erlang_ffi", "new_name")
pub fn new_name(prefix prefix: String) -> Name(message)

/// Gives the name to a process. It is an error when the process is not
/// running, the name is taken, or the process already has another one.
///
/// ```gleam
/// let name = process.new_name("printer")
/// assert process.register(process.self(), name) == Ok(Nil)
/// assert process.named(name) == Ok(process.self())
/// // It is taken now.
/// assert process.register(process.self(), name) == Error(Nil)
/// assert process.unregister(name) == Ok(Nil)
/// ```
@external(erlang, "gleam_erlang_ffi", "register_name")
pub fn register(pid: Pid, name: Name(message)) -> Result(Nil, Nil)

/// Takes the name away from the process that has it. It is an error when none
/// has.
///
/// ```gleam
/// let name = process.new_name("printer")
/// let assert Ok(Nil) = process.register(process.self(), name)
/// assert process.unregister(name) == Ok(Nil)
/// assert process.unregister(name) == Error(Nil)
/// ```
@external(erlang, "gleam_erlang_ffi", "unregister_name")
pub fn unregister(name: Name(message)) -> Result(Nil, Nil)

/// The process that has the name at this moment.
///
/// ```gleam
/// let name = process.new_name("printer")
/// assert process.named(name) == Error(Nil)
/// let printer = process.spawn(process.sleep_forever)
/// let assert Ok(Nil) = process.register(printer, name)
/// assert process.named(name) == Ok(printer)
/// ```
@external(erlang, "gleam_erlang_ffi", "whereis_name")
pub fn named(name: Name(message)) -> Result(Pid, Nil)

// Subjects

/// A place to send messages of one type to, owned by the process that receives
/// them.
pub opaque type Subject(message) {
  Subject(owner: Pid, tag: Dynamic)
  NamedSubject(name: Name(message))
}

/// Makes a subject that is owned by this process. Nobody else can receive from
/// it.
///
/// ```gleam
/// let words = process.new_subject()
/// process.send(words, "hello")
/// assert process.receive(words, within: 1000) == Ok("hello")
/// ```
pub fn new_subject() -> Subject(message) {
  Subject(owner: self(), tag: reference_to_dynamic(reference.new()))
}

/// The subject of whichever process has the name.
///
/// ```gleam
/// let name = process.new_name("printer")
/// let assert Ok(Nil) = process.register(process.self(), name)
/// let words = process.named_subject(name)
/// process.send(words, "hello")
/// assert process.receive(words, within: 1000) == Ok("hello")
/// assert process.unregister(name) == Ok(Nil)
/// ```
pub fn named_subject(name: Name(message)) -> Subject(message) {
  NamedSubject(name)
}

/// Makes a subject of parts that must fit together, which is not checked: the
/// owner has to know that messages with the tag are of the subject's type.
@internal
pub fn unsafely_create_subject(owner: Pid, tag: Dynamic) -> Subject(message) {
  Subject(owner, tag)
}

/// The name of a subject made with `named_subject`; an error for all others.
///
/// ```gleam
/// let name = process.new_name("printer")
/// assert process.subject_name(process.named_subject(name)) == Ok(name)
/// assert process.subject_name(process.new_subject()) == Error(Nil)
/// ```
pub fn subject_name(subject: Subject(message)) -> Result(Name(message), Nil) {
  case subject {
    NamedSubject(name) -> Ok(name)
    Subject(..) -> Error(Nil)
  }
}

/// The process that receives the messages of a subject. It is an error when
/// the subject has a name that no process has at this moment.
///
/// ```gleam
/// assert process.subject_owner(process.new_subject()) == Ok(process.self())
/// let nobody = process.named_subject(process.new_name("nobody"))
/// assert process.subject_owner(nobody) == Error(Nil)
/// ```
pub fn subject_owner(subject: Subject(message)) -> Result(Pid, Nil) {
  case subject {
    NamedSubject(name) -> named(name)
    Subject(owner:, ..) -> Ok(owner)
  }
}

/// Sends a message and goes on at once, whether or not it will be received.
///
/// Messages from one process to another arrive in the order of their sending.
/// A message to a process that has ended is lost.
///
/// ```gleam
/// let words = process.new_subject()
/// process.send(words, "one")
/// process.send(words, "two")
/// assert process.receive(words, within: 1000) == Ok("one")
/// assert process.receive(words, within: 1000) == Ok("two")
/// ```
///
/// # Panics
///
/// When the subject has a name that no process has at this moment.
pub fn send(subject: Subject(message), message: message) -> Nil {
  case subject {
    Subject(owner:, tag:) -> send_raw(owner, #(tag, message))
    NamedSubject(name) -> {
      let assert Ok(owner) = named(name)
        as "A message was sent to a name that no process has"
      send_raw(owner, #(name, message))
    }
  }
}

@external(erlang, "gleam_erlang_ffi", "send")
fn send_raw(to: Pid, message: message) -> Nil

/// Waits for a message to the subject for at most a number of milliseconds.
/// Messages to other subjects stay where they are.
///
/// ```gleam
/// let words = process.new_subject()
/// assert process.receive(words, within: 10) == Error(Nil)
/// process.send(words, "hello")
/// assert process.receive(words, within: 10) == Ok("hello")
/// ```
///
/// # Panics
///
/// When the subject belongs to another process.
pub fn receive(
  from subject: Subject(message),
  within milliseconds: Int,
) -> Result(message, Nil) {
  receive_tagged(owned_tag(subject), milliseconds)
}

@external(erlang, "gleam_erlang_ffi", "receive_tagged")
fn receive_tagged(tag: Dynamic, milliseconds: Int) -> Result(message, Nil)

/// Waits for a message to the subject, for as long as it takes.
///
/// ```gleam
/// let words = process.new_subject()
/// process.send(words, "hello")
/// assert process.receive_forever(words) == "hello"
/// ```
///
/// # Panics
///
/// When the subject belongs to another process.
pub fn receive_forever(from subject: Subject(message)) -> message {
  receive_tagged_forever(owned_tag(subject))
}

@external(erlang, "gleam_erlang_ffi", "receive_tagged")
fn receive_tagged_forever(tag: Dynamic) -> message

/// The tag of a subject, of which this process must be the owner: a message to
/// another one could never arrive here and the wait for it would be in vain.
fn owned_tag(subject: Subject(message)) -> Dynamic {
  case subject_owner(subject) == Ok(self()) {
    True -> subject_tag(subject)
    False -> panic as "Cannot receive with a subject owned by another process"
  }
}

fn subject_tag(subject: Subject(message)) -> Dynamic {
  case subject {
    Subject(tag:, ..) -> tag
    NamedSubject(name) -> name_to_dynamic(name)
  }
}

/// Throws away all messages that have arrived at this process and were not
/// received, of whatever sort they are. Of use in tests, seldom elsewhere.
///
/// ```gleam
/// let words = process.new_subject()
/// process.send(words, "hello")
/// process.flush_messages()
/// assert process.receive(words, within: 10) == Error(Nil)
/// ```
@external(erlang, "gleam_erlang_ffi", "flush_messages")
pub fn flush_messages() -> Nil

/// Sends a request and waits for the reply to it for at most a number of
/// milliseconds. The function is given the subject to reply to and makes the
/// request.
///
/// ```gleam
/// let started = process.new_subject()
/// process.spawn(fn() {
///   let requests = process.new_subject()
///   process.send(started, requests)
///   let #(number, reply_to) = process.receive_forever(requests)
///   process.send(reply_to, number * 2)
/// })
/// let doubler = process.receive_forever(started)
/// let request = fn(reply_to) { #(21, reply_to) }
/// assert process.call(doubler, waiting: 1000, sending: request) == 42
/// ```
///
/// # Panics
///
/// When the reply does not come in time, when the receiver ends before it has
/// replied, and when the subject has a name that no process has.
pub fn call(
  subject: Subject(message),
  waiting timeout: Int,
  sending make_request: fn(Subject(reply)) -> message,
) -> reply {
  perform_call(subject, make_request, int_to_timeout(timeout))
}

/// Sends a request and waits for the reply to it for as long as it takes.
///
/// ```gleam
/// let started = process.new_subject()
/// process.spawn(fn() {
///   let requests = process.new_subject()
///   process.send(started, requests)
///   let #(number, reply_to) = process.receive_forever(requests)
///   process.send(reply_to, number * 2)
/// })
/// let doubler = process.receive_forever(started)
/// assert process.call_forever(doubler, fn(reply_to) { #(21, reply_to) }) == 42
/// ```
///
/// # Panics
///
/// When the receiver ends before it has replied, and when the subject has a
/// name that no process has.
pub fn call_forever(
  subject: Subject(message),
  make_request: fn(Subject(reply)) -> message,
) -> reply {
  perform_call(subject, make_request, Infinity)
}

type Timeout {
  Infinity
}

@external(erlang, "gleam_erlang_ffi", "identity")
fn int_to_timeout(milliseconds: Int) -> Timeout

type CallError {
  CallTimeout
  CalleeExited(reason: ExitReason)
}

fn perform_call(
  subject: Subject(message),
  make_request: fn(Subject(reply)) -> message,
  timeout: Timeout,
) -> reply {
  let assert Ok(callee) = subject_owner(subject)
    as "A call was made to a name that no process has"
  let send_request = fn(tag) {
    send(subject, make_request(Subject(self(), tag)))
  }
  case call_process(callee, send_request, timeout) {
    Ok(reply) -> reply
    Error(CallTimeout) -> panic as "The called process did not reply in time"
    Error(CalleeExited(reason)) -> {
      let message = "The called process exited before it replied: "
      panic as { message <> string.inspect(reason) }
    }
  }
}

/// The tag that is given to `send_request` is the monitor of the called
/// process, so one reference tells the reply and the exit from all others.
@external(erlang, "gleam_erlang_ffi", "call")
fn call_process(
  callee: Pid,
  send_request: fn(Dynamic) -> Nil,
  timeout: Timeout,
) -> Result(reply, CallError)

// Timers

/// A message that is to be sent later.
pub type Timer

/// What came of `cancel_timer`.
pub type Cancelled {
  /// There was nothing to cancel: the message was sent before, or cancelled.
  TimerNotFound
  /// The message will not be sent. It would have been after this many
  /// milliseconds.
  Cancelled(time_remaining: Int)
}

/// Sends a message after a number of milliseconds.
///
/// ```gleam
/// let alarm = process.new_subject()
/// process.send_after(alarm, 50, "tea is ready")
/// assert process.receive(alarm, within: 0) == Error(Nil)
/// assert process.receive(alarm, within: 5000) == Ok("tea is ready")
/// ```
pub fn send_after(
  subject: Subject(message),
  delay: Int,
  message: message,
) -> Timer {
  case subject {
    Subject(owner:, tag:) -> timer_to_pid(delay, owner, #(tag, message))
    NamedSubject(name) -> timer_to_name(delay, name, #(name, message))
  }
}

@external(erlang, "erlang", "send_after")
fn timer_to_pid(delay: Int, to: Pid, message: message) -> Timer

@external(erlang, "erlang", "send_after")
fn timer_to_name(delay: Int, to: Name(a), message: message) -> Timer

/// Cancels a timer, if it is not too late.
///
/// ```gleam
/// let alarm = process.new_subject()
/// let timer = process.send_after(alarm, 60_000, "tea is ready")
/// let assert process.Cancelled(time_remaining:) = process.cancel_timer(timer)
/// assert time_remaining <= 60_000
/// assert process.cancel_timer(timer) == process.TimerNotFound
/// ```
@external(erlang, "gleam_erlang_ffi", "cancel_timer")
pub fn cancel_timer(timer: Timer) -> Cancelled

// Links and exits

/// Why a process ended.
pub type ExitReason {
  /// It had nothing left to do.
  Normal
  /// It was killed with `kill`.
  Killed
  /// It crashed, or was told to end with this reason.
  Abnormal(reason: Dynamic)
}

/// The exit of a linked process, as a message. See `trap_exits`.
pub type ExitMessage {
  ExitMessage(pid: Pid, reason: ExitReason)
}

/// Links this process with another: when either ends abnormally so does the
/// other. Gives `False` when the other process does not exist.
///
/// ```gleam
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// assert process.link(worker)
/// ```
@external(erlang, "gleam_erlang_ffi", "link")
pub fn link(pid pid: Pid) -> Bool

/// Takes away the link between this process and another, if there is one.
///
/// ```gleam
/// let worker = process.spawn(process.sleep_forever)
/// process.unlink(worker)
/// process.kill(worker)
/// assert process.is_alive(process.self())
/// ```
@external(erlang, "gleam_erlang_ffi", "unlink")
pub fn unlink(pid: Pid) -> Nil

/// Sets whether the exits of linked processes arrive as messages for
/// `select_trapped_exits` instead of ending this process too.
///
/// ```gleam
/// process.trap_exits(True)
/// let worker = process.spawn(process.sleep_forever)
/// process.kill(worker)
/// let exit =
///   process.new_selector()
///   |> process.select_trapped_exits(fn(exit) { exit })
///   |> process.selector_receive(within: 1000)
/// assert exit == Ok(process.ExitMessage(worker, process.Killed))
/// process.trap_exits(False)
/// ```
@external(erlang, "gleam_erlang_ffi", "trap_exits")
pub fn trap_exits(trap: Bool) -> Nil

/// Ends a process. It cannot trap this or clean up.
///
/// ```gleam
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// let monitor = process.monitor(worker)
/// process.kill(worker)
/// let reason =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(down) { down.reason })
///   |> process.selector_receive(within: 1000)
/// assert reason == Ok(process.Killed)
/// ```
@external(erlang, "gleam_erlang_ffi", "kill")
pub fn kill(pid: Pid) -> Nil

/// Tells a process that this one ended normally. Processes that do not trap
/// exits take no notice of it, this one excepted.
///
/// ```gleam
/// let worker = process.spawn(process.sleep_forever)
/// process.send_exit(to: worker)
/// assert process.is_alive(worker)
/// ```
@external(erlang, "gleam_erlang_ffi", "send_exit")
pub fn send_exit(to pid: Pid) -> Nil

/// Ends a process with a reason of any type, unless it traps exits, in which
/// case it gets a message.
///
/// ```gleam
/// import gleam/dynamic
///
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// let monitor = process.monitor(worker)
/// process.send_abnormal_exit(worker, "no paper")
/// let reason =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(down) { down.reason })
///   |> process.selector_receive(within: 1000)
/// assert reason == Ok(process.Abnormal(dynamic.string("no paper")))
/// ```
@external(erlang, "gleam_erlang_ffi", "send_abnormal_exit")
pub fn send_abnormal_exit(pid: Pid, reason: anything) -> Nil

// Monitors

/// A watch on a process or a port, which sends one message when that ends.
pub type Monitor

/// The end of something that was watched with a monitor.
pub type Down {
  ProcessDown(monitor: Monitor, pid: Pid, reason: ExitReason)
  PortDown(monitor: Monitor, port: Port, reason: ExitReason)
}

/// Watches a process. When it ends, or has ended already, this process gets a
/// message for `select_monitors` or `select_specific_monitor`. Unlike with a
/// link the two do not share their fate.
///
/// ```gleam
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// let monitor = process.monitor(worker)
/// process.kill(worker)
/// let down =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(down) { down })
///   |> process.selector_receive(within: 1000)
/// assert down == Ok(process.ProcessDown(monitor, worker, process.Killed))
/// ```
pub fn monitor(pid: Pid) -> Monitor {
  monitor_raw(Process, pid)
}

type MonitorKind {
  Process
}

@external(erlang, "erlang", "monitor")
fn monitor_raw(kind: MonitorKind, pid: Pid) -> Monitor

/// Stops watching. A message of the monitor that has arrived is thrown away.
///
/// ```gleam
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// let monitor = process.monitor(worker)
/// process.demonitor_process(monitor)
/// process.kill(worker)
/// let down =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(down) { down })
///   |> process.selector_receive(within: 50)
/// assert down == Error(Nil)
/// ```
@external(erlang, "gleam_erlang_ffi", "demonitor")
pub fn demonitor_process(monitor monitor: Monitor) -> Nil

// Selectors

/// A set of sources of messages to wait for at once, each with a function that
/// turns its messages into the one type of payload.
///
/// ```gleam
/// let clicks = process.new_subject()
/// let ticks = process.new_subject()
/// let selector =
///   process.new_selector()
///   |> process.select(clicks)
///   |> process.select_map(ticks, fn(tick) { "tick " <> tick })
/// process.send(ticks, "1")
/// process.send(clicks, "click")
/// assert process.selector_receive(selector, within: 1000) == Ok("tick 1")
/// assert process.selector_receive(selector, within: 1000) == Ok("click")
/// ```
pub type Selector(payload)

/// A selector with no source.
///
/// ```gleam
/// let empty: process.Selector(String) = process.new_selector()
/// assert process.selector_receive(empty, within: 10) == Error(Nil)
/// ```
@external(erlang, "gleam_erlang_ffi", "new_selector")
pub fn new_selector() -> Selector(payload)

/// Waits for a message from any source of the selector for at most a number of
/// milliseconds. The first that arrived is taken; messages from other sources
/// stay where they are.
///
/// ```gleam
/// let words = process.new_subject()
/// let selector = process.new_selector() |> process.select(words)
/// assert process.selector_receive(selector, within: 10) == Error(Nil)
/// process.send(words, "hello")
/// assert process.selector_receive(selector, within: 10) == Ok("hello")
/// ```
@external(erlang, "gleam_erlang_ffi", "select")
pub fn selector_receive(
  from selector: Selector(payload),
  within milliseconds: Int,
) -> Result(payload, Nil)

/// Waits for a message from any source of the selector, for as long as it
/// takes.
///
/// ```gleam
/// let words = process.new_subject()
/// process.send(words, "hello")
/// let selector = process.new_selector() |> process.select(words)
/// assert process.selector_receive_forever(selector) == "hello"
/// ```
@external(erlang, "gleam_erlang_ffi", "select")
pub fn selector_receive_forever(from selector: Selector(payload)) -> payload

/// Changes the payloads of all sources of a selector.
///
/// ```gleam
/// import gleam/string
///
/// let words = process.new_subject()
/// let lengths =
///   process.new_selector()
///   |> process.select(words)
///   |> process.map_selector(string.length)
/// process.send(words, "hello")
/// assert process.selector_receive(lengths, within: 1000) == Ok(5)
/// ```
@external(erlang, "gleam_erlang_ffi", "map_selector")
pub fn map_selector(selector: Selector(a), transform: fn(a) -> b) -> Selector(b)

/// A selector with the sources of both. For a source that is in both the
/// second selector counts.
///
/// ```gleam
/// import gleam/int
///
/// let words = process.new_subject()
/// let numbers = process.new_subject()
/// let of_words = process.new_selector() |> process.select(words)
/// let of_numbers =
///   process.new_selector() |> process.select_map(numbers, int.to_string)
/// let both = process.merge_selector(of_words, of_numbers)
/// process.send(words, "one")
/// process.send(numbers, 2)
/// assert process.selector_receive(both, within: 1000) == Ok("one")
/// assert process.selector_receive(both, within: 1000) == Ok("2")
/// ```
@external(erlang, "gleam_erlang_ffi", "merge_selector")
pub fn merge_selector(a: Selector(a), b: Selector(a)) -> Selector(a)

/// Adds a subject whose messages are payloads as they are.
///
/// ```gleam
/// let greetings = process.new_subject()
/// let farewells = process.new_subject()
/// let both =
///   process.new_selector()
///   |> process.select(greetings)
///   |> process.select(farewells)
/// process.send(farewells, "bye")
/// assert process.selector_receive(both, within: 1000) == Ok("bye")
/// ```
pub fn select(
  selector: Selector(payload),
  for subject: Subject(payload),
) -> Selector(payload) {
  select_map(selector, subject, fn(message) { message })
}

/// Adds a subject and a function for its messages.
///
/// ```gleam
/// import gleam/int
///
/// let numbers = process.new_subject()
/// let texts = process.new_selector() |> process.select_map(numbers, int.to_string)
/// process.send(numbers, 42)
/// assert process.selector_receive(texts, within: 1000) == Ok("42")
/// ```
pub fn select_map(
  selector: Selector(payload),
  for subject: Subject(message),
  mapping transform: fn(message) -> payload,
) -> Selector(payload) {
  insert_handler(selector, #(subject_tag(subject), 2), fn(message) {
    transform(message_content(1, message))
  })
}

/// Takes a subject out of a selector.
///
/// ```gleam
/// let words = process.new_subject()
/// let selector =
///   process.new_selector() |> process.select(words) |> process.deselect(words)
/// process.send(words, "hello")
/// assert process.selector_receive(selector, within: 10) == Error(Nil)
/// assert process.receive(words, within: 1000) == Ok("hello")
/// ```
pub fn deselect(
  selector: Selector(payload),
  for subject: Subject(message),
) -> Selector(payload) {
  remove_handler(selector, #(subject_tag(subject), 2))
}

/// Adds messages that are Erlang tuples: those whose first element is the tag
/// and that have the given number of elements after it. This is how messages
/// of Erlang code, which knows nothing of subjects, are received. The function
/// is given the whole tuple.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/atom
///
/// // The end of a process that is monitored is told by a tuple of Erlang,
/// // `{'DOWN', Monitor, process, Pid, Reason}`.
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// process.monitor(worker)
/// process.kill(worker)
/// let reason = decode.at([4], atom.decoder())
/// let selector =
///   process.new_selector()
///   |> process.select_record(
///     tag: atom.create("DOWN"),
///     fields: 4,
///     mapping: decode.run(_, reason),
///   )
/// assert process.selector_receive(selector, within: 1000)
///   == Ok(Ok(atom.create("killed")))
/// ```
pub fn select_record(
  selector: Selector(payload),
  tag tag: tag,
  fields arity: Int,
  mapping transform: fn(Dynamic) -> payload,
) -> Selector(payload) {
  insert_handler(selector, #(tag, arity + 1), transform)
}

/// Adds all messages that no other source of the selector has. They can be of
/// any form, which makes this the way to get unknown messages out of the
/// mailbox before it overflows.
///
/// ```gleam
/// let words = process.new_subject()
/// let forgotten = process.new_subject()
/// let selector =
///   process.new_selector()
///   |> process.select(words)
///   |> process.select_other(fn(_) { "something else" })
/// process.send(forgotten, 1)
/// assert process.selector_receive(selector, within: 1000) == Ok("something else")
/// ```
@external(erlang, "gleam_erlang_ffi", "insert_default")
pub fn select_other(
  selector: Selector(payload),
  mapping handler: fn(Dynamic) -> payload,
) -> Selector(payload)

/// Adds the exits of linked processes. They are messages only while this
/// process traps exits, see `trap_exits`.
///
/// ```gleam
/// process.trap_exits(True)
/// let worker = process.spawn(fn() { Nil })
/// let selector =
///   process.new_selector()
///   |> process.select_trapped_exits(fn(exit) { exit.reason })
/// assert process.selector_receive(selector, within: 1000) == Ok(process.Normal)
/// assert !process.is_alive(worker)
/// process.trap_exits(False)
/// ```
pub fn select_trapped_exits(
  selector: Selector(payload),
  handler: fn(ExitMessage) -> payload,
) -> Selector(payload) {
  insert_handler(selector, #(atom.create("EXIT"), 3), fn(message) {
    handler(convert_exit(message))
  })
}

/// Adds the messages of all monitors of this process.
///
/// ```gleam
/// let first = process.spawn_unlinked(process.sleep_forever)
/// let second = process.spawn_unlinked(process.sleep_forever)
/// let _ = process.monitor(first)
/// let of_second = process.monitor(second)
/// process.kill(second)
/// let selector =
///   process.new_selector()
///   |> process.select_monitors(fn(down) { down.monitor })
/// assert process.selector_receive(selector, within: 1000) == Ok(of_second)
/// ```
pub fn select_monitors(
  selector: Selector(payload),
  mapping: fn(Down) -> payload,
) -> Selector(payload) {
  insert_handler(selector, #(atom.create("DOWN"), 5), fn(message) {
    mapping(convert_down(message))
  })
}

/// Adds the message of one monitor. It goes before what `select_monitors` was
/// told to do with it.
///
/// ```gleam
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// let monitor = process.monitor(worker)
/// let selector =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(_) { "the worker has ended" })
/// process.kill(worker)
/// assert process.selector_receive(selector, within: 1000)
///   == Ok("the worker has ended")
/// ```
pub fn select_specific_monitor(
  selector: Selector(payload),
  monitor: Monitor,
  mapping: fn(Down) -> payload,
) -> Selector(payload) {
  insert_handler(selector, monitor, fn(message) {
    mapping(convert_down(message))
  })
}

/// Takes the message of one monitor out of a selector. The monitor itself goes
/// on, see `demonitor_process`.
///
/// ```gleam
/// let worker = process.spawn_unlinked(process.sleep_forever)
/// let monitor = process.monitor(worker)
/// let selector =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(_) { "the worker has ended" })
///   |> process.deselect_specific_monitor(monitor)
/// process.kill(worker)
/// assert process.selector_receive(selector, within: 50) == Error(Nil)
/// ```
pub fn deselect_specific_monitor(
  selector: Selector(payload),
  monitor: Monitor,
) -> Selector(payload) {
  remove_handler(selector, monitor)
}

@external(erlang, "gleam_erlang_ffi", "insert_handler")
fn insert_handler(
  selector: Selector(payload),
  key: key,
  handler: fn(Dynamic) -> payload,
) -> Selector(payload)

@external(erlang, "gleam_erlang_ffi", "remove_handler")
fn remove_handler(selector: Selector(payload), key: key) -> Selector(payload)

@external(erlang, "gleam_erlang_ffi", "field")
fn message_content(index: Int, message: Dynamic) -> content

@external(erlang, "gleam_erlang_ffi", "convert_exit")
fn convert_exit(message: Dynamic) -> ExitMessage

@external(erlang, "gleam_erlang_ffi", "convert_down")
fn convert_down(message: Dynamic) -> Down

@external(erlang, "gleam_erlang_ffi", "identity")
fn reference_to_dynamic(reference: Reference) -> Dynamic

@external(erlang, "gleam_erlang_ffi", "identity")
fn name_to_dynamic(name: Name(message)) -> Dynamic
