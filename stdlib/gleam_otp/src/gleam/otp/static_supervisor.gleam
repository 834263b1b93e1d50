//// Supervisors of children that are known when the program is written.
////
//// ```gleam
//// import gleam/otp/static_supervisor as supervisor
////
//// pub fn start() {
////   supervisor.new(supervisor.OneForOne)
////   |> supervisor.add(database.supervised())
////   |> supervisor.add(web.supervised())
////   |> supervisor.start
//// }
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
pub fn restart_tolerance(
  builder: Builder,
  intensity intensity: Int,
  period period: Int,
) -> Builder {
  Builder(..builder, intensity:, period:)
}

/// Sets when the supervisor ends because significant children have.
pub fn auto_shutdown(builder: Builder, value: AutoShutdown) -> Builder {
  Builder(..builder, auto_shutdown: value)
}

/// Adds a child.
pub fn add(builder: Builder, child: ChildSpecification(data)) -> Builder {
  let child = supervision.map_data(child, fn(_) { Nil })
  Builder(..builder, children: [child, ..builder.children])
}

/// Starts the supervisor, linked to this process, and its children. When one of
/// them does not start, those before it are shut down and the supervisor ends.
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
pub fn supervised(builder: Builder) -> ChildSpecification(Supervisor) {
  supervision.supervisor(fn() { start(builder) })
}
