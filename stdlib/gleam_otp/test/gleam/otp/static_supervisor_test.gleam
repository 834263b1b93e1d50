import gleam/erlang/process.{type Pid, type Subject}
import gleam/list
import gleam/otp/actor
import gleam/otp/static_supervisor.{type Builder} as supervisor
import gleam/otp/supervision.{type ChildSpecification}

/// A child that tells its name and process when it starts.
fn child(
  report: Subject(#(String, Pid)),
  name: String,
) -> ChildSpecification(Nil) {
  supervision.worker(fn() {
    actor.new_with_initialiser(1000, fn(_) {
      process.send(report, #(name, process.self()))
      Ok(actor.initialised(Nil))
    })
    |> actor.start
  })
}

fn start(builder: Builder) -> Pid {
  let assert Ok(started) = supervisor.start(builder)
  started.pid
}

/// The names of the children that start within a while.
fn started_names(report: Subject(#(String, Pid))) -> List(String) {
  case process.receive(report, 50) {
    Error(Nil) -> []
    Ok(#(name, _)) -> [name, ..started_names(report)]
  }
}

fn await_end(pid: Pid) -> process.Down {
  let monitor = process.monitor(pid)
  let assert Ok(down) =
    process.new_selector()
    |> process.select_specific_monitor(monitor, fn(down) { down })
    |> process.selector_receive(1000)
  down
}

/// Starts children a, b and c, kills b, and gives the names of those that are
/// started again.
fn restarted(strategy: supervisor.Strategy) -> List(String) {
  let report = process.new_subject()
  start(
    supervisor.new(strategy)
    |> supervisor.add(child(report, "a"))
    |> supervisor.add(child(report, "b"))
    |> supervisor.add(child(report, "c")),
  )
  let assert Ok(#("a", _)) = process.receive(report, 1000)
  let assert Ok(#("b", b)) = process.receive(report, 1000)
  let assert Ok(#("c", _)) = process.receive(report, 1000)
  process.kill(b)
  started_names(report)
}

pub fn one_for_one_test() {
  assert restarted(supervisor.OneForOne) == ["b"]
}

pub fn one_for_all_test() {
  assert restarted(supervisor.OneForAll) == ["a", "b", "c"]
}

pub fn rest_for_one_test() {
  assert restarted(supervisor.RestForOne) == ["b", "c"]
}

/// The names that are started again when each child is told to end, normally
/// and not.
fn restarted_after(
  restart: supervision.Restart,
  end: fn(Pid) -> Nil,
) -> List(String) {
  let report = process.new_subject()
  let child = child(report, "child") |> supervision.restart(restart)
  start(supervisor.new(supervisor.OneForOne) |> supervisor.add(child))
  let assert Ok(#("child", pid)) = process.receive(report, 1000)
  end(pid)
  started_names(report)
}

/// An actor that does not trap exits takes no notice of a normal one, so this
/// is done from within, as if its code had come to an end.
@external(erlang, "sys", "terminate")
fn terminate(pid: Pid, reason: process.ExitReason) -> a

fn end_normally(pid: Pid) -> Nil {
  terminate(pid, process.Normal)
  Nil
}

pub fn restart_test() {
  assert restarted_after(supervision.Permanent, end_normally) == ["child"]
  assert restarted_after(supervision.Permanent, process.kill) == ["child"]
  assert restarted_after(supervision.Transient, end_normally) == []
  assert restarted_after(supervision.Transient, process.kill) == ["child"]
  assert restarted_after(supervision.Temporary, end_normally) == []
  assert restarted_after(supervision.Temporary, process.kill) == []
}

pub fn restart_tolerance_test() {
  process.trap_exits(True)
  let report = process.new_subject()
  let pid =
    start(
      supervisor.new(supervisor.OneForOne)
      |> supervisor.restart_tolerance(intensity: 1, period: 60)
      |> supervisor.add(child(report, "child")),
    )
  let assert Ok(#(_, first)) = process.receive(report, 1000)
  process.kill(first)
  let assert Ok(#(_, second)) = process.receive(report, 1000)
  assert process.is_alive(pid)
  process.kill(second)
  await_end(pid)
  assert started_names(report) == []
}

pub fn auto_shutdown_test() {
  process.trap_exits(True)
  let report = process.new_subject()
  let significant = fn(name) {
    child(report, name)
    |> supervision.restart(supervision.Temporary)
    |> supervision.significant(True)
  }
  let pid =
    start(
      supervisor.new(supervisor.OneForOne)
      |> supervisor.auto_shutdown(supervisor.AllSignificant)
      |> supervisor.add(significant("a"))
      |> supervisor.add(significant("b")),
    )
  let assert Ok(#("a", a)) = process.receive(report, 1000)
  let assert Ok(#("b", b)) = process.receive(report, 1000)
  process.kill(a)
  process.sleep(10)
  assert process.is_alive(pid)
  process.kill(b)
  await_end(pid)
}

pub fn shutdown_order_test() {
  process.trap_exits(True)
  let report = process.new_subject()
  let ends = process.new_subject()
  let child = fn(name) {
    supervision.worker(fn() {
      actor.new_with_initialiser(1000, fn(_) {
        process.trap_exits(True)
        process.send(report, #(name, process.self()))
        let selector =
          process.new_selector() |> process.select_trapped_exits(fn(e) { e })
        Ok(actor.initialised(Nil) |> actor.selecting(selector))
      })
      |> actor.on_message(fn(_, _) {
        process.send(ends, name)
        actor.stop()
      })
      |> actor.start
    })
  }
  let pid =
    start(
      supervisor.new(supervisor.OneForOne)
      |> supervisor.add(child("a"))
      |> supervisor.add(child("b")),
    )
  process.send_abnormal_exit(pid, "stop")
  await_end(pid)
  assert process.receive(ends, 0) == Ok("b")
  assert process.receive(ends, 0) == Ok("a")
}

pub fn failed_start_test() {
  process.trap_exits(True)
  let report = process.new_subject()
  let assert Error(actor.InitExited(process.Abnormal(_))) =
    supervisor.new(supervisor.OneForOne)
    |> supervisor.add(child(report, "a"))
    |> supervisor.add(
      supervision.worker(fn() { Error(actor.InitFailed("no")) }),
    )
    |> supervisor.start
  let assert Ok(#("a", pid)) = process.receive(report, 1000)
  assert !process.is_alive(pid)
}

pub fn supervised_test() {
  let report = process.new_subject()
  let inner =
    supervisor.new(supervisor.OneForOne)
    |> supervisor.add(child(report, "a"))
    |> supervisor.supervised
  assert inner.child_type == supervision.Supervisor
  let outer =
    start(supervisor.new(supervisor.OneForOne) |> supervisor.add(inner))
  let assert Ok(#("a", pid)) = process.receive(report, 1000)
  process.unlink(outer)
  process.send_abnormal_exit(outer, "stop")
  await_end(pid)
}

pub fn no_children_test() {
  let pid = start(supervisor.new(supervisor.OneForOne))
  assert process.is_alive(pid)
}

pub fn many_children_test() {
  let report = process.new_subject()
  let names = list.repeat("child", 100)
  start(
    list.fold(names, supervisor.new(supervisor.OneForOne), fn(builder, name) {
      supervisor.add(builder, child(report, name))
    }),
  )
  assert started_names(report) == names
}
