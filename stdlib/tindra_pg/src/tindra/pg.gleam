//// Groups of processes, on this node and those it is connected to: the module
//// `pg` of OTP, with a type for the messages of a group.
////
//// A scope is a set of groups, run by a process on each node. A process that
//// joins a group gets the subject by which messages to the group come, and leaves
//// it when it ends.
////
//// ```gleam
//// import gleam/erlang/process
////
//// let scope = pg.scope("chat")
//// let assert Ok(_) = pg.start(scope)
//// let room = pg.group(scope, "lobby")
//// let messages = pg.join(room)
//// assert pg.broadcast(room, "hello") == 1
//// assert process.receive(messages, within: 1000) == Ok("hello")
//// ```

import gleam/dynamic.{type Dynamic}
import gleam/erlang/atom.{type Atom}
import gleam/erlang/process.{type Pid, type Selector, type Subject}
import gleam/list
import gleam/otp/actor
import gleam/otp/supervision.{type ChildSpecification}

/// A set of groups.
pub opaque type Scope {
  Scope(name: Atom)
}

/// A group whose members receive messages of a type.
pub opaque type Group(message) {
  Group(scope: Scope, name: String)
}

/// The scope of a name, which is the same on all nodes. The name becomes an atom:
/// do not make it of input.
///
/// ```gleam
/// assert pg.scope("chat") == pg.scope("chat")
/// assert pg.scope("chat") != pg.scope("games")
/// ```
pub fn scope(name: String) -> Scope {
  Scope(atom.create(name))
}

/// The group of a name in a scope, which is the same on all nodes and need not be
/// made first. Nothing checks that two places that use the name mean the same
/// type of messages: let one function make the group, and say the type there.
///
/// ```gleam
/// import tindra/pg.{type Group}
///
/// pub fn lobby() -> Group(String) {
///   pg.group(pg.scope("chat"), "lobby")
/// }
/// ```
pub fn group(scope: Scope, name: String) -> Group(message) {
  Group(scope:, name:)
}

/// Starts the process of a scope on this node, linked to this process.
///
/// ```gleam
/// let assert Ok(started) = pg.start(pg.scope("start"))
/// assert started.data == pg.scope("start")
/// assert pg.groups(started.data) == []
/// ```
pub fn start(scope: Scope) -> actor.StartResult(Scope) {
  case start_link(scope.name) {
    Ok(pid) -> Ok(actor.Started(pid:, data: scope))
    Error(reason) -> Error(reason)
  }
}

@external(erlang, "tindra_pg_ffi", "start")
fn start_link(scope: Atom) -> Result(Pid, actor.StartError)

/// The process of a scope as a child of a supervisor. It comes before those
/// children whose processes join groups, under the strategy `RestForOne`: the
/// groups are empty when it is started anew.
///
/// ```gleam
/// import gleam/otp/static_supervisor as supervisor
///
/// let scope = pg.scope("supervised")
/// let assert Ok(_) =
///   supervisor.new(supervisor.RestForOne)
///   |> supervisor.add(pg.supervised(scope))
///   |> supervisor.start
/// assert pg.groups(scope) == []
/// ```
pub fn supervised(scope: Scope) -> ChildSpecification(Scope) {
  supervision.worker(fn() { start(scope) })
}

/// Adds this process to a group and gives the subject by which it receives the
/// group's messages. A process that joins twice is a member twice.
///
/// # Panics
///
/// When the scope does not run on this node, as with all functions below that
/// change groups.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(scope) = pg.start(pg.scope("join"))
/// let group = pg.group(scope.data, "all")
/// let messages = pg.join(group)
/// process.send(messages, 1)
/// assert process.receive(messages, within: 1000) == Ok(1)
/// ```
pub fn join(group: Group(message)) -> Subject(message) {
  let self = process.self()
  join_raw(group.scope.name, group.name, self)
  subject(group, self)
}

@external(erlang, "tindra_pg_ffi", "join")
fn join_raw(scope: Atom, group: String, pid: Pid) -> Nil

/// Takes this process out of a group. It is an error when it is no member.
///
/// ```gleam
/// let assert Ok(scope) = pg.start(pg.scope("games"))
/// let chess = pg.group(scope.data, "chess")
/// pg.join(chess)
/// assert pg.leave(chess) == Ok(Nil)
/// assert pg.leave(chess) == Error(Nil)
/// ```
pub fn leave(group: Group(message)) -> Result(Nil, Nil) {
  leave_raw(group.scope.name, group.name, process.self())
}

@external(erlang, "tindra_pg_ffi", "leave")
fn leave_raw(scope: Atom, group: String, pid: Pid) -> Result(Nil, Nil)

/// The subjects of all members, on all nodes.
///
/// ```gleam
/// let assert Ok(scope) = pg.start(pg.scope("sports"))
/// let chess = pg.group(scope.data, "chess")
/// let me = pg.join(chess)
/// assert pg.members(chess) == [me]
/// assert pg.local_members(chess) == [me]
/// ```
pub fn members(group: Group(message)) -> List(Subject(message)) {
  list.map(members_raw(group.scope.name, group.name), subject(group, _))
}

