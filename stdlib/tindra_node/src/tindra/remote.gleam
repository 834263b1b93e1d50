//// Typed messages between nodes.
////
//// Two nodes can run programs that were compiled at different times, so that
//// no compiler has seen both. They share a `Protocol` instead: a name, a
//// version, and a decoder for the messages. One process of a node can serve
//// it, and others send to that process by the name of its node.
////
//// ```gleam
//// import gleam/dynamic/decode
//// import gleam/erlang/process
//// import tindra/node
////
//// // What both nodes know.
//// let greetings = remote.protocol("greetings", version: 1, decoding: decode.string)
////
//// // What the one node does.
//// let subject = process.new_subject()
//// let assert Ok(_) = remote.serve(greetings, with: subject)
////
//// // What the other does, with the name of the first instead of `node.self()`.
//// let there = remote.at(node.self(), greetings)
//// assert remote.send(there, "hello") == Ok(Nil)
////
//// assert process.receive(subject, within: 1000) == Ok("hello")
//// ```
////
//// What arrives is looked at before anybody gets to see it. A message of
//// another version is refused, and so is one that the decoder does not accept:
//// who made a call is told so, and for other messages the log is. Decoders for custom types are made with
//// `tindra/term`.

import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode.{type DecodeError, type Decoder}
import gleam/erlang/atom.{type Atom}
import gleam/erlang/process.{
  type ExitReason, type Monitor, type Name, type Pid, type Selector,
  type Subject,
}
import gleam/list
import gleam/otp/actor
import gleam/otp/supervision.{type ChildSpecification}
import gleam/result
import gleam/string
import tindra/node.{type Node}

/// What nodes have agreed upon: the name, the version and the type of messages.
pub opaque type Protocol(message) {
  Protocol(name: Atom, version: Int, decoder: Decoder(message))
}

/// A place to send messages to: the process of a node that serves a protocol,
/// whichever that is at the time.
pub opaque type Address(message) {
  Address(node: Node, protocol: Protocol(message))
}

/// Why a message was not sent.
pub type SendError {
  /// There is no connection to the node and none can be made.
  NotConnected
}

/// Why a call did not bring a reply.
pub type CallError {
  /// There is no connection to the node, or it broke while waiting.
  NoConnection
  /// No process of the node serves the protocol.
  NoProcess
  /// The reply did not come in time.
  Timeout
  /// The process ended before it replied.
  Exited(reason: ExitReason)
  /// The other node serves another version of the protocol.
  OtherVersion(version: Int)
  /// The other node's decoder did not accept the message.
  Refused(errors: List(DecodeError))
  /// The reply came, and the decoder did not accept it.
  UnexpectedReply(errors: List(DecodeError))
}

/// Why a function was not run to its end on another node.
pub type RunError {
  /// There is no connection to the node, or it broke meanwhile.
  NodeUnreachable
  /// The result did not come in time. The function may be running still.
  RunTimeout
  /// The other node does not have the function's module, or has it compiled
  /// from another text.
  OtherCode
  /// The function crashed.
  Crashed(reason: Dynamic)
}

/// Why a monitored address does not answer any more.
pub type Down {
  /// The connection to the node broke, or could not be made.
  ConnectionLost
  /// No process of the node serves the protocol.
  NotServed
  /// The process that served the protocol ended.
  Ended(reason: ExitReason)
}

/// Describes what nodes say to each other: a name for it, a version that
/// changes whenever the type of the messages does, and a decoder. The name
/// becomes an atom, of which there should not be too many.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import tindra/node
///
/// let old = remote.protocol("lines", version: 1, decoding: decode.string)
/// assert remote.send(remote.at(node.self(), old), "nobody serves it") == Ok(Nil)
/// ```
pub fn protocol(
  name: String,
  version version: Int,
  decoding decoder: Decoder(message),
) -> Protocol(message) {
  Protocol(name: atom.create("tindra_remote_" <> name), version:, decoder:)
}

