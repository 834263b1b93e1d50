import gleam/dynamic
import gleam/dynamic/decode
import gleam/erlang/atom
import gleam/erlang/process.{
  type Subject, Abnormal, ExitMessage, Killed, Normal, ProcessDown,
}
import gleam/erlang/reference
import gleam/function
import gleam/int
import gleam/string

/// The message with which a function panics.
fn panic_message(body: fn() -> a) -> String {
  let assert Ok(message) =
    decode.run(
      catch_error(body),
      decode.at([atom.create("message")], decode.string),
    )
  message
}

@external(erlang, "gleam_erlang_test_ffi", "catch_error")
fn catch_error(body: fn() -> a) -> dynamic.Dynamic

@external(erlang, "erlang", "send")
fn send_anything(to: process.Pid, message: a) -> a

// Sending and receiving

pub fn send_and_receive_test() {
  let subject = process.new_subject()
  let assert True = process.self() != spawn_sender(subject)
  assert process.receive(subject, 100) == Ok(1)
  assert process.receive(subject, 100) == Ok(2)
  assert process.receive(subject, 0) == Error(Nil)
}

fn spawn_sender(subject: Subject(Int)) -> process.Pid {
  process.spawn(fn() {
    process.send(subject, 1)
    process.send(subject, 2)
  })
}

pub fn receive_leaves_other_messages_test() {
  let a = process.new_subject()
  let b = process.new_subject()
  process.send(a, "a")
  process.send(b, "b")
  assert process.receive(b, 0) == Ok("b")
  assert process.receive(a, 0) == Ok("a")
}

pub fn receive_forever_test() {
  let subject = process.new_subject()
  process.send_after(subject, 10, "late")
  assert process.receive_forever(subject) == "late"
}

pub fn receive_from_another_process_test() {
  let subject = process.new_subject()
  process.spawn(fn() { process.send(subject, process.new_subject()) })
  let assert Ok(other) = process.receive(subject, 100)
  let message = "Cannot receive with a subject owned by another process"
  assert panic_message(fn() { process.receive(other, 0) }) == message
  assert panic_message(fn() { process.receive_forever(other) }) == message
}

pub fn flush_messages_test() {
  let subject = process.new_subject()
  process.send(subject, 1)
  send_anything(process.self(), "anything")
  process.flush_messages()
  assert process.receive(subject, 0) == Error(Nil)
}

pub fn subject_owner_test() {
  assert process.subject_owner(process.new_subject()) == Ok(process.self())
}

pub fn subject_name_test() {
  assert process.subject_name(process.new_subject()) == Error(Nil)
  let name = process.new_name("name")
  assert process.subject_name(process.named_subject(name)) == Ok(name)
}

// Processes

pub fn is_alive_test() {
  assert process.is_alive(process.self())
  let pid = process.spawn_unlinked(fn() { Nil })
  await_end(pid)
  assert !process.is_alive(pid)
}

fn await_end(pid: process.Pid) -> process.Down {
  let monitor = process.monitor(pid)
  let assert Ok(down) =
    process.new_selector()
    |> process.select_specific_monitor(monitor, function.identity)
    |> process.selector_receive(1000)
  down
}

