import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode
import gleam/erlang/process.{type Pid, type Subject}
import gleam/otp/actor.{type Started}
import gleam/otp/static_supervisor as supervisor
import gleam/otp/system
import tindra/statem

type Lock {
  Locked
  Unlocked
  Broken(times: Int)
}

type Message {
  Code(String)
  Handle
  Kick
  TimeUp
  Ask(reply_to: Subject(#(Lock, List(String))))
  Twice
  Alarm(after: Int)
  NoAlarm
  Ring
  Quiet
  End
  Fail
  Reenter
}

fn handle(
  lock: Lock,
  log: List(String),
  message: Message,
) -> statem.Next(Lock, List(String), Message, statem.Handling) {
  case lock, message {
    _, Ask(reply_to:) ->
      statem.keep(log) |> statem.reply(to: reply_to, with: #(lock, log))
    Locked, Code("1234") -> statem.change(to: Unlocked, data: log)
    Locked, Code(_) -> statem.keep(["wrong", ..log])
    Locked, Handle -> statem.keep(log) |> statem.postpone
    Unlocked, Handle ->
      statem.keep(["opened", ..log])
      |> statem.state_timeout(after: 20, send: TimeUp)
    _, TimeUp -> statem.change(to: Locked, data: ["closed", ..log])
    Broken(times), Kick -> statem.change(to: Broken(times + 1), data: log)
    _, Kick -> statem.change(to: Broken(1), data: log)
    _, Twice ->
      statem.keep(log) |> statem.raise(Code("a")) |> statem.raise(Code("1234"))
    _, Alarm(after:) ->
      statem.keep(log)
      |> statem.timeout(named: "alarm", after:, send: Ring)
      |> statem.event_timeout(after: 5, send: Quiet)
    _, NoAlarm -> statem.keep(log) |> statem.cancel_timeout(named: "alarm")
    _, Ring -> statem.keep(["ring", ..log]) |> statem.hibernate
    _, Quiet -> statem.keep(["quiet", ..log])
    _, End -> statem.stop()
    _, Fail -> statem.stop_abnormal("broken")
    _, Reenter -> statem.repeat(log)
    _, _ -> statem.keep(log)
  }
}

fn lock() -> statem.Builder(Lock, List(String), Message) {
  statem.new(state: Locked, data: []) |> statem.on_message(handle)
}

fn start(builder: statem.Builder(a, b, message)) -> Started(Subject(message)) {
  let assert Ok(started) = statem.start(builder)
  started
}

fn ask(machine: Started(Subject(Message))) -> #(Lock, List(String)) {
  statem.call(machine.data, waiting: 1000, sending: Ask)
}

fn receive_exit() -> Result(process.ExitReason, Nil) {
  process.new_selector()
  |> process.select_trapped_exits(fn(exit) { exit.reason })
  |> process.selector_receive(1000)
}

@external(erlang, "erlang", "send")
fn send_anything(to: Pid, message: a) -> a

@external(erlang, "tindra_statem_test_ffi", "to_dynamic")
fn to_dynamic(value: a) -> Dynamic

@external(erlang, "tindra_statem_test_ffi", "replace_data")
fn replace_data(pid: Pid, data: a) -> Nil

pub fn change_test() {
  let machine = start(lock())
  statem.send(machine.data, Code("4321"))
  assert ask(machine) == #(Locked, ["wrong"])
  statem.send(machine.data, Code("1234"))
  assert ask(machine) == #(Unlocked, ["wrong"])
  assert process.subject_owner(machine.data) == Ok(machine.pid)
}

pub fn postpone_test() {
  let machine = start(lock())
  statem.send(machine.data, Handle)
  assert ask(machine) == #(Locked, [])
  statem.send(machine.data, Code("1234"))
  assert ask(machine) == #(Unlocked, ["opened"])
}

pub fn state_timeout_test() {
  let machine = start(lock())
  statem.send(machine.data, Handle)
  statem.send(machine.data, Code("1234"))
  process.sleep(60)
  assert ask(machine) == #(Locked, ["closed", "opened"])
}

pub fn state_timeout_is_cancelled_by_a_change_test() {
  let machine = start(lock())
  statem.send(machine.data, Code("1234"))
  statem.send(machine.data, Handle)
  statem.send(machine.data, Kick)
  process.sleep(60)
  assert ask(machine) == #(Broken(1), ["opened"])
}

pub fn cancel_state_timeout_test() {
  let handle = fn(state, data, message) {
    case message {
      "set" ->
        statem.keep(data) |> statem.state_timeout(after: 20, send: "over")
      "cancel" -> statem.keep(data) |> statem.cancel_state_timeout
      _ -> statem.change(to: state, data: data + 1)
    }
  }
  let machine =
    statem.new(state: Nil, data: 0) |> statem.on_message(handle) |> start
  statem.send(machine.data, "set")
  statem.send(machine.data, "cancel")
  process.sleep(50)
  assert system.get_state(machine.pid) == to_dynamic(#(Nil, 0))
  statem.send(machine.data, "set")
  process.sleep(50)
  assert system.get_state(machine.pid) == to_dynamic(#(Nil, 1))
}

pub fn raise_test() {
  let machine = start(lock())
  statem.send(machine.data, Twice)
  assert ask(machine) == #(Unlocked, ["wrong"])
}

pub fn named_and_event_timeout_test() {
  let machine = start(lock())
  statem.send(machine.data, Alarm(after: 20))
  process.sleep(60)
  assert ask(machine) == #(Locked, ["ring", "quiet"])
}

pub fn cancel_timeout_test() {
  let machine = start(lock())
  statem.send(machine.data, Alarm(after: 20))
  // This message also takes the place of the event timeout.
  statem.send(machine.data, NoAlarm)
  process.sleep(60)
  assert ask(machine) == #(Locked, [])
}

pub fn enter_test() {
  let events = process.new_subject()
  let enter = fn(previous, state, log) {
    process.send(events, #(previous, state))
    statem.keep(["entered", ..log])
  }
  let machine = lock() |> statem.on_enter(enter) |> start
  assert process.receive(events, 1000) == Ok(#(Locked, Locked))
  statem.send(machine.data, Kick)
  assert process.receive(events, 1000) == Ok(#(Locked, Broken(1)))
  statem.send(machine.data, Reenter)
  assert process.receive(events, 1000) == Ok(#(Broken(1), Broken(1)))
  assert ask(machine) == #(Broken(1), ["entered", "entered", "entered"])
}

pub fn timeout_on_enter_test() {
  let enter = fn(_previous, state, log) {
    case state {
      Unlocked ->
        statem.keep(log) |> statem.state_timeout(after: 10, send: TimeUp)
      _ -> statem.keep(log)
    }
  }
  let machine = lock() |> statem.on_enter(enter) |> start
  statem.send(machine.data, Code("1234"))
  assert ask(machine) == #(Unlocked, [])
  process.sleep(50)
  assert ask(machine) == #(Locked, ["closed"])
}

pub fn other_messages_test() {
  let other = fn(message) {
    case decode.run(message, decode.string) {
      Ok(code) -> Ok(Code(code))
      Error(_) -> Error(Nil)
    }
  }
  let machine = lock() |> statem.on_other(other) |> start
  send_anything(machine.pid, "4321")
  send_anything(machine.pid, #("not", "a message"))
  send_anything(machine.pid, 17)
  send_anything(machine.pid, "1234")
  assert ask(machine) == #(Unlocked, ["wrong"])
}

pub fn stop_test() {
  let stopped = process.new_subject()
  process.trap_exits(True)
  let machine =
    lock()
    |> statem.on_stop(fn(lock, _) { process.send(stopped, lock) })
    |> start
  statem.send(machine.data, End)
  assert receive_exit() == Ok(process.Normal)
  assert process.receive(stopped, 1000) == Ok(Locked)
  process.trap_exits(False)
}

pub fn stop_abnormal_test() {
  process.trap_exits(True)
  let machine = start(lock())
  statem.send(machine.data, Fail)
  assert receive_exit() == Ok(process.Abnormal(to_dynamic("broken")))
  process.trap_exits(False)
}

pub fn named_test() {
  let name = process.new_name("lock")
  let machine = start(lock() |> statem.named(name))
  assert process.named(name) == Ok(machine.pid)
  statem.send(process.named_subject(name), Kick)
  assert ask(machine) == #(Broken(1), [])
  let again = lock() |> statem.named(name) |> statem.start
  assert again == Error(actor.InitFailed("name already registered"))
}

pub fn failing_start_test() {
  let builder = statem.new_with_initialiser(100, fn(_) { Error("no") })
  assert statem.start(builder) == Error(actor.InitFailed("no"))
  // This process is linked to nothing that has failed.
  process.sleep(5)
}

pub fn slow_start_test() {
  let slow = fn(_subject: Subject(Nil)) {
    process.sleep(1000)
    Ok(#(Nil, Nil))
  }
  assert statem.start(statem.new_with_initialiser(10, slow))
    == Error(actor.InitTimeout)
}

pub fn subject_for_the_initialiser_test() {
  let initialise = fn(subject) {
    process.send(subject, Kick)
    Ok(#(Locked, []))
  }
  let machine =
    statem.new_with_initialiser(1000, initialise)
    |> statem.on_message(handle)
    |> start
  assert ask(machine) == #(Broken(1), [])
}

pub fn supervised_test() {
  let name = process.new_name("lock")
  let assert Ok(_) =
    supervisor.new(supervisor.OneForOne)
    |> supervisor.add(lock() |> statem.named(name) |> statem.supervised)
    |> supervisor.start
  let assert Ok(pid) = process.named(name)
  let monitor = process.monitor(pid)
  process.kill(pid)
  let assert Ok(_) =
    process.new_selector()
    |> process.select_specific_monitor(monitor, fn(down) { down })
    |> process.selector_receive(1000)
  process.sleep(20)
  let assert Ok(new) = process.named(name)
  assert new != pid
}

pub fn sys_test() {
  let machine = start(lock())
  statem.send(machine.data, Kick)
  assert system.get_state(machine.pid) == to_dynamic(#(Broken(1), empty()))
  replace_data(machine.pid, ["mended"])
  system.suspend(machine.pid)
  statem.send(machine.data, Kick)
  system.resume(machine.pid)
  assert ask(machine) == #(Broken(2), ["mended"])
}

fn empty() -> List(String) {
  []
}
