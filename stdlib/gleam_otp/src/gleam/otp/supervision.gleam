//// Descriptions of the children of supervisors: how to start a process, and
//// what to do when it ends.

import gleam/otp/actor
import gleam/result

/// When a child that has ended is started anew.
pub type Restart {
  /// Always.
  Permanent
  /// Only when it ended abnormally.
  Transient
  /// Never.
  Temporary
}

/// What sort of process a child is, which says how it is shut down.
pub type ChildType {
  /// It has a number of milliseconds to end when it is told to, and is killed
  /// after that.
  Worker(shutdown_ms: Int)
  /// It supervises others, and is given as long as they need.
  Supervisor
}

/// A child for a supervisor. The data is what the start function gives besides
/// the process.
pub type ChildSpecification(data) {
  ChildSpecification(
    /// Starts the child, linked to the process that calls the function.
    start: fn() -> actor.StartResult(data),
    /// When it is started anew.
    restart: Restart,
    /// Whether its end can be the end of the supervisor too, see
    /// `auto_shutdown` of the supervisor. It must not be `Permanent` then.
    significant: Bool,
    /// How it is shut down.
    child_type: ChildType,
  )
}

/// A child that does work, such as an actor. It is always started anew, is not
/// significant, and has five seconds to shut down.
///
/// ```gleam
/// import gleam/otp/actor
///
/// let child = supervision.worker(fn() { actor.new(0) |> actor.start })
/// assert child.restart == supervision.Permanent
/// assert child.child_type == supervision.Worker(shutdown_ms: 5000)
/// assert !child.significant
/// ```
pub fn worker(
  run start: fn() -> actor.StartResult(data),
) -> ChildSpecification(data) {
  ChildSpecification(
    start:,
    restart: Permanent,
    significant: False,
    child_type: Worker(shutdown_ms: 5000),
  )
}

/// A child that supervises others. It is always started anew, is not
/// significant, and has all the time it needs to shut down.
///
/// ```gleam
/// import gleam/otp/static_supervisor
///
/// let start = fn() {
///   static_supervisor.new(static_supervisor.OneForOne) |> static_supervisor.start
/// }
/// let child = supervision.supervisor(start)
/// assert child.child_type == supervision.Supervisor
/// ```
pub fn supervisor(
  run start: fn() -> actor.StartResult(data),
) -> ChildSpecification(data) {
  ChildSpecification(
    start:,
    restart: Permanent,
    significant: False,
    child_type: Supervisor,
  )
}

/// Sets whether the end of the child can be the end of its supervisor.
///
/// ```gleam
/// import gleam/otp/actor
///
/// let child =
///   supervision.worker(fn() { actor.new(0) |> actor.start })
///   |> supervision.restart(supervision.Transient)
///   |> supervision.significant(True)
/// assert child.significant
/// ```
pub fn significant(
  child: ChildSpecification(data),
  significant: Bool,
) -> ChildSpecification(data) {
  ChildSpecification(..child, significant:)
}

/// Sets how many milliseconds a worker has to shut down before it is killed.
/// Supervisors have all the time they need and are left as they are.
///
/// ```gleam
/// import gleam/otp/actor
///
/// let child =
///   supervision.worker(fn() { actor.new(0) |> actor.start })
///   |> supervision.timeout(ms: 100)
/// assert child.child_type == supervision.Worker(shutdown_ms: 100)
/// ```
pub fn timeout(
  child: ChildSpecification(data),
  ms ms: Int,
) -> ChildSpecification(data) {
  case child.child_type {
    Worker(_) ->
      ChildSpecification(..child, child_type: Worker(shutdown_ms: ms))
    Supervisor -> child
  }
}

/// Sets when the child is started anew.
///
/// ```gleam
/// import gleam/otp/actor
///
/// let child =
///   supervision.worker(fn() { actor.new(0) |> actor.start })
///   |> supervision.restart(supervision.Temporary)
/// assert child.restart == supervision.Temporary
/// ```
pub fn restart(
  child: ChildSpecification(data),
  restart: Restart,
) -> ChildSpecification(data) {
  ChildSpecification(..child, restart:)
}

/// Changes the data that the start of the child gives.
///
/// ```gleam
/// import gleam/otp/actor
///
/// let child =
///   supervision.worker(fn() { actor.new(0) |> actor.start })
///   |> supervision.map_data(fn(_subject) { "adder" })
/// let assert Ok(started) = child.start()
/// assert started.data == "adder"
/// ```
pub fn map_data(
  child: ChildSpecification(a),
  transform: fn(a) -> b,
) -> ChildSpecification(b) {
  let start = fn() {
    use started <- result.map(child.start())
    actor.Started(pid: started.pid, data: transform(started.data))
  }
  ChildSpecification(..child, start:)
}