pub fn spawn_links_test() {
  let subject = process.new_subject()
  let parent =
    process.spawn_unlinked(fn() {
      let child = process.spawn(process.sleep_forever)
      let unlinked = process.spawn_unlinked(process.sleep_forever)
      process.send(subject, #(child, unlinked))
      process.sleep_forever()
    })
  let assert Ok(#(child, unlinked)) = process.receive(subject, 100)
  process.kill(parent)
  let assert ProcessDown(reason: Killed, ..) = await_end(child)
  assert process.is_alive(unlinked)
  process.kill(unlinked)
}

pub fn link_test() {
  process.trap_exits(True)
  let pid = process.spawn_unlinked(process.sleep_forever)
  assert process.link(pid)
  process.kill(pid)
  assert receive_exit() == Ok(ExitMessage(pid, Killed))
}

fn receive_exit() -> Result(process.ExitMessage, Nil) {
  process.new_selector()
  |> process.select_trapped_exits(function.identity)
  |> process.selector_receive(100)
}

pub fn link_to_nobody_test() {
  let pid = process.spawn_unlinked(fn() { Nil })
  await_end(pid)
  assert !process.link(pid)
}

pub fn unlink_test() {
  process.trap_exits(True)
  let pid = process.spawn(process.sleep_forever)
  process.unlink(pid)
  process.kill(pid)
  await_end(pid)
  assert receive_exit() == Error(Nil)
}

pub fn trapped_exits_test() {
  process.trap_exits(True)
  let pid = process.spawn(fn() { Nil })
  assert receive_exit() == Ok(ExitMessage(pid, Normal))
  let pid = process.spawn(process.sleep_forever)
  process.send_abnormal_exit(pid, "reason")
  assert receive_exit()
    == Ok(ExitMessage(pid, Abnormal(dynamic.string("reason"))))
}

pub fn send_exit_test() {
  let pid = process.spawn_unlinked(process.sleep_forever)
  process.send_exit(pid)
  process.sleep(5)
  assert process.is_alive(pid)
  process.kill(pid)
}

// Calls

type Question {
  Double(reply_to: Subject(Int), number: Int)
}

/// A process that answers questions after a number of milliseconds.
fn spawn_doubler(delay: Int) -> Subject(Question) {
  let ready = process.new_subject()
  process.spawn_unlinked(fn() {
    let subject = process.new_subject()
    process.send(ready, subject)
    let Double(reply_to:, number:) = process.receive_forever(subject)
    process.sleep(delay)
    process.send(reply_to, number * 2)
  })
  process.receive_forever(ready)
}

pub fn call_test() {
  assert process.call(spawn_doubler(0), 1000, Double(_, 4)) == 8
}

pub fn call_forever_test() {
  assert process.call_forever(spawn_doubler(10), Double(_, 4)) == 8
}

pub fn call_timeout_test() {
  let doubler = spawn_doubler(100)
  let message = panic_message(fn() { process.call(doubler, 5, Double(_, 4)) })
  assert message == "The called process did not reply in time"
}

pub fn call_exit_test() {
  let doubler = spawn_doubler(1000)
  let assert Ok(pid) = process.subject_owner(doubler)
  process.spawn(fn() {
    process.sleep(5)
    process.send_abnormal_exit(pid, "boom")
  })
  let message =
    panic_message(fn() { process.call_forever(doubler, Double(_, 4)) })
  assert string.starts_with(
    message,
    "The called process exited before it replied",
  )
}

pub fn call_ended_process_test() {
  let doubler = spawn_doubler(0)
  assert process.call(doubler, 1000, Double(_, 4)) == 8
  let assert Ok(pid) = process.subject_owner(doubler)
  await_end(pid)
  let message =
    panic_message(fn() { process.call(doubler, 1000, Double(_, 4)) })
  assert string.starts_with(
    message,
    "The called process exited before it replied",
  )
}

// Timers

pub fn send_after_test() {
  let subject = process.new_subject()
  process.send_after(subject, 20, "late")
  process.send_after(subject, 1, "soon")
  assert process.receive(subject, 200) == Ok("soon")
  assert process.receive(subject, 200) == Ok("late")
}

pub fn cancel_timer_test() {
  let subject = process.new_subject()
  let timer = process.send_after(subject, 10_000, "late")
  let assert process.Cancelled(time_remaining:) = process.cancel_timer(timer)
  assert time_remaining > 5000 && time_remaining <= 10_000
  assert process.cancel_timer(timer) == process.TimerNotFound
}

// Names

pub fn register_test() {
  let name = process.new_name("register_test")
  assert process.named(name) == Error(Nil)
  assert process.register(process.self(), name) == Ok(Nil)
  assert process.named(name) == Ok(process.self())
  assert process.register(process.self(), name) == Error(Nil)
  let subject = process.named_subject(name)
  assert process.subject_owner(subject) == Ok(process.self())
  process.send(subject, 1)
  process.send_after(subject, 1, 2)
  assert process.receive(subject, 100) == Ok(1)
  assert process.receive_forever(subject) == 2
  assert process.unregister(name) == Ok(Nil)
  assert process.unregister(name) == Error(Nil)
  assert process.subject_owner(subject) == Error(Nil)
}

pub fn new_names_differ_test() {
  assert process.new_name("same") != process.new_name("same")
}

pub fn unregistered_name_test() {
  let subject = process.named_subject(process.new_name("nobody"))
  assert panic_message(fn() { process.send(subject, 1) })
    == "A message was sent to a name that no process has"
  assert panic_message(fn() { process.call(subject, 10, fn(_) { 1 }) })
    == "A call was made to a name that no process has"
}

pub fn call_name_test() {
  let name = process.new_name("doubler")
  let ready = process.new_subject()
  process.spawn(fn() {
    let assert Ok(Nil) = process.register(process.self(), name)
    process.send(ready, Nil)
    let Double(reply_to:, number:) =
      process.receive_forever(process.named_subject(name))
    process.send(reply_to, number * 2)
  })
  process.receive_forever(ready)
  assert process.call(process.named_subject(name), 1000, Double(_, 4)) == 8
}

// Monitors

pub fn monitor_test() {
  let pid = process.spawn_unlinked(process.sleep_forever)
  let monitor = process.monitor(pid)
  process.send_abnormal_exit(pid, "bye")
  let reason = Abnormal(dynamic.string("bye"))
  assert process.new_selector()
    |> process.select_monitors(function.identity)
    |> process.selector_receive(1000)
    == Ok(ProcessDown(monitor:, pid:, reason:))
}

pub fn demonitor_test() {
  let pid = process.spawn_unlinked(process.sleep_forever)
  let monitor = process.monitor(pid)
  process.kill(pid)
  await_end(pid)
  // Its message has come, and goes away with it.
  process.demonitor_process(monitor)
  assert process.new_selector()
    |> process.select_monitors(function.identity)
    |> process.selector_receive(0)
    == Error(Nil)
}

pub fn specific_monitor_goes_first_test() {
  let pid = process.spawn_unlinked(process.sleep_forever)
  let general = process.monitor(pid)
  let specific = process.monitor(pid)
  let selector =
    process.new_selector()
    |> process.select_specific_monitor(specific, fn(_) { "specific" })
    |> process.select_monitors(fn(down) {
      assert down.monitor == general
      "general"
    })
  process.kill(pid)
  let assert Ok(a) = process.selector_receive(selector, 100)
  let assert Ok(b) = process.selector_receive(selector, 100)
  assert a != b
  assert process.selector_receive(selector, 0) == Error(Nil)
}

pub fn deselect_specific_monitor_test() {
  let pid = process.spawn_unlinked(process.sleep_forever)
  let monitor = process.monitor(pid)
  let selector =
    process.new_selector()
    |> process.select_specific_monitor(monitor, function.identity)
    |> process.deselect_specific_monitor(monitor)
  process.kill(pid)
  assert process.selector_receive(selector, 10) == Error(Nil)
}

// Selectors

pub fn selector_takes_the_first_message_test() {
  let a = process.new_subject()
  let b = process.new_subject()
  let selector =
    process.new_selector()
    |> process.select(a)
    |> process.select_map(b, int.to_string)
  process.send(b, 1)
  process.send(a, "a")
  process.send(b, 2)
  assert process.selector_receive(selector, 0) == Ok("1")
  assert process.selector_receive(selector, 0) == Ok("a")
  assert process.selector_receive_forever(selector) == "2"
  assert process.selector_receive(selector, 0) == Error(Nil)
}

pub fn selector_leaves_other_messages_test() {
  let a = process.new_subject()
  let b = process.new_subject()
  process.send(b, 1)
  send_anything(process.self(), "anything")
  let selector = process.new_selector() |> process.select(a)
  assert process.selector_receive(selector, 0) == Error(Nil)
  assert process.receive(b, 0) == Ok(1)
}

pub fn deselect_test() {
  let a = process.new_subject()
  let b = process.new_subject()
  let selector =
    process.new_selector()
    |> process.select(a)
    |> process.select(b)
    |> process.deselect(a)
  process.send(a, 1)
  process.send(b, 2)
  assert process.selector_receive(selector, 0) == Ok(2)
  assert process.selector_receive(selector, 0) == Error(Nil)
}

pub fn map_selector_test() {
  let subject = process.new_subject()
  let selector =
    process.new_selector()
    |> process.select(subject)
    |> process.select_other(fn(_) { 0 })
    |> process.map_selector(int.to_string)
  process.send(subject, 1)
  send_anything(process.self(), "anything")
  assert process.selector_receive(selector, 0) == Ok("1")
  assert process.selector_receive(selector, 0) == Ok("0")
}

pub fn merge_selector_test() {
  let a = process.new_subject()
  let b = process.new_subject()
  let first =
    process.new_selector()
    |> process.select_map(a, fn(n) { #("first a", n) })
    |> process.select_map(b, fn(n) { #("first b", n) })
    |> process.select_other(fn(_) { #("first other", 0) })
  let second =
    process.new_selector()
    |> process.select_map(b, fn(n) { #("second b", n) })
  let selector = process.merge_selector(first, second)
  process.send(a, 1)
  process.send(b, 2)
  send_anything(process.self(), "anything")
  assert process.selector_receive(selector, 0) == Ok(#("first a", 1))
  assert process.selector_receive(selector, 0) == Ok(#("second b", 2))
  assert process.selector_receive(selector, 0) == Ok(#("first other", 0))
}

pub fn select_record_test() {
  let record = atom.create("record")
  let selector =
    process.new_selector()
    |> process.select_record(record, fields: 1, mapping: function.identity)
  send_anything(process.self(), #(record, 1, 2))
  send_anything(process.self(), #(record, 3))
  assert process.selector_receive(selector, 0)
    == Ok(dynamic.array([atom.to_dynamic(record), dynamic.int(3)]))
  assert process.selector_receive(selector, 0) == Error(Nil)
}

pub fn select_other_test() {
  let subject = process.new_subject()
  let selector =
    process.new_selector()
    |> process.select_other(function.identity)
    |> process.select_map(subject, dynamic.string)
  send_anything(process.self(), 1)
  process.send(subject, "message")
  send_anything(process.self(), #(reference.new(), "message"))
  assert process.selector_receive(selector, 0) == Ok(dynamic.int(1))
  assert process.selector_receive(selector, 0) == Ok(dynamic.string("message"))
  let assert Ok(_) = process.selector_receive(selector, 0)
}
