import gleam/erlang/process.{type Subject}
import gleam/otp/actor
import gleam/otp/static_supervisor as supervisor
import tindra/pg.{type Group}

fn lobby(scope_name: String) -> Group(String) {
  let assert Ok(scope) = pg.start(pg.scope(scope_name))
  pg.group(scope.data, "lobby")
}

/// A member in a process of its own, which hands on what it receives until it is
/// told to leave.
fn member(group: Group(String), to: Subject(String)) -> process.Pid {
  let ready = process.new_subject()
  let pid =
    process.spawn(fn() {
      let messages = pg.join(group)
      process.send(ready, Nil)
      forward(messages, to)
    })
  let assert Ok(Nil) = process.receive(ready, 1000)
  pid
}

fn forward(from: Subject(String), to: Subject(String)) -> Nil {
  case process.receive_forever(from) {
    "leave" -> Nil
    message -> {
      process.send(to, message)
      forward(from, to)
    }
  }
}

fn next(monitor: pg.Monitor(message)) -> Result(pg.Change(message), Nil) {
  process.new_selector()
  |> pg.select_changes(monitor, fn(change) { change })
  |> process.selector_receive(within: 1000)
}

pub fn join_and_leave_test() {
  let group = lobby("join_and_leave")
  assert pg.members(group) == []
  let me = pg.join(group)
  assert process.subject_owner(me) == Ok(process.self())
  assert pg.members(group) == [me]
  assert pg.local_members(group) == [me]
  assert pg.groups(pg.scope("join_and_leave")) == ["lobby"]
  assert pg.leave(group) == Ok(Nil)
  assert pg.leave(group) == Error(Nil)
  assert pg.members(group) == []
  assert pg.groups(pg.scope("join_and_leave")) == []
}

pub fn broadcast_test() {
  let group = lobby("broadcast")
  let here = process.new_subject()
  let _ = member(group, here)
  let _ = member(group, here)
  assert pg.broadcast(group, "hello") == 2
  assert process.receive(here, 1000) == Ok("hello")
  assert process.receive(here, 1000) == Ok("hello")
  assert process.receive(here, 10) == Error(Nil)
}

pub fn groups_are_kept_apart_test() {
  let group = lobby("apart")
  let numbers: Group(Int) = pg.group(pg.scope("apart"), "numbers")
  let texts = pg.join(group)
  let ints = pg.join(numbers)
  assert pg.broadcast(numbers, 1) == 1
  assert pg.broadcast(group, "one") == 1
  assert process.receive(texts, 1000) == Ok("one")
  assert process.receive(ints, 1000) == Ok(1)
}

pub fn monitor_test() {
  let group = lobby("monitor")
  let me = pg.join(group)
  let #(monitor, members) = pg.monitor(group)
  assert members == [me]
  let pid = member(group, process.new_subject())
  let assert Ok(pg.Joined([other])) = next(monitor)
  assert process.subject_owner(other) == Ok(pid)
  process.send(other, "leave")
  assert next(monitor) == Ok(pg.Left([other]))
  assert pg.members(group) == [me]
  let _ = pg.leave(group)
  pg.demonitor(monitor)
  let _ = pg.join(group)
  assert process.new_selector()
    |> pg.select_changes(monitor, fn(change) { change })
    |> process.selector_receive(within: 20)
    == Error(Nil)
}

pub fn started_twice_test() {
  let assert Ok(_) = pg.start(pg.scope("twice"))
  assert pg.start(pg.scope("twice"))
    == Error(actor.InitFailed("already started"))
}

pub fn supervised_test() {
  let scope = pg.scope("supervised")
  let assert Ok(_) =
    supervisor.new(supervisor.RestForOne)
    |> supervisor.add(pg.supervised(scope))
    |> supervisor.start
  assert pg.groups(scope) == []
}
