import gleam/dynamic/decode
import gleam/erlang/process
import gleam/list
import tindra/node
import tindra/peer
import tindra/remote
import tindra/remote_test.{Add, Crash, Get, message}

pub fn names_test() {
  let invalid = fn(options) {
    case node.start(options) {
      Error(node.InvalidName(_)) -> True
      _ -> False
    }
  }
  assert invalid(node.short(""))
  assert invalid(node.short("a b"))
  assert invalid(node.short("a@b"))
  assert invalid(node.long("a", host: ""))
  assert invalid(node.long("a", host: "b@c"))
  assert node.connect("a") == Error(node.InvalidNode("a"))
}

/// All that needs a second node, in one test: a virtual machine can have one
/// name only.
pub fn two_nodes_test_() {
  #(Timeout, 60.0, two_nodes)
}

pub type Timeout {
  Timeout
}

fn two_nodes() {
  remote_test.quiet()
  let options =
    node.long("tindra_node_test", host: "127.0.0.1")
    |> node.cookie("a secret")
    |> node.loopback
  assert node.stop() == Error(node.NotStarted)
  assert peer.start("early") == Error(peer.NotDistributed)
  assert node.connect("nobody@127.0.0.1") == Error(node.NotDistributed)

  let assert Ok(here) = node.start(options)
  assert node.self() == here
  assert node.name(here) == "tindra_node_test@127.0.0.1"
  assert node.is_distributed()
  assert node.start(options)
    == Error(node.AlreadyStarted("tindra_node_test@127.0.0.1"))
  assert node.connect("nobody@127.0.0.1") == Error(node.NoConnection)
  assert node.list(node.Connected) == []

  node.monitor()
  let events = process.new_selector() |> node.select(fn(event) { event })
  let assert Ok(east) = peer.start("east")
  let there = peer.node(east)
  assert node.name(there) == "east@127.0.0.1"
  assert node.list(node.Visible) == [there]
  assert node.ping(there)
  assert process.selector_receive(events, 1000)
    == Ok(node.NodeUp(there, node.Visible))
  name_is_taken(east)

  calls_to(there)
  functions_on(there)

  assert node.disconnect(there) == Ok(Nil)
  assert process.selector_receive(events, 1000)
    == Ok(node.NodeDown(there, node.Visible, node.Disconnected))
  assert node.connect("east@127.0.0.1") == Ok(there)
  assert process.selector_receive(events, 1000)
    == Ok(node.NodeUp(there, node.Visible))

  peer.stop(east)
  let assert Ok(node.NodeDown(..)) = process.selector_receive(events, 1000)
  assert peer.run(east, 1000, node.self) == Error(remote.NodeUnreachable)
  assert remote.run(there, 1000, node.self) == Error(remote.NodeUnreachable)
  let gone = remote.at(there, remote.protocol("far", 1, message()))
  assert remote.send(gone, Add(1)) == Error(remote.NotConnected)
  assert remote.call(gone, 1000, Get, decode.int) == Error(remote.NoConnection)
  assert node.stop() == Ok(Nil)
  assert !node.is_distributed()
  assert down(remote.monitor(gone)) == Ok(remote.ConnectionLost)
}

fn name_is_taken(peer: peer.Peer) -> Nil {
  let taken =
    peer.run(peer, 5000, fn() {
      let stopped = node.stop()
      let started = node.start(node.long("tindra_node_test", host: "127.0.0.1"))
      #(stopped, started)
    })
  assert taken
    == Ok(#(
      Error(node.NotAllowed),
      Error(node.AlreadyStarted("east@127.0.0.1")),
    ))
  let assert Ok(alone) = peer.start_alone()
  let taken =
    peer.run(alone, 10_000, fn() {
      node.start(node.long("tindra_node_test", host: "127.0.0.1"))
    })
  assert taken == Ok(Error(node.NameTaken("tindra_node_test@127.0.0.1")))
  peer.stop(alone)
}

fn calls_to(there: node.Node) -> Nil {
  let assert Ok(_) =
    remote.run(there, 5000, fn() {
      remote_test.quiet()
      remote_test.serve_counter("far")
    })
  let counter = remote.at(there, remote.protocol("far", 1, message()))
  list.each([1, 2, 3], fn(n) {
    let assert Ok(Nil) = remote.send(counter, Add(n))
  })
  assert remote.call(counter, 1000, Get, decode.int) == Ok(6)
  let newer = remote.at(there, remote.protocol("far", 2, message()))
  assert remote.call(newer, 1000, Get, decode.int)
    == Error(remote.OtherVersion(1))
  let monitor = remote.monitor(counter)
  assert remote.send(counter, Crash) == Ok(Nil)
  let assert Ok(remote.Ended(_)) = down(monitor)
  assert remote.call(counter, 1000, Get, decode.int) == Error(remote.NoProcess)
  Nil
}

fn functions_on(there: node.Node) -> Nil {
  assert remote.run(there, 1000, node.self) == Ok(there)
  assert remote.run(there, 10, fn() { process.sleep(1000) })
    == Error(remote.RunTimeout)
  let assert Error(remote.Crashed(_)) =
    remote.run(there, 1000, fn() { panic as "on purpose" })
  let answers = process.new_subject()
  let assert Ok(pid) =
    remote.spawn(there, 1000, fn() {
      process.send(answers, "from " <> node.name(node.self()))
      process.sleep_forever()
    })
  assert process.receive(answers, 1000) == Ok("from east@127.0.0.1")
  assert remote.node_of_process(pid) == there
  let monitor = process.monitor(pid)
  process.kill(pid)
  assert down(monitor) == Ok(remote.Ended(process.Killed))
}

fn down(monitor: process.Monitor) -> Result(remote.Down, Nil) {
  process.new_selector()
  |> remote.select_down(monitor, fn(down) { down })
  |> process.selector_receive(1000)
}
