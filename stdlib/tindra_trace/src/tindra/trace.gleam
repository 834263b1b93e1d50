//// Watching what processes do while they run: which functions they call with
//// what, which messages they send and get, which processes they start.
////
//// Tracing slows down what is traced, and a busy process makes more events
//// than anybody can read. Every trace therefore ends by itself: after a number
//// of events, 1000 unless told otherwise, and after a time, five seconds.
////
//// ```gleam
//// import gleam/list
////
//// let assert Ok(repeat) = trace.function("gleam/list", "repeat", arity: 2)
//// let #(result, report) =
////   trace.new()
////   |> trace.calls(of: repeat)
////   |> trace.run(fn() { list.repeat("a", 2) })
//// assert result == ["a", "a"]
//// assert report.ended == trace.Finished
//// let assert [trace.Called(..), trace.Returned(..)] = report.events
//// ```
////
//// From OTP 27 on each trace is a session of its own. Before that a process
//// can be traced by one at a time, and traces must not run at the same time.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/process.{type ExitReason, type Pid}

/// What to watch, and how much of it.
pub opaque type Options {
  Options(
    functions: List(Function),
    kinds: List(Kind),
    children: Bool,
    at_most: Int,
    milliseconds: Int,
  )
}

type Kind {
  Sends
  Receives
  Lives
}

/// A function of a module that exists, see `function`.
pub type Function

/// Why a function cannot be watched.
pub type FunctionError {
  /// There is no such module.
  NoModule
  /// The module has no such function that others can call.
  NoFunction
}

/// What was seen, in the order in which it happened for each process.
pub type Report {
  Report(events: List(Event), ended: Ended)
}

/// Why a trace has ended.
pub type Ended {
  /// What was watched is done.
  Finished
  /// There were more events than were asked for.
  TooMany
  /// The time was over.
  TimeOver
}

/// Something that a process did.
pub type Event {
  /// It called a function.
  Called(pid: Pid, function: Function, arguments: List(Dynamic))
  /// A function that it called gave a value.
  Returned(pid: Pid, function: Function, value: Dynamic)
  /// A function that it called ended by a crash.
  Raised(pid: Pid, function: Function, reason: Dynamic)
  /// It sent a message to a process, or to a name.
  Sent(pid: Pid, to: Dynamic, message: Dynamic)
  /// A message arrived.
  Received(pid: Pid, message: Dynamic)
  /// It started a process.
  Started(pid: Pid, child: Pid)
  /// It was linked to a process or a port.
  Linked(pid: Pid, to: Dynamic)
  /// It was given a name, or one was taken away from it.
  Named(pid: Pid, name: Dynamic, has: Bool)
  /// It ended.
  Exited(pid: Pid, reason: ExitReason)
}

/// A trace that watches nothing yet.
///
/// ```gleam
/// assert trace.run(trace.new(), fn() { 1 })
///   == #(1, trace.Report([], trace.Finished))
/// ```
pub fn new() -> Options {
  Options(
    functions: [],
    kinds: [],
    children: False,
    at_most: 1000,
    milliseconds: 5000,
  )
}

/// The public function of a module, both by the names they have in Gleam.
///
/// ```gleam
/// assert trace.function("no/such/module", "f", arity: 1) == Error(trace.NoModule)
/// assert trace.function("gleam/list", "f", arity: 1) == Error(trace.NoFunction)
/// let assert Ok(map) = trace.function("gleam/list", "map", arity: 2)
/// assert trace.describe(map) == "gleam/list.map/2"
/// ```
@external(erlang, "tindra_trace_ffi", "function")
pub fn function(
  module: String,
  name: String,
  arity arity: Int,
) -> Result(Function, FunctionError)

/// A function as text: `gleam/list.map/2`.
///
/// ```gleam
/// let assert Ok(map) = trace.function("gleam/list", "map", arity: 2)
/// assert trace.describe(map) == "gleam/list.map/2"
/// ```
@external(erlang, "tindra_trace_ffi", "describe")
pub fn describe(function: Function) -> String