@external(erlang, "pg", "get_members")
fn members_raw(scope: Atom, group: String) -> List(Pid)

/// The subjects of the members on this node.
///
/// ```gleam
/// let assert Ok(scope) = pg.start(pg.scope("local"))
/// let group = pg.group(scope.data, "all")
/// let me = pg.join(group)
/// assert pg.local_members(group) == [me]
/// ```
pub fn local_members(group: Group(message)) -> List(Subject(message)) {
  list.map(local_members_raw(group.scope.name, group.name), subject(group, _))
}

@external(erlang, "pg", "get_local_members")
fn local_members_raw(scope: Atom, group: String) -> List(Pid)

/// The names of the groups of a scope that have members.
///
/// ```gleam
/// let assert Ok(scope) = pg.start(pg.scope("groups"))
/// let group = pg.group(scope.data, "all")
/// pg.join(group)
/// assert pg.groups(scope.data) == ["all"]
/// ```
@external(erlang, "tindra_pg_ffi", "groups")
pub fn groups(scope: Scope) -> List(String)

/// Sends a message to all members of a group, on all nodes, and gives their
/// number.
///
/// ```gleam
/// let assert Ok(scope) = pg.start(pg.scope("broadcast"))
/// let group = pg.group(scope.data, "all")
/// assert pg.broadcast(group, "nobody hears") == 0
/// pg.join(group)
/// assert pg.broadcast(group, "one hears") == 1
/// ```
pub fn broadcast(group: Group(message), message: message) -> Int {
  use count, member <- list.fold(members(group), 0)
  process.send(member, message)
  count + 1
}

/// A watch on a group.
pub opaque type Monitor(message) {
  Monitor(reference: Dynamic, group: Group(message))
}

/// What happened to a group that is watched.
pub type Change(message) {
  /// These have become members.
  Joined(List(Subject(message)))
  /// These are members no longer.
  Left(List(Subject(message)))
}

/// Watches a group. Gives its members too: the changes that come are those after
/// that.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(scope) = pg.start(pg.scope("music"))
/// let choir = pg.group(scope.data, "choir")
/// let #(monitor, members) = pg.monitor(choir)
/// assert members == []
/// let me = pg.join(choir)
/// assert process.new_selector()
///   |> pg.select_changes(monitor, fn(change) { change })
///   |> process.selector_receive(within: 1000)
///   == Ok(pg.Joined([me]))
/// ```
pub fn monitor(
  group: Group(message),
) -> #(Monitor(message), List(Subject(message))) {
  let #(reference, pids) = monitor_raw(group.scope.name, group.name)
  #(Monitor(reference:, group:), list.map(pids, subject(group, _)))
}

@external(erlang, "pg", "monitor")
fn monitor_raw(scope: Atom, group: String) -> #(Dynamic, List(Pid))

/// Stops watching. Changes that have arrived are thrown away.
///
/// ```gleam
/// let assert Ok(scope) = pg.start(pg.scope("demonitor"))
/// let group = pg.group(scope.data, "all")
/// let #(monitor, _) = pg.monitor(group)
/// assert pg.demonitor(monitor) == Nil
/// ```
pub fn demonitor(monitor: Monitor(message)) -> Nil {
  demonitor_raw(monitor.group.scope.name, monitor.reference)
}

@external(erlang, "tindra_pg_ffi", "demonitor")
fn demonitor_raw(scope: Atom, reference: Dynamic) -> Nil

/// Adds the changes of a group that is watched.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(scope) = pg.start(pg.scope("changes"))
/// let group = pg.group(scope.data, "all")
/// let me = pg.join(group)
/// let #(monitor, _) = pg.monitor(group)
/// let assert Ok(Nil) = pg.leave(group)
/// assert process.new_selector()
///   |> pg.select_changes(monitor, fn(change) { change })
///   |> process.selector_receive(within: 1000)
///   == Ok(pg.Left([me]))
/// ```
pub fn select_changes(
  selector: Selector(payload),
  monitor: Monitor(message),
  mapping: fn(Change(message)) -> payload,
) -> Selector(payload) {
  use message <- process.select_record(
    selector,
    tag: monitor.reference,
    fields: 3,
  )
  let #(joined, pids) = change(message)
  let subjects = list.map(pids, subject(monitor.group, _))
  case joined {
    True -> mapping(Joined(subjects))
    False -> mapping(Left(subjects))
  }
}

/// Whether processes joined, and which, in a message of `pg`.
@external(erlang, "tindra_pg_ffi", "change")
fn change(message: Dynamic) -> #(Bool, List(Pid))

/// A member's subject has a tag that follows from the group, so that every node
/// knows the subjects of all processes that `pg` tells it of.
fn subject(group: Group(message), pid: Pid) -> Subject(message) {
  process.unsafely_create_subject(pid, tag(group.scope.name, group.name))
}

@external(erlang, "tindra_pg_ffi", "tag")
fn tag(scope: Atom, group: String) -> Dynamic
