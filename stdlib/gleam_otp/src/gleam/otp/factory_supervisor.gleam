//// Supervisors that start children while they run, all of one kind, each from
//// its own argument: one for each connection, file or game, say.
////
//// ```gleam
//// import gleam/otp/actor
////
//// let start_game = fn(title) {
////   actor.new([title])
////   |> actor.on_message(fn(moves, move) { actor.continue([move, ..moves]) })
////   |> actor.start
//// }
//// let assert Ok(games) =
////   factory_supervisor.worker_child(start_game) |> factory_supervisor.start
//// let assert Ok(ludo) = factory_supervisor.start_child(games.data, "Ludo")
//// actor.send(ludo.data, "six")
//// ```
////
//// The children are shut down with their supervisor, all at the same time.

import gleam/erlang/process.{type Name, type Pid}
import gleam/option.{type Option, None, Some}
import gleam/otp/actor
import gleam/otp/supervision.{type ChildSpecification}
import gleam/result

/// A running supervisor, whose children are started from arguments and give
/// data of the two types.
pub opaque type Supervisor(child_argument, child_data) {
  Supervisor(pid: Pid)
  NamedSupervisor(name: Name(Message(child_argument, child_data)))
}

/// The messages of such supervisors. They are sent by `start_child`; the type
/// is for the name of the supervisor.
pub type Message(child_argument, child_data)

/// A description of a supervisor that can be started, any number of times.
pub opaque type Builder(child_argument, child_data) {
  Builder(
    start: fn(child_argument) -> actor.StartResult(child_data),
    child_type: supervision.ChildType,
    restart: supervision.Restart,
    intensity: Int,
    period: Int,
    name: Option(Name(Message(child_argument, child_data))),
  )
}

/// A supervisor of children that do work, such as actors, which are started by
/// the function. They have five seconds to shut down, and are started anew, from
/// the same argument, when they end abnormally; the supervisor gives up at more
/// than two restarts within five seconds.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/otp/actor
/// import gleam/otp/system
///
/// let start = fn(number) { actor.new(number) |> actor.start }
/// let assert Ok(workers) =
///   factory_supervisor.worker_child(start) |> factory_supervisor.start
/// let assert Ok(worker) = factory_supervisor.start_child(workers.data, 7)
/// assert decode.run(system.get_state(worker.pid), decode.int) == Ok(7)
/// ```
pub fn worker_child(
  start: fn(child_argument) -> actor.StartResult(child_data),
) -> Builder(child_argument, child_data) {
  new(start, supervision.Worker(shutdown_ms: 5000))
}

/// A supervisor of children that are supervisors. They have all the time they
/// need to shut down, and are started anew, from the same argument, when they
/// end abnormally; the supervisor gives up at more than two restarts within five
/// seconds.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/static_supervisor
///
/// let start = fn(strategy) {
///   static_supervisor.new(strategy) |> static_supervisor.start
/// }
/// let assert Ok(trees) =
///   factory_supervisor.supervisor_child(start) |> factory_supervisor.start
/// let assert Ok(tree) =
///   factory_supervisor.start_child(trees.data, static_supervisor.OneForAll)
/// assert process.is_alive(tree.pid)
/// ```
pub fn supervisor_child(
  start: fn(child_argument) -> actor.StartResult(child_data),
) -> Builder(child_argument, child_data) {
  new(start, supervision.Supervisor)
}

fn new(
  start: fn(child_argument) -> actor.StartResult(child_data),
  child_type: supervision.ChildType,
) -> Builder(child_argument, child_data) {
  Builder(
    start:,
    child_type:,
    restart: supervision.Transient,
    intensity: 2,
    period: 5,
    name: None,
  )
}

/// Sets the name that the supervisor takes when it starts, for `get_by_name`.
/// When the name is taken the supervisor does not start.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
///
/// let name = process.new_name("workers")
/// let start = fn(number) { actor.new(number) |> actor.start }
/// let assert Ok(workers) =
///   factory_supervisor.worker_child(start)
///   |> factory_supervisor.named(name)
///   |> factory_supervisor.start
/// assert process.named(name) == Ok(workers.pid)
/// ```
pub fn named(
  builder: Builder(child_argument, child_data),
  name: Name(Message(child_argument, child_data)),
) -> Builder(child_argument, child_data) {
  Builder(..builder, name: Some(name))
}

/// The supervisor that has the name at the time of each use.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
/// import gleam/otp/actor
/// import gleam/otp/system
///
/// let name = process.new_name("workers")
/// let start = fn(number) { actor.new(number) |> actor.start }
/// let assert Ok(_) =
///   factory_supervisor.worker_child(start)
///   |> factory_supervisor.named(name)
///   |> factory_supervisor.start
/// let workers = factory_supervisor.get_by_name(name)
/// let assert Ok(worker) = factory_supervisor.start_child(workers, 7)
/// assert decode.run(system.get_state(worker.pid), decode.int) == Ok(7)
/// ```
pub fn get_by_name(
  name: Name(Message(child_argument, child_data)),
) -> Supervisor(child_argument, child_data) {
  NamedSupervisor(name)
}