/// The address of the process that serves a protocol on a node.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import tindra/node
///
/// let numbers = remote.protocol("numbers", version: 1, decoding: decode.int)
/// let here = remote.at(node.self(), numbers)
/// assert remote.node_of(here) == node.self()
/// ```
pub fn at(node: Node, protocol: Protocol(message)) -> Address(message) {
  Address(node:, protocol:)
}

/// The node of an address.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import tindra/node
///
/// let numbers = remote.protocol("numbers", version: 1, decoding: decode.int)
/// assert remote.node_of(remote.at(node.self(), numbers)) == node.self()
/// ```
pub fn node_of(address: Address(message)) -> Node {
  address.node
}

// Serving

/// Starts a process that receives the messages of a protocol from all nodes,
/// this one included, and passes those to the subject that are as they should
/// be. It is linked to this process and ends with the owner of the subject.
///
/// On each node one process can serve a protocol at a time.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
/// import gleam/otp/actor
///
/// let taken = remote.protocol("taken", version: 1, decoding: decode.int)
/// let assert Ok(_) = remote.serve(taken, with: process.new_subject())
/// assert remote.serve(taken, with: process.new_subject())
///   == Error(actor.InitFailed("the protocol is served already"))
/// ```
pub fn serve(
  protocol: Protocol(message),
  with subject: Subject(message),
) -> actor.StartResult(Nil) {
  actor.new_with_initialiser(1000, fn(_) {
    use owner <- result.try(
      process.subject_owner(subject)
      |> result.replace_error("no process has the name of the subject"),
    )
    use Nil <- result.map(
      process.register(process.self(), atom_to_name(protocol.name))
      |> result.replace_error("the protocol is served already"),
    )
    let monitor = process.monitor(owner)
    let selector =
      process.new_selector()
      |> process.select_record(wire_tag(), fields: 3, mapping: arrived)
      |> process.select_specific_monitor(monitor, fn(down) {
        OwnerDown(down.reason)
      })
    actor.initialised(Nil) |> actor.selecting(selector)
  })
  |> actor.on_message(fn(_, message) { handle(message, protocol, subject) })
  |> actor.start
}

/// `serve`, as a child of a supervisor. The subject should be a named one,
/// since only those are the same after a restart of their owner.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
/// import gleam/otp/static_supervisor
/// import tindra/node
///
/// let protocol = remote.protocol("watched", version: 1, decoding: decode.int)
/// let subject = process.new_subject()
/// let assert Ok(_) =
///   static_supervisor.new(static_supervisor.OneForOne)
///   |> static_supervisor.add(remote.supervised(protocol, with: subject))
///   |> static_supervisor.start
/// assert remote.send(remote.at(node.self(), protocol), 7) == Ok(Nil)
/// assert process.receive(subject, within: 1000) == Ok(7)
/// ```
pub fn supervised(
  protocol: Protocol(message),
  with subject: Subject(message),
) -> ChildSpecification(Nil) {
  supervision.worker(fn() { serve(protocol, with: subject) })
}

/// What comes to the process that serves a protocol.
type Incoming {
  Arrived(version: Int, caller: Caller, data: Dynamic)
  OwnerDown(reason: ExitReason)
}

/// Who wants to know of a refusal: the process that made a call, or nobody.
type Caller

@external(erlang, "tindra_node_ffi", "arrived")
fn arrived(message: Dynamic) -> Incoming

fn handle(
  incoming: Incoming,
  protocol: Protocol(message),
  subject: Subject(message),
) -> actor.Next(Nil, Incoming) {
  case incoming {
    OwnerDown(reason: process.Normal) -> actor.stop()
    OwnerDown(reason:) -> {
      let reason = string.inspect(reason)
      actor.stop_abnormal("the owner of the subject ended: " <> reason)
    }
    Arrived(version:, caller:, data:) -> {
      case check(version, data, protocol) {
        Ok(message) -> process.send(subject, message)
        Error(problem) -> refuse(protocol.name, caller, problem)
      }
      actor.continue(Nil)
    }
  }
}

