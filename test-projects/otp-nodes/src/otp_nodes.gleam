//// Two connected nodes. The second is a virtual machine that the first starts;
//// a till runs there, and the messages to it are of a protocol that both know.

import gleam/dynamic/decode.{type Decoder}
import gleam/erlang/process.{type Subject}
import gleam/int
import gleam/io
import gleam/otp/actor
import gleam/string
import logging
import tindra/node
import tindra/peer
import tindra/remote.{type Protocol}
import tindra/term

pub type Message {
  Paid(customer: String, amount: Int)
  Total(reply_to: Subject(Int))
}

fn till(version: Int) -> Protocol(Message) {
  remote.protocol("till", version:, decoding: message())
}

fn message() -> Decoder(Message) {
  let paid =
    term.constructor("Paid", 2, {
      use customer <- decode.field(1, decode.string)
      use amount <- decode.field(2, decode.int)
      decode.success(Paid(customer:, amount:))
    })
  let total =
    term.constructor("Total", 1, {
      use reply_to <- decode.field(1, term.subject())
      decode.success(Total(reply_to:))
    })
  decode.one_of(paid, or: [total])
}

/// Runs on the second node, as long as that does.
fn open_till(ready: Subject(Nil)) -> Nil {
  // Its end by force is part of the program and no news for the log.
  logging.set_level(logging.Emergency)
  let assert Ok(actor) =
    actor.new(0)
    |> actor.on_message(fn(total, message) {
      case message {
        Paid(customer:, amount:) -> {
          io.println(customer <> " pays " <> int.to_string(amount))
          actor.continue(total + amount)
        }
        Total(reply_to:) -> {
          process.send(reply_to, total)
          actor.continue(total)
        }
      }
    })
    |> actor.start
  let assert Ok(_) = remote.serve(till(1), with: actor.data)
  process.send(ready, Nil)
  process.sleep_forever()
}

pub fn main() {
  let name = "otp_nodes_" <> int.to_string(int.random(1_000_000_000))
  let assert Ok(_) =
    node.long(name, host: "127.0.0.1")
    |> node.cookie("otp nodes")
    |> node.loopback
    |> node.start
  let assert Ok(peer) = peer.start(name <> "_till")
  let there = peer.node(peer)
  io.println(
    "connected: " <> string.inspect(node.list(node.Connected) == [there]),
  )

  let ready = process.new_subject()
  let assert Ok(pid) =
    remote.spawn(on: there, within: 5000, run: fn() { open_till(ready) })
  let assert Ok(Nil) = process.receive(ready, within: 5000)

  let address = remote.at(there, till(1))
  let assert Ok(Nil) = remote.send(address, Paid("Ada", 30))
  let assert Ok(Nil) = remote.send(address, Paid("Bob", 12))
  let total = fn(address) {
    remote.call(address, waiting: 5000, sending: Total, expecting: decode.int)
  }
  io.println("total: " <> string.inspect(total(address)))
  io.println(
    "newer program: " <> string.inspect(total(remote.at(there, till(2)))),
  )

  let monitor = remote.monitor(address)
  process.kill(pid)
  let down =
    process.new_selector()
    |> remote.select_down(monitor, fn(down) { down })
    |> process.selector_receive(within: 5000)
  case down {
    Ok(remote.Ended(_)) -> io.println("the till is gone")
    other -> io.println(string.inspect(other))
  }
  io.println("total: " <> string.inspect(total(address)))

  node.monitor()
  let events = process.new_selector() |> node.select(fn(event) { event })
  peer.stop(peer)
  case process.selector_receive(events, within: 5000) {
    Ok(node.NodeDown(..)) -> io.println("the other node is gone")
    other -> io.println(string.inspect(other))
  }
  io.println("total: " <> string.inspect(total(address)))
}
