//// Server components, apart from what runs them: on the BEAM that is a process,
//// in JavaScript an object.

import gleam/dynamic
import gleam/dynamic/decode
import gleam/erlang/process.{type Pid, type Selector, type Subject}
import gleam/json.{type Json}
import gleam/list
import gleam/option.{None, Some}
import gleam/result
import lustre/effect.{type Effect, Actions}
import lustre/runtime/app.{type App, type Message}
import lustre/runtime/server/diff
import lustre/runtime/server/transport.{type ClientMessage, type ServerMessage}
import lustre/runtime/server/tree.{type Place}
import lustre/vdom/vnode

/// A server component at some moment. The arguments it was started with are
/// used up. `send` sends a message to the component itself.
pub opaque type State(model, message) {
  State(
    app: App(Nil, model, message),
    model: model,
    place: Place(message),
    next: Int,
    clients: List(Client(message)),
    contexts: List(#(String, decode.Decoder(message))),
    provided: List(#(String, Json)),
    send: fn(Message(message)) -> Nil,
  )
}

type Client(message) {
  SubjectClient(subject: Subject(ClientMessage(message)))
  CallbackClient(callback: fn(ClientMessage(message)) -> Nil)
}

/// What is to be done after a message: go on, with new places to receive
/// messages from and processes to watch, or stop.
pub type Next(model, message) {
  Continue(state: State(model, message))
  Selecting(state: State(model, message), selector: Selector(Message(message)))
  Watching(state: State(model, message), pid: Pid)
  Stop
}

/// The message from a client that says nothing.
pub const no_message = transport.Batch([])

/// The first state of a component.
pub fn start(
  app: App(arguments, model, message),
  arguments: arguments,
  send: fn(Message(message)) -> Nil,
) -> State(model, message) {
  let #(model, effect) = app.init(arguments)
  let #(place, next) = tree.create(app.view(model), 1)
  let app.App(update:, view:, config:, name:, ..) = app
  let state =
    State(
      app: app.App(
        init: fn(_) { #(model, effect.none()) },
        update:,
        view:,
        config:,
        name:,
      ),
      model:,
      place:,
      next:,
      clients: [],
      contexts: config.contexts,
      provided: [],
      send:,
    )
  perform(state, effect)
  state
}

/// Handles one message: the model, the view and what clients see are up to date
/// with it afterwards.
pub fn handle(
  state: State(model, message),
  message: Message(message),
) -> Next(model, message) {
  case message {
    app.Dispatch(message:) -> Continue(update(state, message))
    app.FromClient(message:) -> Continue(from_client(state, message))
    app.RegisterSubject(subject:) -> register_subject(state, subject)
    app.RegisterCallback(callback:) ->
      Continue(register(state, CallbackClient(callback:)))
    app.DeregisterSubject(subject:) ->
      Continue(deregister(state, SubjectClient(subject:)))
    app.DeregisterCallback(callback:) ->
      Continue(deregister(state, CallbackClient(callback:)))
    app.ClientDown(pid:) -> Continue(forget_owned_by(state, pid))
    app.Requested(request:) -> answer(state, request)
    app.Shutdown -> Stop
  }
}

// MESSAGES

fn update(
  state: State(model, message),
  message: message,
) -> State(model, message) {
  let #(model, effect) = state.app.update(state.model, message)
  perform(state, effect)
  let view = state.app.view(model)
  let #(place, patch, next) = diff.root(state.place, view, state.next)
  case patch {
    None -> Nil
    Some(patch) -> broadcast(state, transport.Reconcile(patch:))
  }
  State(..state, model:, place:, next:)
}

/// Effects send messages to the component and return: what they ask for is done
/// when those are handled.
fn perform(state: State(model, message), effect: Effect(message)) -> Nil {
  let request = fn(request) { state.send(app.Requested(request:)) }
  effect.perform(
    effect,
    Actions(
      dispatch: fn(message) { state.send(app.Dispatch(message:)) },
      emit: fn(name, data) { request(app.Emit(name:, data:)) },
      root: fn() { dynamic.nil() },
      provide: fn(key, value) { request(app.Provide(key:, value:)) },
      subscribe: fn(key, decoder) { request(app.Subscribe(key:, decoder:)) },
      unsubscribe: fn(key) { request(app.Unsubscribe(key:)) },
      select: fn(selector) { request(app.Select(selector:)) },
    ),
  )
}

/// Messages of a batch are handled one after another: each meets the view that
/// the one before it has led to.
fn from_client(
  state: State(model, message),
  message: ServerMessage,
) -> State(model, message) {
  case message {
    transport.Batch(messages:) -> list.fold(messages, state, from_client)
    _ ->
      case decode_message(state, message) {
        Ok(message) -> update(state, message)
        Error(Nil) -> state
      }
  }
}

fn decode_message(
  state: State(model, message),
  message: ServerMessage,
) -> Result(message, Nil) {
  let config = state.app.config
  case message {
    transport.Batch(..) -> Error(Nil)
    transport.AttributeChanged(name:, value:) -> {
      use decoder <- result.try(list.key_find(config.attributes, name))
      decoder(value)
    }
    transport.PropertyChanged(name:, value:) -> {
      use decoder <- result.try(list.key_find(config.properties, name))
      decode.run(value, decoder) |> result.replace_error(Nil)
    }
    transport.ContextChanged(key:, value:) -> {
      use decoder <- result.try(list.key_find(state.contexts, key))
      decode.run(value, decoder) |> result.replace_error(Nil)
    }
    transport.EventFired(id:, name:, data:) -> {
      let listener = tree.find_listener(state.place, id, name)
      use #(decoder, mappers) <- result.try(listener)
      let result = decode.run(data, decoder) |> result.replace_error(Nil)
      use handler <- result.map(result)
      list.fold(mappers, handler.message, fn(message, mapper) {
        vnode.apply(mapper, message)
      })
    }
  }
}

fn answer(
  state: State(model, message),
  request: app.Request(message),
) -> Next(model, message) {
  case request {
    app.Emit(name:, data:) -> {
      broadcast(state, transport.Emit(name:, data:))
      Continue(state)
    }
    app.Provide(key:, value:) -> {
      broadcast(state, transport.Provide(key:, value:))
      let provided = list.key_set(state.provided, key, value)
      Continue(State(..state, provided:))
    }
    app.Subscribe(key:, decoder:) -> {
      broadcast(state, transport.Subscribe(key:))
      let contexts = list.key_set(state.contexts, key, decoder)
      Continue(State(..state, contexts:))
    }
    app.Unsubscribe(key:) -> {
      broadcast(state, transport.Unsubscribe(key:))
      let contexts = list.filter(state.contexts, fn(entry) { entry.0 != key })
      Continue(State(..state, contexts:))
    }
    app.Select(selector:) -> Selecting(state:, selector: lift(selector))
  }
}

@external(javascript, "./processes.ffi.mjs", "liftSelector")
fn lift(selector: Selector(message)) -> Selector(Message(message)) {
  process.map_selector(selector, app.Dispatch)
}

// CLIENTS

fn register(
  state: State(model, message),
  client: Client(message),
) -> State(model, message) {
  deliver(client, mount(state))
  State(..state, clients: [client, ..state.clients])
}

fn register_subject(
  state: State(model, message),
  subject: Subject(ClientMessage(message)),
) -> Next(model, message) {
  let state = register(state, SubjectClient(subject:))
  case owner(subject) {
    Ok(pid) -> Watching(state:, pid:)
    Error(Nil) -> Continue(state)
  }
}

fn deregister(
  state: State(model, message),
  client: Client(message),
) -> State(model, message) {
  let clients = list.filter(state.clients, fn(other) { other != client })
  State(..state, clients:)
}

fn forget_owned_by(
  state: State(model, message),
  pid: Pid,
) -> State(model, message) {
  let clients =
    list.filter(state.clients, fn(client) {
      case client {
        SubjectClient(subject:) -> owner(subject) != Ok(pid)
        CallbackClient(..) -> True
      }
    })
  State(..state, clients:)
}

fn mount(state: State(model, message)) -> ClientMessage(message) {
  let config = state.app.config
  transport.Mount(
    view: tree.to_json(state.place),
    open_shadow_root: config.open_shadow_root,
    adopt_styles: config.adopt_styles,
    attributes: list.map(config.attributes, fn(entry) { entry.0 }),
    properties: list.map(config.properties, fn(entry) { entry.0 }),
    contexts: list.map(state.contexts, fn(entry) { entry.0 }),
    provided: state.provided,
  )
}

fn broadcast(
  state: State(model, message),
  message: ClientMessage(message),
) -> Nil {
  list.each(state.clients, deliver(_, message))
}

fn deliver(client: Client(message), message: ClientMessage(message)) -> Nil {
  case client {
    SubjectClient(subject:) -> send(subject, message)
    CallbackClient(callback:) -> callback(message)
  }
}

@external(javascript, "./processes.ffi.mjs", "sendNowhere")
fn send(
  subject: Subject(ClientMessage(message)),
  message: ClientMessage(message),
) -> Nil {
  process.send(subject, message)
}

@external(javascript, "./processes.ffi.mjs", "noOwner")
fn owner(subject: Subject(ClientMessage(message))) -> Result(Pid, Nil) {
  process.subject_owner(subject)
}
