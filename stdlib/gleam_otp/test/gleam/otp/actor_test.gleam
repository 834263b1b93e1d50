import gleam/dynamic.{type Dynamic}
import gleam/erlang/process.{type Pid, type Subject, ExitMessage}
import gleam/function
import gleam/otp/actor.{InitExited, InitFailed, InitTimeout}
import gleam/otp/system
import gleam/string

type Message {
  Increment
  GetCount(reply_to: Subject(Int))
  Finish
  Fail(reason: String)
}

fn handle_message(count: Int, message: Message) -> actor.Next(Int, Message) {
  case message {
    Increment -> actor.continue(count + 1)
    GetCount(reply_to:) -> {
      actor.send(reply_to, count)
      actor.continue(count)
    }
    Finish -> actor.stop()
    Fail(reason:) -> actor.stop_abnormal(reason)
  }
}

fn start_counter() -> actor.Started(Subject(Message)) {
  let assert Ok(started) =
    actor.new(0) |> actor.on_message(handle_message) |> actor.start
  started
}

fn receive_exit(within milliseconds: Int) -> Result(process.ExitMessage, Nil) {
  process.new_selector()
  |> process.select_trapped_exits(function.identity)
  |> process.selector_receive(milliseconds)
}

@external(erlang, "gleam_otp_test_ffi", "replace_state")
fn replace_state(pid: Pid, state: a) -> a

@external(erlang, "gleam_otp_test_ffi", "get_status")
fn get_status(pid: Pid) -> #(Pid, system.Mode, Pid, Dynamic)

@external(erlang, "gleam_otp_test_ffi", "initial_ancestor")
fn initial_ancestor(pid: Pid) -> Pid

@external(erlang, "erlang", "send")
fn send_anything(to: Pid, message: a) -> a

// Messages

pub fn messages_test() {
  let counter = start_counter()
  actor.send(counter.data, Increment)
  actor.send(counter.data, Increment)
  assert actor.call(counter.data, waiting: 1000, sending: GetCount) == 2
  assert process.subject_owner(counter.data) == Ok(counter.pid)
}

pub fn default_handler_test() {
  let assert Ok(started) = actor.start(actor.new("state"))
  process.send(started.data, 1)
  assert system.get_state(started.pid) == dynamic.string("state")
}

