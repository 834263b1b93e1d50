//// Registries: unique keys, of any type, for subjects of processes. They are for
//// processes that come and go, one for each user or game, for which names of
//// processes, which are atoms, are never freed.
////
//// A process of the registry takes care of a table. Whoever looks up a key reads
//// the table and waits for nobody. When a process ends its keys are taken away.
////
//// ```gleam
//// import gleam/erlang/process
////
//// let games = registry.new_name("games")
//// let assert Ok(_) = registry.start(games)
//// let subject = process.new_subject()
//// assert registry.register(games, 7, subject) == Ok(Nil)
//// assert registry.lookup(games, 7) == Ok(subject)
//// process.send(subject, "hello")
//// assert registry.lookup(games, 8) == Error(Nil)
//// ```

import gleam/dict.{type Dict}
import gleam/erlang/process.{type Down, type Monitor, type Pid, type Subject}
import gleam/list
import gleam/otp/actor
import gleam/otp/supervision.{type ChildSpecification}
import gleam/result
import tindra/ets

/// The name of a registry, by which all use it: it stays the same when a
/// supervisor starts the registry anew.
pub opaque type Registry(key, message) {
  Registry(
    server: process.Name(Request(key, message)),
    table: ets.Name(key, Entry(message)),
  )
}

type Entry(message) {
  Entry(subject: Subject(message), owner: Pid, monitor: Monitor)
}

/// Why a subject was not registered.
pub type RegisterError(message) {
  /// Another subject has the key, or the same one.
  Taken(by: Subject(message))
  /// The subject has a name that no process has, so it has no owner.
  NoOwner
}

type Request(key, message) {
  Register(
    key: key,
    subject: Subject(message),
    owner: Pid,
    reply_to: Subject(Result(Nil, RegisterError(message))),
  )
  Unregister(key: key, reply_to: Subject(Nil))
  OwnerDown(Down)
}

type State(key, message) {
  State(
    entries: ets.Set(key, Entry(message)),
    /// The keys by the monitors of their owners.
    keys: Dict(Monitor, key),
  )
}

/// Makes the name of a registry. The prefix is for those who read it in logs.
/// Names are never freed: make them when the program starts.
///
/// ```gleam
/// let games = registry.new_name("games")
/// let assert Ok(started) = registry.start(games)
/// assert started.data == games
/// ```
pub fn new_name(prefix: String) -> Registry(key, message) {
  Registry(
    server: process.new_name(prefix),
    table: ets.new_name(prefix <> "_table"),
  )
}

/// Starts a registry, linked to this process.
///
/// ```gleam
/// let games = registry.new_name("games")
/// let assert Ok(_) = registry.start(games)
/// assert registry.lookup(games, "chess") == Error(Nil)
/// ```
pub fn start(
  registry: Registry(key, message),
) -> actor.StartResult(Registry(key, message)) {
  actor.new_with_initialiser(1000, initialise(registry, _))
  |> actor.on_message(handle)
  |> actor.named(registry.server)
  |> actor.start
}

/// The registry as a child of a supervisor. When it is started anew it is empty:
/// put it before the children whose processes register, under the strategy
/// `RestForOne`.
///
/// ```gleam
/// import gleam/otp/static_supervisor as supervisor
///
/// let games = registry.new_name("games")
/// let assert Ok(_) =
///   supervisor.new(supervisor.RestForOne)
///   |> supervisor.add(registry.supervised(games))
///   |> supervisor.start
/// assert registry.lookup(games, "chess") == Error(Nil)
/// ```
pub fn supervised(
  registry: Registry(key, message),
) -> ChildSpecification(Registry(key, message)) {
  supervision.worker(fn() { start(registry) })
}

/// Registers a subject under a key, until its owner ends or the key is
/// unregistered.
///
/// # Panics
///
/// When the registry is not running.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let games = registry.new_name("games")
/// let assert Ok(_) = registry.start(games)
/// let first = process.new_subject()
/// assert registry.register(games, "chess", first) == Ok(Nil)
/// assert registry.register(games, "chess", process.new_subject())
///   == Error(registry.Taken(by: first))
/// ```
pub fn register(
  registry: Registry(key, message),
  key: key,
  subject: Subject(message),
) -> Result(Nil, RegisterError(message)) {
  case process.subject_owner(subject) {
    Ok(owner) ->
      process.named_subject(registry.server)
      |> process.call(5000, Register(key:, subject:, owner:, reply_to: _))
    Error(Nil) -> Error(NoOwner)
  }
}

/// Takes away a key, if it is there.
///
/// # Panics
///
/// When the registry is not running.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let games = registry.new_name("games")
/// let assert Ok(_) = registry.start(games)
/// let subject = process.new_subject()
/// let assert Ok(Nil) = registry.register(games, "chess", subject)
/// registry.unregister(games, "chess")
/// assert registry.lookup(games, "chess") == Error(Nil)
/// ```
pub fn unregister(registry: Registry(key, message), key: key) -> Nil {
  process.named_subject(registry.server)
  |> process.call(5000, Unregister(key:, reply_to: _))
}

