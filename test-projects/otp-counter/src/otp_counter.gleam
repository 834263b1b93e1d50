//// A supervised counter. It is killed, its supervisor starts it anew under the
//// same name, and those who use it need not know; killed too often, it takes its
//// supervisor with it.

import gleam/erlang/process.{type Name, type Pid, type Subject}
import gleam/int
import gleam/io
import gleam/otp/actor
import gleam/otp/static_supervisor as supervisor
import gleam/otp/supervision
import logging

type Message {
  Increment
  Get(reply_to: Subject(Int))
}

fn handle(count: Int, message: Message) -> actor.Next(Int, Message) {
  case message {
    Increment -> actor.continue(count + 1)
    Get(reply_to:) -> {
      actor.send(reply_to, count)
      actor.continue(count)
    }
  }
}

fn start(name: Name(Message)) -> actor.StartResult(Subject(Message)) {
  actor.new(0) |> actor.on_message(handle) |> actor.named(name) |> actor.start
}

pub fn main() -> Nil {
  // OTP reports each restart to the log, which would be among the output.
  logging.set_level(logging.Emergency)
  process.trap_exits(True)
  let name = process.new_name("counter")
  let counter = process.named_subject(name)
  let assert Ok(tree) =
    supervisor.new(supervisor.OneForOne)
    |> supervisor.restart_tolerance(intensity: 2, period: 60)
    |> supervisor.add(supervision.worker(fn() { start(name) }))
    |> supervisor.start

  count(counter)
  kill(name)
  count(counter)
  kill(name)
  count(counter)

  let assert Ok(last) = process.named(name)
  process.kill(last)
  let assert Ok(exit) =
    process.new_selector()
    |> process.select_trapped_exits(fn(exit) { exit })
    |> process.selector_receive(within: 5000)
  assert exit.pid == tree.pid
  assert process.named(name) == Error(Nil)
  io.println("the supervisor has given up")
}

fn count(counter: Subject(Message)) -> Nil {
  actor.send(counter, Increment)
  actor.send(counter, Increment)
  let value = actor.call(counter, waiting: 1000, sending: Get)
  io.println("the counter stands at " <> int.to_string(value))
}

/// Kills the counter and waits until there is another one.
fn kill(name: Name(Message)) -> Nil {
  let assert Ok(pid) = process.named(name)
  process.kill(pid)
  await_other(name, pid)
  io.println("killed, and started anew")
}

fn await_other(name: Name(Message), old: Pid) -> Nil {
  case process.named(name) {
    Ok(pid) if pid != old -> Nil
    _ -> {
      process.sleep(1)
      await_other(name, old)
    }
  }
}