pub fn unexpected_messages_are_discarded_test() {
  let counter = start_counter()
  send_anything(counter.pid, "anything")
  send_anything(counter.pid, #("more", "of", "it"))
  actor.send(counter.data, Increment)
  assert actor.call(counter.data, waiting: 1000, sending: GetCount) == 1
}

/// A message with a new subject as the reply.
type Swap {
  Swap(value: String, reply_to: Subject(Subject(Swap)))
}

pub fn with_selector_test() {
  let assert Ok(started) =
    actor.new([])
    |> actor.on_message(fn(state, message) {
      let Swap(value:, reply_to:) = message
      let subject = process.new_subject()
      process.send(reply_to, subject)
      let selector = process.new_selector() |> process.select(subject)
      actor.continue([value, ..state]) |> actor.with_selector(selector)
    })
    |> actor.start
  let second = process.call(started.data, 1000, Swap("a", _))
  // The first subject is not selected any more.
  process.send(started.data, Swap("lost", process.new_subject()))
  process.call(second, 1000, Swap("b", _))
  assert system.get_state(started.pid)
    == dynamic.list([dynamic.string("b"), dynamic.string("a")])
}

// Ends

pub fn stop_test() {
  process.trap_exits(True)
  let counter = start_counter()
  actor.send(counter.data, Finish)
  assert receive_exit(1000) == Ok(ExitMessage(counter.pid, process.Normal))
}

pub fn stop_abnormal_test() {
  process.trap_exits(True)
  let counter = start_counter()
  actor.send(counter.data, Fail("no more"))
  let reason = process.Abnormal(dynamic.string("no more"))
  assert receive_exit(1000) == Ok(ExitMessage(counter.pid, reason))
}

pub fn with_selector_of_stop_test() {
  assert actor.with_selector(actor.stop(), process.new_selector())
    == actor.stop()
}

fn start_trapping(
  select: fn(process.Selector(String)) -> process.Selector(String),
) -> actor.Started(Subject(String)) {
  let assert Ok(started) =
    actor.new_with_initialiser(1000, fn(subject) {
      process.trap_exits(True)
      let selector = process.new_selector() |> process.select(subject) |> select
      actor.initialised("nothing")
      |> actor.selecting(selector)
      |> actor.returning(subject)
      |> Ok
    })
    |> actor.on_message(fn(_, message) { actor.continue(message) })
    |> actor.start
  started
}

/// This is how a supervisor shuts a child down.
pub fn exit_of_the_parent_ends_a_trapping_actor_test() {
  process.trap_exits(True)
  let started = start_trapping(function.identity)
  process.send_abnormal_exit(started.pid, "shutdown")
  let reason = process.Abnormal(dynamic.string("shutdown"))
  assert receive_exit(1000) == Ok(ExitMessage(started.pid, reason))
}

pub fn other_exits_do_not_end_a_trapping_actor_test() {
  let started = start_trapping(function.identity)
  process.spawn_unlinked(fn() {
    process.send_abnormal_exit(started.pid, "other")
    process.send(started.data, "message")
  })
  process.sleep(20)
  assert system.get_state(started.pid) == dynamic.string("message")
}

pub fn selected_exits_are_messages_test() {
  let started =
    start_trapping(
      process.select_trapped_exits(_, fn(exit) { string.inspect(exit.reason) }),
    )
  process.send_abnormal_exit(started.pid, "shutdown")
  assert system.get_state(started.pid)
    == dynamic.string("Abnormal(\"shutdown\")")
}

// Starts

pub fn started_by_proc_lib_test() {
  assert initial_ancestor(start_counter().pid) == process.self()
}

pub fn initialiser_runs_in_the_actor_test() {
  let assert Ok(started) =
    actor.new_with_initialiser(1000, fn(subject) {
      let owner = process.subject_owner(subject)
      Ok(actor.initialised(Nil) |> actor.returning(#(process.self(), owner)))
    })
    |> actor.start
  assert started.data == #(started.pid, Ok(started.pid))
}

pub fn initialised_default_test() {
  let parent = process.new_subject()
  let assert Ok(started) =
    actor.new_with_initialiser(1000, fn(subject) {
      process.send(parent, subject)
      Ok(actor.initialised(0))
    })
    |> actor.on_message(handle_message)
    |> actor.start
  assert started.data == Nil
  let assert Ok(subject) = process.receive(parent, 0)
  actor.send(subject, Increment)
  assert actor.call(subject, 1000, GetCount) == 1
}

pub fn init_failed_test() {
  process.trap_exits(True)
  assert actor.new_with_initialiser(1000, fn(_) { Error("not today") })
    |> actor.start
    == Error(InitFailed("not today"))
  assert receive_exit(10) == Error(Nil)
}

pub fn init_failed_leaves_the_starter_alive_test() {
  let result = process.new_subject()
  process.spawn_unlinked(fn() {
    let started =
      actor.new_with_initialiser(1000, fn(_) { Error("not today") })
      |> actor.start
    process.send(result, started)
  })
  assert process.receive(result, 1000) == Ok(Error(InitFailed("not today")))
}

pub fn init_exited_test() {
  process.trap_exits(True)
  let assert Error(InitExited(process.Abnormal(_))) =
    actor.new_with_initialiser(1000, fn(_) { panic as "boom" })
    |> actor.start
  assert receive_exit(10) == Error(Nil)
}

pub fn init_timeout_test() {
  let pid = process.new_subject()
  assert actor.new_with_initialiser(10, fn(_) {
      process.send(pid, process.self())
      process.sleep_forever()
      Error("never")
    })
    |> actor.start
    == Error(InitTimeout)
  let assert Ok(pid) = process.receive(pid, 0)
  assert !process.is_alive(pid)
}

pub fn named_test() {
  let name = process.new_name("counter")
  let builder =
    actor.new(0) |> actor.on_message(handle_message) |> actor.named(name)
  let assert Ok(started) = actor.start(builder)
  assert started.data == process.named_subject(name)
  assert process.named(name) == Ok(started.pid)
  actor.send(process.named_subject(name), Increment)
  assert actor.call(started.data, 1000, GetCount) == 1
  let assert Error(InitFailed(_)) = actor.start(builder)
  assert actor.call(started.data, 1000, GetCount) == 1
}

pub fn name_is_free_after_a_failed_start_test() {
  let name = process.new_name("unready")
  let assert Error(InitFailed("no")) =
    actor.new_with_initialiser(1000, fn(_) { Error("no") })
    |> actor.named(name)
    |> actor.start
  assert process.named(name) == Error(Nil)
}

// System messages

pub fn get_state_test() {
  let counter = start_counter()
  actor.send(counter.data, Increment)
  assert system.get_state(counter.pid) == dynamic.int(1)
}

pub fn get_status_test() {
  let pid = start_counter().pid
  assert get_status(pid)
    == #(pid, system.Running, process.self(), dynamic.int(0))
}

pub fn debug_state_test() {
  assert system.debug_state([system.NoDebug]) == system.debug_state([])
}

pub fn replace_state_test() {
  let counter = start_counter()
  assert replace_state(counter.pid, 41) == 41
  actor.send(counter.data, Increment)
  assert actor.call(counter.data, 1000, GetCount) == 42
}

pub fn suspend_test() {
  let counter = start_counter()
  system.suspend(counter.pid)
  actor.send(counter.data, Increment)
  process.sleep(10)
  assert system.get_state(counter.pid) == dynamic.int(0)
  assert replace_state(counter.pid, 10) == 10
  system.resume(counter.pid)
  assert actor.call(counter.data, 1000, GetCount) == 11
}

pub fn suspended_actor_follows_its_parent_test() {
  process.trap_exits(True)
  let counter = start_counter()
  system.suspend(counter.pid)
  process.send_abnormal_exit(counter.pid, "enough")
  let reason = process.Abnormal(dynamic.string("enough"))
  assert receive_exit(1000) == Ok(ExitMessage(counter.pid, reason))
}
