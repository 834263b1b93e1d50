//// Further virtual machines on this computer, for tests and demonstrations of
//// what takes more than one. They have the code of this one and end with the
//// process that started them.
////
//// ```gleam no_run
//// let assert Ok(peer) = peer.start("east")
//// assert peer.run(peer, within: 5000, run: fn() { 1 + 1 }) == Ok(2)
//// peer.stop(peer)
//// ```

import tindra/node.{type Node}
import tindra/remote.{type RunError}

/// A virtual machine that was started.
pub opaque type Peer {
  Peer(control: Control, node: Node)
}

/// The process that has the peer's standard input and output.
type Control

/// Why a peer was not started.
pub type PeerError {
  /// A peer with a name needs this node to have one, see `tindra/node.start`.
  NotDistributed
  /// The peer was not ready in time.
  NotReady
  /// Erlang gives another reason, here in its own notation.
  CannotStart(reason: String)
}

/// Starts a node that is connected to this one, with the given name before the
/// host of this node, and with its cookie.
///
/// ```gleam no_run
/// import tindra/node
///
/// let assert Ok(_) = node.start(node.short("west"))
/// let assert Ok(peer) = peer.start("east")
/// assert node.ping(peer.node(peer))
/// peer.stop(peer)
/// ```
pub fn start(name: String) -> Result(Peer, PeerError) {
  case do_start([name]) {
    Ok(#(control, node)) -> Ok(Peer(control:, node:))
    Error(error) -> Error(error)
  }
}

/// Starts a virtual machine without a name, which is connected to nothing.
/// Only `run` reaches it.
///
/// ```gleam
/// import tindra/node
///
/// let assert Ok(peer) = peer.start_alone()
/// assert peer.run(peer, within: 5000, run: fn() { node.name(node.self()) })
///   == Ok("nonode@nohost")
/// peer.stop(peer)
/// ```
pub fn start_alone() -> Result(Peer, PeerError) {
  case do_start([]) {
    Ok(#(control, node)) -> Ok(Peer(control:, node:))
    Error(error) -> Error(error)
  }
}

/// The node of a peer.
///
/// ```gleam no_run
/// import tindra/node
///
/// let assert Ok(peer) = peer.start("east")
/// assert node.list(node.Connected) == [peer.node(peer)]
/// ```
pub fn node(peer: Peer) -> Node {
  peer.node
}

/// Runs a function on a peer and gives its result.
///
/// ```gleam no_run
/// import tindra/node
///
/// let assert Ok(peer) = peer.start("east")
/// assert peer.run(peer, within: 5000, run: node.self) == Ok(peer.node(peer))
/// ```
pub fn run(
  peer: Peer,
  within milliseconds: Int,
  run function: fn() -> result,
) -> Result(result, RunError) {
  do_run(peer.control, milliseconds, function)
}

/// Ends a peer and waits until it is gone. If it is gone already, nothing is
/// done.
///
/// ```gleam
/// import tindra/remote
///
/// let assert Ok(peer) = peer.start_alone()
/// peer.stop(peer)
/// assert peer.run(peer, within: 1000, run: fn() { 1 })
///   == Error(remote.NodeUnreachable)
/// ```
pub fn stop(peer: Peer) -> Nil {
  do_stop(peer.control)
}

@external(erlang, "tindra_node_ffi", "peer_start")
fn do_start(name: List(String)) -> Result(#(Control, Node), PeerError)

@external(erlang, "tindra_node_ffi", "peer_run")
fn do_run(
  control: Control,
  milliseconds: Int,
  function: fn() -> result,
) -> Result(result, RunError)

@external(erlang, "tindra_node_ffi", "peer_stop")
fn do_stop(control: Control) -> Nil
