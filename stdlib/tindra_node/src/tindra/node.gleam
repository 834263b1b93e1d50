//// Nodes: running virtual machines of Erlang, each with a name, that are
//// connected and send messages to each other.
////
//// A program that was started without a name takes one with `start`, connects
//// to others with `connect`, and hears of those that come and go with
//// `monitor`. What is said between nodes is the matter of `tindra/remote`.
////
//// ```gleam no_run
//// let assert Ok(_) = node.short("shop") |> node.cookie("secret") |> node.start
//// let assert Ok(there) = node.connect("bank@localhost")
//// assert node.list(node.Connected) == [there]
//// ```
////
//// Whoever knows the cookie can run anything on a node: nodes trust each other
//// fully. Keep them on networks where that is right.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/atom
import gleam/erlang/node as erlang_node
import gleam/erlang/process.{type Selector}
import gleam/option.{type Option, None, Some}

/// A node, the same type as in `gleam/erlang/node`.
pub type Node =
  erlang_node.Node

/// What a node shall be called, made with `short` or `long`.
pub opaque type Options {
  Options(
    name: String,
    long: Bool,
    cookie: Option(String),
    hidden: Bool,
    loopback: Bool,
  )
}

/// Why `start` did not succeed.
pub type StartError {
  /// This node has a name already.
  AlreadyStarted(name: String)
  /// A name is of letters, digits, `-` and `_`, and has a host after an `@` if
  /// it is long.
  InvalidName(name: String)
  /// Another node of this machine has the name.
  NameTaken(name: String)
  /// Neither does the service answer that knows the nodes of this machine
  /// (`epmd`), nor could it be started.
  NoNameService
  /// Erlang gives another reason, here in its own notation.
  CannotStart(reason: String)
}

/// Why `stop` did not succeed.
pub type StopError {
  /// The node has no name.
  NotStarted
  /// The name was given on the command line and stays.
  NotAllowed
}

/// Why there is no connection to another node.
pub type ConnectError {
  /// The text cannot be the name of a node.
  InvalidNode(name: String)
  /// The node does not run, cannot be reached, or has another cookie.
  NoConnection
  /// This node has no name, see `start`.
  NotDistributed
}

/// A choice of nodes, see `list`.
pub type Kind {
  /// Those that everybody sees.
  Visible
  /// Those that take part in nothing of their own accord, such as tools.
  Hidden
  /// All that this node is connected to.
  Connected
}

/// What a node that is monitored does.
pub type Event {
  /// It is connected from now on.
  NodeUp(node: Node, kind: Kind)
  /// It is no longer connected.
  NodeDown(node: Node, kind: Kind, reason: DownReason)
}

/// Why a node is no longer connected.
pub type DownReason {
  /// The other node closed the connection, most often because it ended.
  ConnectionClosed
  /// One of the two nodes asked for it, see `disconnect`.
  Disconnected
  /// The other node did not answer in time.
  TickTimeout
  /// Erlang gives another reason.
  OtherReason(reason: Dynamic)
}

/// A name whose host is this machine's own, such as `shop` of `shop@wren`.
/// Nodes with short and with long names cannot connect to each other.
///
/// ```gleam no_run
/// let assert Ok(here) = node.start(node.short("shop"))
/// assert node.self() == here
/// ```
pub fn short(name: String) -> Options {
  Options(name:, long: False, cookie: None, hidden: False, loopback: False)
}

/// A name whose host is an address or a full domain, such as `10.0.0.7` or
/// `wren.example.org`.
///
/// ```gleam no_run
/// let assert Ok(here) = node.start(node.long("shop", host: "127.0.0.1"))
/// assert node.name(here) == "shop@127.0.0.1"
/// ```
pub fn long(name: String, host host: String) -> Options {
  let name = name <> "@" <> host
  Options(name:, long: True, cookie: None, hidden: False, loopback: False)
}

/// Sets the secret that nodes which connect to each other must share. Without
/// one, it is that in the file `.erlang.cookie` of the home folder.
///
/// ```gleam no_run
/// let assert Ok(_) = node.short("shop") |> node.cookie("secret") |> node.start
/// ```
pub fn cookie(options: Options, cookie: String) -> Options {
  Options(..options, cookie: Some(cookie))
}

/// Hides the node: it is not among the visible ones of others, and is not
/// connected to all others by connecting to one.
///
/// ```gleam no_run
/// let assert Ok(_) = node.short("tool") |> node.hidden |> node.start
/// ```
pub fn hidden(options: Options) -> Options {
  Options(..options, hidden: True)
}

/// Lets only nodes of this machine connect, which is right for tests and for
/// clusters on one machine.
///
/// ```gleam no_run
/// let assert Ok(_) =
///   node.long("shop", host: "127.0.0.1") |> node.loopback |> node.start
/// ```
pub fn loopback(options: Options) -> Options {
  Options(..options, loopback: True)
}

