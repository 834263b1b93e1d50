//// Supervisors of children that are known when the program is written.
////
//// ```gleam
//// import gleam/erlang/process
//// import gleam/otp/actor
//// import gleam/otp/supervision
////
//// let name = process.new_name("adder")
//// let start = fn() {
////   actor.new(0)
////   |> actor.on_message(fn(total, number) { actor.continue(total + number) })
////   |> actor.named(name)
////   |> actor.start
//// }
//// let assert Ok(_) =
////   static_supervisor.new(static_supervisor.OneForOne)
////   |> static_supervisor.add(supervision.worker(start))
////   |> static_supervisor.start
//// actor.send(process.named_subject(name), 5)
//// ```
////
//// The children are started in the order they were added in, and shut down in
//// the reverse order. When one ends the supervisor starts it anew; when that
//// happens too often the supervisor gives up and ends, and its own supervisor
//// takes over.

import gleam/erlang/process.{type Pid}
import gleam/list
import gleam/otp/actor
import gleam/otp/supervision.{type ChildSpecification}
import gleam/result

/// A running supervisor.
pub opaque type Supervisor {
  Supervisor(pid: Pid)
}

/// Which children are started anew when one ends.
pub type Strategy {
  /// That child.
  OneForOne
  /// All of them.
  OneForAll
  /// That child and those that were added after it.
  RestForOne
}

/// When the supervisor itself ends because significant children have.
pub type AutoShutdown {
  /// It does not.
  Never
  /// When any significant child has ended.
  AnySignificant
  /// When the last running significant child has ended.
  AllSignificant
}

/// A description of a supervisor that can be started, any number of times.
pub opaque type Builder {
  Builder(
    strategy: Strategy,
    intensity: Int,
    period: Int,
    auto_shutdown: AutoShutdown,
    /// The last one that was added is the first of the list.
    children: List(ChildSpecification(Nil)),
  )
}

/// A supervisor without children. It gives up at more than two restarts within
/// five seconds.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(tree) =
///   static_supervisor.new(static_supervisor.OneForOne) |> static_supervisor.start
/// assert process.is_alive(tree.pid)
/// ```
pub fn new(strategy strategy: Strategy) -> Builder {
  Builder(
    strategy:,
    intensity: 2,
    period: 5,
    auto_shutdown: Never,
    children: [],
  )
}

/// Sets how many restarts, the intensity, are tolerated within a number of
/// seconds, the period. At one more the supervisor ends all children and itself.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
/// import gleam/otp/supervision
///
/// let adder = supervision.worker(fn() { actor.new(0) |> actor.start })
/// let assert Ok(tree) =
///   static_supervisor.new(static_supervisor.OneForOne)
///   |> static_supervisor.restart_tolerance(intensity: 10, period: 60)
///   |> static_supervisor.add(adder)
///   |> static_supervisor.start
/// assert process.is_alive(tree.pid)
/// ```
pub fn restart_tolerance(
  builder: Builder,
  intensity intensity: Int,
  period period: Int,
) -> Builder {
  Builder(..builder, intensity:, period:)
}

/// Sets when the supervisor ends because significant children have.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
/// import gleam/otp/supervision
///
/// let name = process.new_name("job")
/// let start = fn() {
///   actor.new(Nil)
///   |> actor.on_message(fn(_, _) { actor.stop() })
///   |> actor.named(name)
///   |> actor.start
/// }
/// let job =
///   supervision.worker(start)
///   |> supervision.restart(supervision.Transient)
///   |> supervision.significant(True)
/// let assert Ok(tree) =
///   static_supervisor.new(static_supervisor.OneForOne)
///   |> static_supervisor.auto_shutdown(static_supervisor.AnySignificant)
///   |> static_supervisor.add(job)
///   |> static_supervisor.start
/// process.unlink(tree.pid)
/// let monitor = process.monitor(tree.pid)
/// actor.send(process.named_subject(name), "that was all")
/// let ended =
///   process.new_selector()
///   |> process.select_specific_monitor(monitor, fn(_) { "the tree has ended" })
///   |> process.selector_receive(within: 1000)
/// assert ended == Ok("the tree has ended")
/// ```
pub fn auto_shutdown(builder: Builder, value: AutoShutdown) -> Builder {
  Builder(..builder, auto_shutdown: value)
}

/// Adds a child.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
/// import gleam/otp/actor
/// import gleam/otp/supervision
/// import gleam/otp/system
///
/// let name = process.new_name("adder")
/// let start = fn() {
///   actor.new(0)
///   |> actor.on_message(fn(total, number) { actor.continue(total + number) })
///   |> actor.named(name)
///   |> actor.start
/// }
/// let assert Ok(_) =
///   static_supervisor.new(static_supervisor.OneForOne)
///   |> static_supervisor.add(supervision.worker(start))
///   |> static_supervisor.start
/// actor.send(process.named_subject(name), 5)
/// let assert Ok(adder) = process.named(name)
/// assert decode.run(system.get_state(adder), decode.int) == Ok(5)
/// ```
pub fn add(builder: Builder, child: ChildSpecification(data)) -> Builder {
  let child = supervision.map_data(child, fn(_) { Nil })
  Builder(..builder, children: [child, ..builder.children])
}

/// Starts the supervisor, linked to this process, and its children. When one of
/// them does not start, those before it are shut down and the supervisor ends.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/otp/actor
/// import gleam/otp/supervision
///
/// let broken = fn() {
///   actor.new_with_initialiser(1000, fn(_) { Error("the disk is full") })
///   |> actor.start
/// }
/// process.trap_exits(True)
/// let assert Error(_) =
///   static_supervisor.new(static_supervisor.OneForOne)
///   |> static_supervisor.add(supervision.worker(broken))
///   |> static_supervisor.start
/// process.trap_exits(False)
/// ```
pub fn start(builder: Builder) -> actor.StartResult(Supervisor) {
  let Builder(strategy:, intensity:, period:, auto_shutdown:, children:) =
    builder
  let flags = Flags(strategy:, intensity:, period:, auto_shutdown:)
  use pid <- result.map(start_link(flags, list.reverse(children)))
  actor.Started(pid:, data: Supervisor(pid))
}

type Flags {
  Flags(
    strategy: Strategy,
    intensity: Int,
    period: Int,
    auto_shutdown: AutoShutdown,
  )
}

@external(erlang, "gleam_otp_ffi", "start_static_supervisor")
fn start_link(
  flags: Flags,
  children: List(ChildSpecification(Nil)),
) -> Result(Pid, actor.StartError)

/// The supervisor as a child of another one.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let database = static_supervisor.new(static_supervisor.OneForAll)
/// let assert Ok(tree) =
///   static_supervisor.new(static_supervisor.OneForOne)
///   |> static_supervisor.add(static_supervisor.supervised(database))
///   |> static_supervisor.start
/// assert process.is_alive(tree.pid)
/// ```
pub fn supervised(builder: Builder) -> ChildSpecification(Supervisor) {
  supervision.supervisor(fn() { start(builder) })
}