fn check(
  version: Int,
  data: Dynamic,
  protocol: Protocol(message),
) -> Result(message, CallError) {
  case version == protocol.version {
    True -> decode.run(data, protocol.decoder) |> result.map_error(Refused)
    False -> Error(OtherVersion(protocol.version))
  }
}

// Sending

/// Sends a message and goes on at once, whether or not somebody serves the
/// protocol there. Connects to the node if necessary, which can take seconds
/// when it is not to be reached.
///
/// ```gleam no_run
/// import gleam/dynamic/decode
/// import tindra/node
///
/// let numbers = remote.protocol("numbers", version: 1, decoding: decode.int)
/// let assert Ok(nobody) = node.named("nobody@127.0.0.1")
/// assert remote.send(remote.at(nobody, numbers), 1) == Error(remote.NotConnected)
/// ```
pub fn send(
  address: Address(message),
  message: message,
) -> Result(Nil, SendError) {
  let Address(node:, protocol: Protocol(name:, version:, ..)) = address
  send_to(name, node, version, message)
}

/// Sends a request and waits for the reply to it. The function is given the
/// subject to reply to and makes the request; the process that serves the
/// protocol replies with `process.send`, as it does to calls of its own node.
/// The reply is looked at with the decoder before it is given.
///
/// A reply that comes too late is lost.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
/// import gleam/otp/actor
/// import tindra/node
/// import tindra/term
///
/// // Messages are subjects to send the count to.
/// let counting = remote.protocol("counting", version: 1, decoding: term.subject())
/// let assert Ok(counter) =
///   actor.new(1)
///   |> actor.on_message(fn(count, reply_to) {
///     process.send(reply_to, count)
///     actor.continue(count + 1)
///   })
///   |> actor.start
/// let assert Ok(_) = remote.serve(counting, with: counter.data)
///
/// let there = remote.at(node.self(), counting)
/// let count = fn() {
///   remote.call(there, waiting: 1000, sending: fn(me) { me }, expecting: decode.int)
/// }
/// assert count() == Ok(1)
/// assert count() == Ok(2)
/// ```
pub fn call(
  address: Address(message),
  waiting timeout: Int,
  sending make_request: fn(Subject(reply)) -> message,
  expecting decoder: Decoder(reply),
) -> Result(reply, CallError) {
  let Address(node:, protocol: Protocol(name:, version:, ..)) = address
  use reply <- result.try(call_to(name, node, version, make_request, timeout))
  decode.run(reply, decoder) |> result.map_error(UnexpectedReply)
}

/// Watches an address: this process gets one message when nobody serves the
/// protocol there any more, or when the connection breaks. See `select_down`.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import gleam/erlang/process
/// import tindra/node
///
/// let unserved = remote.protocol("unserved", version: 1, decoding: decode.int)
/// let monitor = remote.monitor(remote.at(node.self(), unserved))
/// assert process.new_selector()
///   |> remote.select_down(monitor, fn(down) { down })
///   |> process.selector_receive(within: 1000)
///   == Ok(remote.NotServed)
/// ```
pub fn monitor(address: Address(message)) -> Monitor {
  monitor_name(address.protocol.name, address.node)
}

/// Adds the message of a monitor made with `monitor`, or of one of
/// `process.monitor` for a process of another node, to a selector.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let monitor = process.monitor(process.spawn_unlinked(fn() { Nil }))
/// let assert Ok(remote.Ended(_)) =
///   process.new_selector()
///   |> remote.select_down(monitor, fn(down) {
///     case down {
///       remote.NotServed -> remote.Ended(process.Normal)
///       other -> other
///     }
///   })
///   |> process.selector_receive(within: 1000)
/// ```
pub fn select_down(
  selector: Selector(payload),
  monitor: Monitor,
  mapping transform: fn(Down) -> payload,
) -> Selector(payload) {
  use down <- process.select_specific_monitor(selector, monitor)
  transform(down_reason(down.reason))
}