/// Gives this node its name and lets others connect from now on. The service
/// that knows the nodes of a machine is started if it does not run.
///
/// ```gleam no_run
/// let assert Ok(here) =
///   node.long("shop", host: "127.0.0.1") |> node.loopback |> node.start
/// assert node.name(here) == "shop@127.0.0.1"
/// ```
pub fn start(options: Options) -> Result(Node, StartError) {
  let Options(name:, long:, cookie:, hidden:, loopback:) = options
  case cookie {
    Some(cookie) -> do_start(name, long, hidden, loopback, [cookie])
    None -> do_start(name, long, hidden, loopback, [])
  }
}

@external(erlang, "tindra_node_ffi", "start")
fn do_start(
  name: String,
  long: Bool,
  hidden: Bool,
  loopback: Bool,
  cookie: List(String),
) -> Result(Node, StartError)

/// Takes the name away and closes all connections.
///
/// ```gleam no_run
/// assert node.stop() == Ok(Nil)
/// assert node.stop() == Error(node.NotStarted)
/// ```
@external(erlang, "tindra_node_ffi", "stop")
pub fn stop() -> Result(Nil, StopError)

/// Whether this node has a name, so that others can connect.
///
/// ```gleam
/// assert node.is_distributed() == { node.name(node.self()) != "nonode@nohost" }
/// ```
@external(erlang, "erlang", "is_alive")
pub fn is_distributed() -> Bool

/// The node this program runs on.
///
/// ```gleam
/// assert node.ping(node.self())
/// ```
@external(erlang, "erlang", "node")
pub fn self() -> Node

/// The node with the given name, connected or not.
///
/// A name is an atom and atoms are never freed: do not make nodes of what
/// strangers send.
///
/// ```gleam
/// let assert Ok(bank) = node.named("bank@localhost")
/// assert node.name(bank) == "bank@localhost"
/// assert node.named("bank") == Error(node.InvalidNode("bank"))
/// ```
@external(erlang, "tindra_node_ffi", "named")
pub fn named(name: String) -> Result(Node, ConnectError)

/// The name of a node, such as `shop@localhost`.
///
/// ```gleam
/// assert node.name(node.self()) != ""
/// ```
pub fn name(node: Node) -> String {
  atom.to_string(erlang_node.name(node))
}

/// Connects to the node with the given name. If there is a connection already,
/// nothing is done.
///
/// ```gleam
/// assert node.connect("nobody") == Error(node.InvalidNode("nobody"))
/// ```
@external(erlang, "tindra_node_ffi", "connect")
pub fn connect(name: String) -> Result(Node, ConnectError)

/// Closes the connection to a node. It is an error when there is none.
///
/// ```gleam
/// assert node.disconnect(node.self()) == Error(Nil)
/// ```
@external(erlang, "tindra_node_ffi", "disconnect")
pub fn disconnect(node: Node) -> Result(Nil, Nil)

/// Whether a node answers. Connects to it if necessary.
///
/// ```gleam
/// assert node.ping(node.self())
/// let assert Ok(nobody) = node.named("nobody@127.0.0.1")
/// assert !node.ping(nobody)
/// ```
@external(erlang, "tindra_node_ffi", "ping")
pub fn ping(node: Node) -> Bool

/// The nodes that this one is connected to, itself excepted, by their names.
///
/// ```gleam no_run
/// assert node.list(node.Hidden) == []
/// ```
@external(erlang, "tindra_node_ffi", "list")
pub fn list(kind: Kind) -> List(Node)

/// From now on this process gets messages about nodes that connect and that
/// are gone, see `select`. Calling it twice is like calling it once.
///
/// ```gleam no_run
/// node.monitor()
/// let events = process.new_selector() |> node.select(fn(event) { event })
/// let assert Ok(node.NodeUp(..)) = process.selector_receive(events, 1000)
/// ```
@external(erlang, "tindra_node_ffi", "monitor")
pub fn monitor() -> Nil

/// Ends what `monitor` began. Messages that have arrived stay.
///
/// ```gleam
/// assert node.demonitor() == Nil
/// ```
@external(erlang, "tindra_node_ffi", "demonitor")
pub fn demonitor() -> Nil

/// Adds the messages about nodes to a selector.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let events = process.new_selector() |> node.select(fn(event) { event })
/// assert process.selector_receive(events, 0) == Error(Nil)
/// ```
pub fn select(
  selector: Selector(payload),
  mapping transform: fn(Event) -> payload,
) -> Selector(payload) {
  let handler = fn(message) { transform(event(message)) }
  selector
  |> process.select_record(atom.create("nodeup"), 2, handler)
  |> process.select_record(atom.create("nodedown"), 2, handler)
}

@external(erlang, "tindra_node_ffi", "event")
fn event(message: Dynamic) -> Event
