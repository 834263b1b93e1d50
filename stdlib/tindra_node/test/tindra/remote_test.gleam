import gleam/dynamic/decode.{type Decoder}
import gleam/erlang/process.{type Subject}
import gleam/otp/actor
import gleam/string
import tindra/node
import tindra/remote.{type Protocol}
import tindra/term

pub type Message {
  Add(amount: Int)
  Get(reply_to: Subject(Int))
  Crash
  Ignore(reply_to: Subject(Int))
}

pub fn message() -> Decoder(Message) {
  let add = {
    use amount <- decode.field(1, decode.int)
    decode.success(Add(amount))
  }
  let get = {
    use reply_to <- decode.field(1, term.subject())
    decode.success(Get(reply_to))
  }
  let ignore = {
    use reply_to <- decode.field(1, term.subject())
    decode.success(Ignore(reply_to))
  }
  decode.one_of(term.constructor("Add", 1, add), or: [
    term.constructor("Get", 1, get),
    term.constructor("Ignore", 1, ignore),
    term.constructor("Crash", 0, decode.success(Crash)),
  ])
}

fn protocol(name: String) -> Protocol(Message) {
  remote.protocol(name, version: 1, decoding: message())
}

/// A counter that serves the protocol, not linked to the test.
pub fn serve_counter(name: String) -> process.Pid {
  let started = process.new_subject()
  process.spawn_unlinked(fn() {
    let assert Ok(counter) =
      actor.new(0) |> actor.on_message(handle) |> actor.start
    let assert Ok(_) = remote.serve(protocol(name), with: counter.data)
    process.send(started, counter.pid)
    process.sleep_forever()
  })
  let assert Ok(counter) = process.receive(started, 1000)
  counter
}

fn handle(count: Int, message: Message) -> actor.Next(Int, Message) {
  case message {
    Add(amount:) -> actor.continue(count + amount)
    Get(reply_to:) -> {
      process.send(reply_to, count)
      actor.continue(count)
    }
    Ignore(_) -> actor.continue(count)
    Crash -> {
      process.kill(process.self())
      actor.continue(count)
    }
  }
}

pub fn messages_and_calls_test() {
  serve_counter("plain")
  let there = remote.at(node.self(), protocol("plain"))
  assert remote.send(there, Add(2)) == Ok(Nil)
  assert remote.send(there, Add(3)) == Ok(Nil)
  assert remote.call(there, 1000, Get, decode.int) == Ok(5)
}

pub fn another_version_is_refused_test() {
  serve_counter("versions")
  let newer = remote.protocol("versions", version: 2, decoding: message())
  let there = remote.at(node.self(), newer)
  quiet()
  assert remote.send(there, Add(2)) == Ok(Nil)
  assert remote.call(there, 1000, Get, decode.int)
    == Error(remote.OtherVersion(1))
  let there = remote.at(node.self(), protocol("versions"))
  assert remote.call(there, 1000, Get, decode.int) == Ok(0)
}

pub fn what_the_decoder_does_not_know_is_refused_test() {
  serve_counter("refusals")
  let liar = remote.protocol("refusals", version: 1, decoding: term.subject())
  let there = remote.at(node.self(), liar)
  quiet()
  let assert Error(remote.Refused(_)) =
    remote.call(there, 1000, fn(subject) { subject }, decode.int)
}

pub fn replies_are_checked_test() {
  serve_counter("replies")
  let there = remote.at(node.self(), protocol("replies"))
  // The decoder forgets that the count is a number.
  let assert Error(remote.UnexpectedReply([error])) =
    remote.call(there, 1000, Get, decode.failure(0, "String"))
  assert error.expected == "String"
}

pub fn nobody_serves_test() {
  let there = remote.at(node.self(), protocol("nobody"))
  assert remote.send(there, Add(1)) == Ok(Nil)
  assert remote.call(there, 1000, Get, decode.int) == Error(remote.NoProcess)
}

pub fn late_replies_are_lost_test() {
  serve_counter("late")
  let there = remote.at(node.self(), protocol("late"))
  assert remote.call(there, 10, Ignore, decode.int) == Error(remote.Timeout)
  let other = process.new_selector() |> process.select_other(fn(data) { data })
  assert process.selector_receive(other, 20) == Error(Nil)
}

pub fn the_end_of_the_server_is_told_test() {
  let counter = serve_counter("crashes")
  let there = remote.at(node.self(), protocol("crashes"))
  let monitor = remote.monitor(there)
  quiet()
  process.kill(counter)
  let selector =
    process.new_selector() |> remote.select_down(monitor, fn(down) { down })
  let assert Ok(remote.Ended(_)) = process.selector_receive(selector, 1000)
  assert remote.call(there, 1000, Get, decode.int) == Error(remote.NoProcess)
}

pub fn the_server_ends_during_a_call_test() {
  serve_counter("ends")
  let there = remote.at(node.self(), protocol("ends"))
  quiet()
  assert remote.send(there, Crash) == Ok(Nil)
  case remote.call(there, 1000, Get, decode.int) {
    Error(remote.Exited(_)) | Error(remote.NoProcess) -> Nil
    other -> panic as string.inspect(other)
  }
}

pub fn descriptions_test() {
  let errors = [decode.DecodeError("Int", "String", ["1"])]
  assert remote.describe(remote.Refused(errors))
    == "the other node did not accept the message: Int expected, String found at 1"
  assert remote.describe(remote.Exited(process.Killed))
    == "the process ended before it replied: Killed"
}

/// What is refused and what crashes is logged, which is not to be seen here.
@external(erlang, "tindra_node_test_ffi", "quiet")
pub fn quiet() -> Nil