// Running

/// Runs a function on another node and gives its result. The other node must
/// have the same compiled module that the function is written in, which is why
/// the result has the type that it has here.
///
/// ```gleam
/// import tindra/node
///
/// assert remote.run(on: node.self(), within: 1000, run: fn() { 1 + 1 }) == Ok(2)
/// let assert Error(remote.Crashed(_)) =
///   remote.run(on: node.self(), within: 1000, run: fn() { panic })
/// ```
@external(erlang, "tindra_node_ffi", "run")
pub fn run(
  on node: Node,
  within milliseconds: Int,
  run function: fn() -> result,
) -> Result(result, RunError)

/// Starts a process on another node that runs a function, not linked to this
/// one. `process.monitor` tells when it ends.
///
/// ```gleam
/// import gleam/erlang/process
/// import tindra/node
///
/// let subject = process.new_subject()
/// let assert Ok(_) =
///   remote.spawn(on: node.self(), within: 1000, run: fn() {
///     process.send(subject, node.self())
///   })
/// assert process.receive(subject, within: 1000) == Ok(node.self())
/// ```
pub fn spawn(
  on node: Node,
  within milliseconds: Int,
  run function: fn() -> anything,
) -> Result(Pid, RunError) {
  run(on: node, within: milliseconds, run: fn() {
    process.spawn_unlinked(function)
  })
}

/// The node that a process runs on.
///
/// ```gleam
/// import gleam/erlang/process
/// import tindra/node
///
/// assert remote.node_of_process(process.self()) == node.self()
/// ```
@external(erlang, "erlang", "node")
pub fn node_of_process(pid: Pid) -> Node

/// What is wrong, for people.
///
/// ```gleam
/// assert remote.describe(remote.OtherVersion(2))
///   == "the other node serves version 2 of the protocol"
/// ```
pub fn describe(error: CallError) -> String {
  case error {
    NoConnection -> "no connection to the node"
    NoProcess -> "no process of the node serves the protocol"
    Timeout -> "no reply in time"
    Exited(reason:) ->
      "the process ended before it replied: " <> string.inspect(reason)
    OtherVersion(version:) ->
      "the other node serves version "
      <> string.inspect(version)
      <> " of the protocol"
    Refused(errors:) ->
      "the other node did not accept the message: " <> decode_errors(errors)
    UnexpectedReply(errors:) ->
      "the reply is not as expected: " <> decode_errors(errors)
  }
}

fn decode_errors(errors: List(DecodeError)) -> String {
  errors
  |> list.map(fn(error) {
    let decode.DecodeError(expected:, found:, path:) = error
    let place = case path {
      [] -> ""
      _ -> " at " <> string.join(path, ".")
    }
    expected <> " expected, " <> found <> " found" <> place
  })
  |> string.join("; ")
}

fn wire_tag() -> Atom {
  atom.create("tindra_remote")
}

/// The name that a process is registered with. No message is received by it.
@external(erlang, "tindra_node_ffi", "identity")
fn atom_to_name(atom: Atom) -> Name(Nil)

@external(erlang, "tindra_node_ffi", "refuse")
fn refuse(protocol: Atom, caller: Caller, problem: CallError) -> Nil

@external(erlang, "tindra_node_ffi", "send_to")
fn send_to(
  name: Atom,
  node: Node,
  version: Int,
  message: message,
) -> Result(Nil, SendError)

@external(erlang, "tindra_node_ffi", "call_to")
fn call_to(
  name: Atom,
  node: Node,
  version: Int,
  make_request: fn(Subject(reply)) -> message,
  timeout: Int,
) -> Result(Dynamic, CallError)

@external(erlang, "tindra_node_ffi", "monitor_name")
fn monitor_name(name: Atom, node: Node) -> Monitor

@external(erlang, "tindra_node_ffi", "down_reason")
fn down_reason(reason: ExitReason) -> Down
