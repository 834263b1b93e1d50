import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode
import gleam/erlang/atom.{type Atom}
import gleam/erlang/process.{type Pid, type Subject, Abnormal}
import gleam/otp/actor
import gleam/otp/system

type Message {
  Add(Int)
  Get(reply_to: Subject(Int))
}

fn handle_sum(sum: Int, message: Message) -> actor.Next(Int, Message) {
  case message {
    Add(number) -> actor.continue(sum + number)
    Get(reply_to:) -> {
      actor.send(reply_to, sum)
      actor.continue(sum)
    }
  }
}

fn start() -> actor.Started(Subject(Message)) {
  let assert Ok(started) =
    actor.new(0) |> actor.on_message(handle_sum) |> actor.start
  started
}

fn get(subject: Subject(Message)) -> Int {
  actor.call(subject, waiting: 1000, sending: Get)
}

@external(erlang, "gleam_otp_test_ffi", "change_code")
fn change_code(pid: Pid, extra: extra) -> Result(Nil, Atom)

@external(erlang, "gleam_otp_test_ffi", "statistics")
fn messages_while(pid: Pid, run: fn() -> a) -> Int

@external(erlang, "gleam_otp_test_ffi", "log_of")
fn log_while(pid: Pid, run: fn() -> a) -> List(Dynamic)

@external(erlang, "gleam_otp_test_ffi", "trace_of")
fn trace_while(pid: Pid, run: fn() -> a) -> List(Dynamic)

@external(erlang, "gleam_otp_test_ffi", "sys_terminate")
fn terminate(pid: Pid, reason: Atom) -> Nil

@external(erlang, "gleam_otp_test_ffi", "suspend_and_kill_parent")
fn suspend_and_end_parent(start: fn() -> Pid, reason: Atom) -> Dynamic

@external(erlang, "gleam_otp_test_ffi", "initial_call")
fn initial_call(pid: Pid) -> #(Atom, Atom, Int)

@external(erlang, "gleam_otp_test_ffi", "to_dynamic")
fn event(value: a) -> Dynamic

pub fn get_state_test() {
  let sum = start()
  actor.send(sum.data, Add(7))
  assert decode.run(system.get_state(sum.pid), decode.int) == Ok(7)
}

pub fn suspend_and_resume_test() {
  let sum = start()
  system.suspend(sum.pid)
  actor.send(sum.data, Add(3))
  // Messages wait, system messages do not.
  assert decode.run(system.get_state(sum.pid), decode.int) == Ok(0)
  system.resume(sum.pid)
  assert get(sum.data) == 3
}

pub fn code_change_test() {
  let sum = start()
  actor.send(sum.data, Add(1))
  assert change_code(sum.pid, 41) == Ok(Nil)
  assert get(sum.data) == 42
}

pub fn code_change_that_fails_test() {
  let sum = start()
  assert change_code(sum.pid, atom.create("fail"))
    == Error(atom.create("failed"))
  // The actor has been resumed with the state it had.
  assert get(sum.data) == 0
}

pub fn statistics_test() {
  let sum = start()
  let add = fn() {
    actor.send(sum.data, Add(1))
    actor.send(sum.data, Add(1))
    get(sum.data)
  }
  assert messages_while(sum.pid, add) == 3
}

pub fn log_test() {
  let sum = start()
  let add = fn() {
    actor.send(sum.data, Add(5))
    actor.send(sum.data, Add(6))
  }
  assert log_while(sum.pid, add)
    == [
      event(#(atom.create("in"), Add(5))),
      event(#(atom.create("new_state"), 5)),
      event(#(atom.create("in"), Add(6))),
      event(#(atom.create("new_state"), 11)),
    ]
}

pub fn install_test() {
  let sum = start()
  let add = fn() {
    actor.send(sum.data, Add(5))
    system.get_state(sum.pid)
  }
  assert trace_while(sum.pid, add)
    == [
      event(#(atom.create("in"), Add(5))),
      event(#(atom.create("new_state"), 5)),
    ]
}

pub fn terminate_test() {
  process.trap_exits(True)
  let sum = start()
  terminate(sum.pid, atom.create("enough"))
  let exit =
    process.new_selector()
    |> process.select_trapped_exits(fn(exit) { exit })
    |> process.selector_receive(1000)
  process.trap_exits(False)
  assert exit
    == Ok(process.ExitMessage(
      sum.pid,
      Abnormal(atom.to_dynamic(atom.create("enough"))),
    ))
}

pub fn parent_exit_while_suspended_test() {
  let shutdown = atom.create("shutdown")
  assert suspend_and_end_parent(fn() { start().pid }, shutdown)
    == atom.to_dynamic(shutdown)
}

pub fn initial_call_test() {
  let #(module, _, arity) = initial_call(start().pid)
  assert atom.to_string(module) == "gleam@otp@system_test"
  assert arity == 2
}