/// Watches the calls of a function and what comes of them. A function that is
/// another name for one of Erlang is not called itself and not seen.
///
/// ```gleam
/// import gleam/list
///
/// let assert Ok(repeat) = trace.function("gleam/list", "repeat", arity: 2)
/// let #(_, report) =
///   trace.new()
///   |> trace.calls(of: repeat)
///   |> trace.run(fn() { list.repeat(1, 3) })
/// let assert [trace.Called(function:, ..), ..] = report.events
/// assert function == repeat
/// ```
pub fn calls(options: Options, of function: Function) -> Options {
  Options(..options, functions: [function, ..options.functions])
}

/// Watches messages that are sent.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let subject = process.new_subject()
/// let #(Nil, report) =
///   trace.new() |> trace.sends |> trace.run(fn() { process.send(subject, 1) })
/// let assert [trace.Sent(..)] = report.events
/// ```
pub fn sends(options: Options) -> Options {
  Options(..options, kinds: [Sends, ..options.kinds])
}

/// Watches messages that arrive.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let subject = process.new_subject()
/// let #(_, report) =
///   trace.new()
///   |> trace.receives
///   |> trace.run(fn() {
///     process.send(subject, 1)
///     process.receive(subject, within: 1000)
///   })
/// let assert [trace.Received(..)] = report.events
/// ```
pub fn receives(options: Options) -> Options {
  Options(..options, kinds: [Receives, ..options.kinds])
}

/// Watches processes start, link, be named and end.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let #(child, report) =
///   trace.new()
///   |> trace.lives
///   |> trace.run(fn() { process.spawn_unlinked(fn() { Nil }) })
/// let assert [trace.Started(child: seen, ..)] = report.events
/// assert seen == child
/// ```
pub fn lives(options: Options) -> Options {
  Options(..options, kinds: [Lives, ..options.kinds])
}

/// Watches the processes that a watched process starts, too.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let #(_, report) =
///   trace.new()
///   |> trace.with_children
///   |> trace.run(fn() { process.spawn_unlinked(fn() { Nil }) })
/// assert report.events == []
/// ```
pub fn with_children(options: Options) -> Options {
  Options(..options, children: True)
}

/// Ends the trace after a number of events.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let subject = process.new_subject()
/// let #(_, report) =
///   trace.new()
///   |> trace.sends
///   |> trace.at_most(1)
///   |> trace.run(fn() {
///     process.send(subject, 1)
///     process.send(subject, 2)
///   })
/// assert report.ended == trace.TooMany
/// ```
pub fn at_most(options: Options, events: Int) -> Options {
  Options(..options, at_most: events)
}

/// Ends the trace after a number of milliseconds.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let #(_, report) =
///   trace.new() |> trace.within(1) |> trace.run(fn() { process.sleep(200) })
/// assert report.ended == trace.TimeOver
/// ```
pub fn within(options: Options, milliseconds: Int) -> Options {
  Options(..options, milliseconds:)
}

/// Runs a function and watches this process meanwhile. The function goes on
/// when the trace has reached its limits; a crash goes on to the caller.
///
/// ```gleam
/// let #(three, report) = trace.run(trace.new(), fn() { 1 + 2 })
/// assert three == 3
/// assert report.events == []
/// ```
@external(erlang, "tindra_trace_ffi", "run")
pub fn run(options: Options, function: fn() -> result) -> #(result, Report)

/// Watches processes of this node until all of them have ended or the trace
/// reaches its limits, and waits for that. Processes that do not exist, and
/// this one, are left out.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let pid = process.spawn_unlinked(fn() { process.sleep(300) })
/// let report = trace.new() |> trace.lives |> trace.watch([pid])
/// assert report == trace.Report([trace.Exited(pid, process.Normal)], trace.Finished)
/// ```
@external(erlang, "tindra_trace_ffi", "watch")
pub fn watch(options: Options, processes: List(Pid)) -> Report