/// Sets how many restarts, the intensity, are tolerated within a number of
/// seconds, the period. At one more the supervisor ends all children and itself.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
///
/// let start = fn(number) { actor.new(number) |> actor.start }
/// let assert Ok(workers) =
///   factory_supervisor.worker_child(start)
///   |> factory_supervisor.restart_tolerance(intensity: 10, period: 60)
///   |> factory_supervisor.start
/// assert process.is_alive(workers.pid)
/// ```
pub fn restart_tolerance(
  builder: Builder(child_argument, child_data),
  intensity intensity: Int,
  period period: Int,
) -> Builder(child_argument, child_data) {
  Builder(..builder, intensity:, period:)
}

/// Sets how many milliseconds workers have to shut down before they are killed.
/// Children that are supervisors have all the time they need.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
///
/// let start = fn(number) { actor.new(number) |> actor.start }
/// let assert Ok(workers) =
///   factory_supervisor.worker_child(start)
///   |> factory_supervisor.timeout(ms: 100)
///   |> factory_supervisor.start
/// assert process.is_alive(workers.pid)
/// ```
pub fn timeout(
  builder: Builder(child_argument, child_data),
  ms ms: Int,
) -> Builder(child_argument, child_data) {
  case builder.child_type {
    supervision.Worker(_) ->
      Builder(..builder, child_type: supervision.Worker(shutdown_ms: ms))
    supervision.Supervisor -> builder
  }
}

/// Sets when children are started anew.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
/// import gleam/otp/supervision
///
/// // What ends is not started anew: a job is done once.
/// let start = fn(number) { actor.new(number) |> actor.start }
/// let assert Ok(jobs) =
///   factory_supervisor.worker_child(start)
///   |> factory_supervisor.restart_strategy(supervision.Temporary)
///   |> factory_supervisor.start
/// let assert Ok(job) = factory_supervisor.start_child(jobs.data, 7)
/// process.kill(job.pid)
/// assert process.is_alive(jobs.pid)
/// ```
pub fn restart_strategy(
  builder: Builder(child_argument, child_data),
  restart_strategy: supervision.Restart,
) -> Builder(child_argument, child_data) {
  Builder(..builder, restart: restart_strategy)
}

/// Starts the supervisor, linked to this process.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
///
/// let start = fn(number) { actor.new(number) |> actor.start }
/// let assert Ok(workers) =
///   factory_supervisor.worker_child(start) |> factory_supervisor.start
/// assert process.is_alive(workers.pid)
/// ```
pub fn start(
  builder: Builder(child_argument, child_data),
) -> actor.StartResult(Supervisor(child_argument, child_data)) {
  let Builder(start:, child_type:, restart:, intensity:, period:, name:) =
    builder
  let child = Child(start:, restart:, child_type:)
  let flags = Flags(intensity:, period:)
  use pid <- result.map(start_link(flags, child, name))
  actor.Started(pid:, data: Supervisor(pid))
}

type Flags {
  Flags(intensity: Int, period: Int)
}

type Child(child_argument, child_data) {
  Child(
    start: fn(child_argument) -> actor.StartResult(child_data),
    restart: supervision.Restart,
    child_type: supervision.ChildType,
  )
}

@external(erlang, "gleam_otp_ffi", "start_factory_supervisor")
fn start_link(
  flags: Flags,
  child: Child(child_argument, child_data),
  name: Option(Name(Message(child_argument, child_data))),
) -> Result(Pid, actor.StartError)

/// The supervisor as a child of another one.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
/// import gleam/otp/static_supervisor
///
/// let name = process.new_name("workers")
/// let start = fn(number) { actor.new(number) |> actor.start }
/// let workers =
///   factory_supervisor.worker_child(start) |> factory_supervisor.named(name)
/// let assert Ok(_) =
///   static_supervisor.new(static_supervisor.OneForOne)
///   |> static_supervisor.add(factory_supervisor.supervised(workers))
///   |> static_supervisor.start
/// let workers = factory_supervisor.get_by_name(name)
/// let assert Ok(_) = factory_supervisor.start_child(workers, 7)
/// ```
pub fn supervised(
  builder: Builder(child_argument, child_data),
) -> ChildSpecification(Supervisor(child_argument, child_data)) {
  supervision.supervisor(fn() { start(builder) })
}

/// Starts a child from an argument. The child is linked to the supervisor and
/// not to this process.
///
/// ```gleam
/// import gleam/otp/actor
///
/// let start = fn(number) {
///   actor.new_with_initialiser(1000, fn(_) {
///     case number > 0 {
///       True -> Ok(actor.initialised(number))
///       False -> Error("too small")
///     }
///   })
///   |> actor.start
/// }
/// let assert Ok(workers) =
///   factory_supervisor.worker_child(start) |> factory_supervisor.start
/// let assert Ok(_) = factory_supervisor.start_child(workers.data, 7)
/// assert factory_supervisor.start_child(workers.data, 0)
///   == Error(actor.InitFailed("too small"))
/// ```
///
/// # Panics
///
/// When the supervisor is not running.
pub fn start_child(
  supervisor: Supervisor(child_argument, child_data),
  argument: child_argument,
) -> actor.StartResult(child_data) {
  case supervisor {
    Supervisor(pid) -> start_child_of_pid(pid, argument)
    NamedSupervisor(name) -> start_child_of_name(name, argument)
  }
}

@external(erlang, "gleam_otp_ffi", "start_child")
fn start_child_of_pid(
  supervisor: Pid,
  argument: child_argument,
) -> actor.StartResult(child_data)

@external(erlang, "gleam_otp_ffi", "start_child")
fn start_child_of_name(
  supervisor: Name(Message(child_argument, child_data)),
  argument: child_argument,
) -> actor.StartResult(child_data)
