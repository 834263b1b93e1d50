//// System messages, by which OTP looks into running processes and controls
//// them. Actors answer them; this module is for asking, and for those who
//// write a process of another kind that shall answer too.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/atom.{type Atom}
import gleam/erlang/process.{type Pid}

/// Whether a process does its work.
pub type Mode {
  /// It receives messages as usual.
  Running
  /// It receives system messages only, until it is resumed.
  Suspended
}

/// A way to debug a process. There is no other than none so far.
pub type DebugOption {
  NoDebug
}

/// What OTP's debugging functions keep in a process.
pub type DebugState

/// The debug state for the options.
///
/// ```gleam
/// assert system.debug_state([system.NoDebug]) == system.debug_state([])
/// ```
@external(erlang, "gleam_otp_ffi", "debug_state")
pub fn debug_state(options: List(DebugOption)) -> DebugState

/// What a process tells of itself.
pub type StatusInfo {
  StatusInfo(
    /// The module that the process runs.
    module: Atom,
    /// The process that started it.
    parent: Pid,
    /// Whether it is suspended.
    mode: Mode,
    /// What OTP's debugging functions keep in it.
    debug_state: DebugState,
    /// The state that its messages change.
    state: Dynamic,
  )
}

/// A request of OTP to a process, with the function that sends the reply.
pub type SystemMessage {
  Resume(fn() -> Nil)
  Suspend(fn() -> Nil)
  GetState(fn(Dynamic) -> Nil)
  GetStatus(fn(StatusInfo) -> Nil)
}

/// The state of a process, for looking at it while debugging.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/actor
///
/// let assert Ok(adder) = actor.new(5) |> actor.start
/// assert decode.run(system.get_state(adder.pid), decode.int) == Ok(5)
/// ```
///
/// # Panics
///
/// When the process does not answer within five seconds.
@external(erlang, "sys", "get_state")
pub fn get_state(from from: Pid) -> Dynamic

/// Lets a process stop work: messages to it wait until it is resumed.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
///
/// let handle = fn(_state, reply_to) {
///   actor.send(reply_to, "hello")
///   actor.continue(Nil)
/// }
/// let assert Ok(greeter) =
///   actor.new(Nil) |> actor.on_message(handle) |> actor.start
/// let replies = process.new_subject()
/// system.suspend(greeter.pid)
/// actor.send(greeter.data, replies)
/// assert process.receive(replies, within: 50) == Error(Nil)
/// system.resume(greeter.pid)
/// assert process.receive(replies, within: 1000) == Ok("hello")
/// ```
///
/// # Panics
///
/// When the process does not answer within five seconds.
@external(erlang, "gleam_otp_ffi", "suspend")
pub fn suspend(pid: Pid) -> Nil

/// Lets a suspended process go on.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
///
/// let assert Ok(adder) = actor.new(5) |> actor.start
/// system.suspend(adder.pid)
/// system.resume(adder.pid)
/// assert process.is_alive(adder.pid)
/// ```
///
/// # Panics
///
/// When the process does not answer within five seconds.
@external(erlang, "gleam_otp_ffi", "resume")
pub fn resume(pid: Pid) -> Nil