/// The subject of a key. It is an error when no running process has the key.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let games = registry.new_name("games")
/// let assert Ok(_) = registry.start(games)
/// let subject = process.new_subject()
/// let assert Ok(Nil) = registry.register(games, "chess", subject)
/// assert registry.lookup(games, "chess") == Ok(subject)
/// assert registry.lookup(games, "ludo") == Error(Nil)
/// ```
pub fn lookup(
  registry: Registry(key, message),
  key: key,
) -> Result(Subject(message), Nil) {
  use table <- result.try(table(registry))
  case ets.lookup(table, key) {
    Ok(Entry(subject:, owner:, ..)) ->
      case is_running(owner) {
        True -> Ok(subject)
        False -> Error(Nil)
      }
    Error(_) -> Error(Nil)
  }
}

/// All keys with their subjects, in no order.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let games = registry.new_name("games")
/// let assert Ok(_) = registry.start(games)
/// let subject = process.new_subject()
/// let assert Ok(Nil) = registry.register(games, "chess", subject)
/// assert registry.to_list(games) == [#("chess", subject)]
/// ```
pub fn to_list(
  registry: Registry(key, message),
) -> List(#(key, Subject(message))) {
  let all = {
    use table <- result.try(table(registry))
    ets.to_list(table) |> result.replace_error(Nil)
  }
  use #(key, entry) <- list.map(result.unwrap(all, []))
  #(key, entry.subject)
}

/// How many keys there are.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let games = registry.new_name("games")
/// let assert Ok(_) = registry.start(games)
/// let subject = process.new_subject()
/// let assert Ok(Nil) = registry.register(games, "chess", subject)
/// assert registry.size(games) == 1
/// ```
pub fn size(registry: Registry(key, message)) -> Int {
  let size = {
    use table <- result.try(table(registry))
    ets.size(table) |> result.replace_error(Nil)
  }
  result.unwrap(size, 0)
}

fn table(
  registry: Registry(key, message),
) -> Result(ets.Set(key, Entry(message)), Nil) {
  ets.named_set(registry.table) |> result.replace_error(Nil)
}

/// Processes of other nodes run until their monitors say otherwise.
@external(erlang, "tindra_registry_ffi", "is_running")
fn is_running(pid: Pid) -> Bool

// The process of the registry

fn initialise(
  registry: Registry(key, message),
  subject: Subject(Request(key, message)),
) {
  let options =
    ets.options() |> ets.name(registry.table) |> ets.read_concurrency
  use entries <- result.map(
    ets.set(options) |> result.replace_error("the table exists already"),
  )
  let selector =
    process.new_selector()
    |> process.select(subject)
    |> process.select_monitors(OwnerDown)
  actor.initialised(State(entries:, keys: dict.new()))
  |> actor.selecting(selector)
  |> actor.returning(registry)
}

fn handle(
  state: State(key, message),
  request: Request(key, message),
) -> actor.Next(State(key, message), Request(key, message)) {
  case request {
    Register(key:, subject:, owner:, reply_to:) -> {
      let #(state, reply) = insert(state, key, subject, owner)
      process.send(reply_to, reply)
      actor.continue(state)
    }
    Unregister(key:, reply_to:) -> {
      let state = remove(state, key)
      process.send(reply_to, Nil)
      actor.continue(state)
    }
    OwnerDown(down) ->
      case dict.get(state.keys, down.monitor) {
        Ok(key) -> actor.continue(remove(state, key))
        Error(Nil) -> actor.continue(state)
      }
  }
}

fn insert(
  state: State(key, message),
  key: key,
  subject: Subject(message),
  owner: Pid,
) -> #(State(key, message), Result(Nil, RegisterError(message))) {
  let current = ets.lookup(state.entries, key)
  let taken = case current {
    Ok(entry) -> is_running(entry.owner)
    Error(_) -> False
  }
  case current {
    Ok(entry) if taken -> #(state, Error(Taken(by: entry.subject)))
    _ -> {
      // The end of the owner before may not have been told yet.
      let state = remove(state, key)
      let monitor = process.monitor(owner)
      let assert Ok(Nil) =
        ets.insert(state.entries, key, Entry(subject:, owner:, monitor:))
      let keys = dict.insert(state.keys, monitor, key)
      #(State(..state, keys:), Ok(Nil))
    }
  }
}

fn remove(state: State(key, message), key: key) -> State(key, message) {
  case ets.take(state.entries, key) {
    Ok(entry) -> {
      process.demonitor_process(entry.monitor)
      State(..state, keys: dict.delete(state.keys, entry.monitor))
    }
    Error(_) -> state
  }
}
