//// Nodes: the running Erlang virtual machines that a program can talk to.

import gleam/erlang/atom.{type Atom}

/// A running Erlang virtual machine, this one or another.
pub type Node

/// Why `connect` did not succeed.
pub type ConnectError {
  /// The other node did not answer, or does not want us.
  FailedToConnect
  /// This machine has no name and so cannot take part in any cluster.
  LocalNodeIsNotAlive
}

/// The node this program runs on.
///
/// ```gleam
/// import gleam/erlang/atom
/// import gleam/string
///
/// let name = node.name(node.self())
/// assert string.contains(atom.to_string(name), "@")
/// ```
@external(erlang, "erlang", "node")
pub fn self() -> Node

/// The nodes that this one is connected to, hidden ones and itself excepted.
///
/// ```gleam
/// import gleam/list
///
/// assert !list.contains(node.visible(), node.self())
/// ```
@external(erlang, "erlang", "nodes")
pub fn visible() -> List(Node)

/// Connects to the node with the given name, such as `app@localhost`.
///
/// ```gleam
/// import gleam/erlang/atom
///
/// let nobody = atom.create("nobody@localhost")
/// let assert Error(_) = node.connect(nobody)
/// ```
@external(erlang, "gleam_erlang_ffi", "connect_node")
pub fn connect(name: Atom) -> Result(Node, ConnectError)

/// The name of a node.
///
/// ```gleam
/// import gleam/erlang/atom
/// import gleam/string
///
/// let name = node.name(node.self())
/// assert string.contains(atom.to_string(name), "@")
/// ```
@external(erlang, "gleam_erlang_ffi", "identity")
pub fn name(node: Node) -> Atom
