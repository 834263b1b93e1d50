//// The one process of the application that works.

import gleam/erlang/process.{type Subject}
import gleam/otp/actor
import gleam/otp/supervision.{type ChildSpecification}

pub type Message {
  Greet(name: String, reply_to: Subject(String))
}

@external(erlang, "otp_application_ffi", "name")
fn name() -> process.Name(Message)

pub fn supervised(greeting: String) -> ChildSpecification(Subject(Message)) {
  supervision.worker(fn() {
    actor.new(greeting)
    |> actor.on_message(handle)
    |> actor.named(name())
    |> actor.start
  })
}

fn handle(greeting: String, message: Message) -> actor.Next(String, Message) {
  actor.send(message.reply_to, greeting <> ", " <> message.name)
  actor.continue(greeting)
}

pub fn greet(who: String) -> String {
  process.named_subject(name())
  |> actor.call(waiting: 1000, sending: Greet(who, _))
}
