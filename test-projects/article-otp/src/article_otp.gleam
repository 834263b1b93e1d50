import gleam/erlang/process
import gleam/int
import gleam/io
import gleam/otp/actor

pub type Message {
  Increment
  GetCount(reply_to: process.Subject(Int))
}

pub fn main() {
  let assert Ok(started) =
    actor.new(0)
    |> actor.on_message(handle_message)
    |> actor.start
  let counter = started.data
  process.send(counter, Increment)
  process.send(counter, Increment)
  let count = process.call(counter, waiting: 1000, sending: GetCount)
  io.println("The count is " <> int.to_string(count))
}

fn handle_message(count: Int, message: Message) -> actor.Next(Int, Message) {
  case message {
    Increment -> actor.continue(count + 1)
    GetCount(reply_to) -> {
      process.send(reply_to, count)
      actor.continue(count)
    }
  }
}
