import gleam/dynamic
import gleam/erlang/process.{type Pid, type Subject}
import gleam/otp/actor
import gleam/otp/factory_supervisor.{type Builder} as factory
import gleam/otp/static_supervisor
import gleam/otp/supervision
import gleam/otp/system

/// Children that tell of their start, whose state is their argument.
fn builder(report: Subject(#(String, Pid))) -> Builder(String, Subject(Nil)) {
  use argument <- factory.worker_child
  actor.new_with_initialiser(1000, fn(subject) {
    process.send(report, #(argument, process.self()))
    case argument {
      "bad" -> Error("bad argument")
      _ -> Ok(actor.initialised(argument) |> actor.returning(subject))
    }
  })
  |> actor.start
}

pub fn start_child_test() {
  let report = process.new_subject()
  let assert Ok(supervisor) = factory.start(builder(report))
  let assert Ok(a) = factory.start_child(supervisor.data, "a")
  let assert Ok(b) = factory.start_child(supervisor.data, "b")
  assert process.receive(report, 0) == Ok(#("a", a.pid))
  assert process.receive(report, 0) == Ok(#("b", b.pid))
  assert system.get_state(a.pid) == dynamic.string("a")
  assert process.subject_owner(b.data) == Ok(b.pid)
}

pub fn failed_child_test() {
  let report = process.new_subject()
  let assert Ok(supervisor) = factory.start(builder(report))
  assert factory.start_child(supervisor.data, "bad")
    == Error(actor.InitFailed("bad argument"))
  let assert Ok(_) = factory.start_child(supervisor.data, "good")
}

pub fn restart_test() {
  let report = process.new_subject()
  let assert Ok(supervisor) = factory.start(builder(report))
  let assert Ok(_) = factory.start_child(supervisor.data, "a")
  let assert Ok(b) = factory.start_child(supervisor.data, "b")
  let assert Ok(#("a", _)) = process.receive(report, 0)
  let assert Ok(#("b", _)) = process.receive(report, 0)
  process.kill(b.pid)
  let assert Ok(#("b", again)) = process.receive(report, 1000)
  assert again != b.pid
  assert process.receive(report, 20) == Error(Nil)
}

pub fn restart_strategy_test() {
  let report = process.new_subject()
  let assert Ok(supervisor) =
    builder(report)
    |> factory.restart_strategy(supervision.Temporary)
    |> factory.start
  let assert Ok(a) = factory.start_child(supervisor.data, "a")
  let assert Ok(#("a", _)) = process.receive(report, 0)
  process.kill(a.pid)
  assert process.receive(report, 20) == Error(Nil)
}

pub fn restart_tolerance_test() {
  process.trap_exits(True)
  let report = process.new_subject()
  let assert Ok(supervisor) =
    builder(report)
    |> factory.restart_tolerance(intensity: 0, period: 1)
    |> factory.start
  let assert Ok(a) = factory.start_child(supervisor.data, "a")
  process.kill(a.pid)
  assert process.new_selector()
    |> process.select_trapped_exits(fn(exit) { exit.pid })
    |> process.selector_receive(1000)
    == Ok(supervisor.pid)
}

pub fn named_test() {
  let report = process.new_subject()
  let name = process.new_name("factory")
  let builder = builder(report) |> factory.named(name)
  let assert Ok(_) = factory.start(builder)
  let assert Ok(_) = factory.start_child(factory.get_by_name(name), "a")
  let assert Ok(#("a", _)) = process.receive(report, 0)
  assert factory.start(builder) == Error(actor.InitFailed("already started"))
}

pub fn supervised_test() {
  let report = process.new_subject()
  let name = process.new_name("factory")
  let child =
    builder(report)
    |> factory.timeout(ms: 10)
    |> factory.named(name)
    |> factory.supervised
  assert child.child_type == supervision.Supervisor
  let assert Ok(_) =
    static_supervisor.new(static_supervisor.OneForOne)
    |> static_supervisor.add(child)
    |> static_supervisor.start
  let assert Ok(_) = factory.start_child(factory.get_by_name(name), "a")
}

pub fn supervisor_child_test() {
  let report = process.new_subject()
  let assert Ok(outer) =
    factory.supervisor_child(fn(_: Nil) { factory.start(builder(report)) })
    |> factory.timeout(ms: 10)
    |> factory.start
  let assert Ok(inner) = factory.start_child(outer.data, Nil)
  let assert Ok(_) = factory.start_child(inner.data, "a")
  let assert Ok(#("a", _)) = process.receive(report, 0)
}
