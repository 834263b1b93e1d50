//// Applications that run on a server and are shown in browsers.
////
//// A server component is an ordinary application, started with
//// `lustre.start_server_component`. Its model and its view live on the server;
//// browsers get what there is to see and what changes, and send back events.
//// Any number of clients can watch one component.
////
//// In the page, an element says where to connect to, and a script makes it work:
////
//// ```gleam
//// html.body([], [
////   server_component.element([server_component.route("/counter")], []),
////   server_component.script(),
//// ])
//// ```
////
//// On the server, the program connects each client with the component. For
//// every WebSocket that is opened at the route it
////
//// - sends `register_subject` (or `register_callback`) to the component, and
////   passes what then arrives on to the browser, as text made with
////   `client_message_to_json`;
//// - reads what the browser sends with `runtime_message_decoder`, and sends it
////   to the component with `lustre.send`;
//// - sends `deregister_subject` when the socket is closed. A process that ends
////   is forgotten by itself.

import gleam/dynamic/decode.{type Decoder}
@target(erlang)
import gleam/erlang/process.{type Pid, type Selector, type Subject}
@target(javascript)
import gleam/erlang/process.{type Selector, type Subject}
import gleam/json.{type Json}
import gleam/list
@target(erlang)
import lustre.{type Runtime, type RuntimeMessage}
@target(javascript)
import lustre.{type RuntimeMessage}
import lustre/attribute.{type Attribute, attribute}
import lustre/effect.{type Effect}
import lustre/element.{type Element}
import lustre/element/html
import lustre/runtime/app
import lustre/runtime/server/script
import lustre/runtime/server/transport
import lustre/vdom/vattr.{Event}

/// What a server component tells its clients.
pub type ClientMessage(message) =
  transport.ClientMessage(message)

/// How a browser and the server talk to each other. Only a WebSocket carries
/// events back to the server: the other two are for components that only show
/// something.
pub type TransportMethod {
  WebSocket
  ServerSentEvents
  Polling
}

// IN THE PAGE

/// The element in which a server component is shown. It needs a `route`.
/// Children are shown in the slots of the component.
pub fn element(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element.element("lustre-server-component", attributes, children)
}

/// A script that makes server components work in the page it is part of. It is
/// also in the package as `priv/static/lustre-server-component.mjs`, for programs
/// that would rather serve it as a file.
pub fn script() -> Element(message) {
  html.script([attribute.type_("module")], script.source)
}

/// The path at which the server has the component.
pub fn route(path: String) -> Attribute(message) {
  attribute("route", path)
}

/// How to connect to the server; by a WebSocket unless this says otherwise.
pub fn method(value: TransportMethod) -> Attribute(message) {
  attribute("method", case value {
    WebSocket -> "ws"
    ServerSentEvents -> "sse"
    Polling -> "polling"
  })
}

/// A token that the browser sends along when it connects, as the parameter
/// `csrf-token`, for the server to check that the page is its own.
pub fn csrf_token(token: String) -> Attribute(message) {
  attribute("csrf-token", token)
}

/// Names the properties of an event that a listener's decoder needs, with dots
/// on the way to inner ones: `"target.files.length"`. What the listeners of
/// `lustre/event` need is always sent.
pub fn include(
  event: Attribute(message),
  properties: List(String),
) -> Attribute(message) {
  case event {
    Event(include:, ..) ->
      Event(..event, include: list.append(include, properties))
    _ -> event
  }
}

// ON THE SERVER

@target(erlang)
/// The subject of a running server component.
@external(erlang, "gleam@function", "identity")
pub fn subject(runtime: Runtime(message)) -> Subject(RuntimeMessage(message))

@target(erlang)
/// The process of a running server component. It is an error to ask for that of
/// a named one which is just being started anew.
pub fn pid(runtime: Runtime(message)) -> Pid {
  let assert Ok(pid) = process.subject_owner(subject(runtime))
    as "the server component is not running"
  pid
}

/// Makes a subject receive what the component tells its clients, all there is to
/// see first.
pub fn register_subject(
  client: Subject(ClientMessage(message)),
) -> RuntimeMessage(message) {
  app.RegisterSubject(client)
}

/// Ends what `register_subject` began.
pub fn deregister_subject(
  client: Subject(ClientMessage(message)),
) -> RuntimeMessage(message) {
  app.DeregisterSubject(client)
}

/// Calls a function with what the component tells its clients, all there is to
/// see first. It is called by the component's process, which waits for it.
pub fn register_callback(
  callback: fn(ClientMessage(message)) -> Nil,
) -> RuntimeMessage(message) {
  app.RegisterCallback(callback)
}

/// Ends what `register_callback` began. It must be given the same function.
pub fn deregister_callback(
  callback: fn(ClientMessage(message)) -> Nil,
) -> RuntimeMessage(message) {
  app.DeregisterCallback(callback)
}

/// An effect that makes the elements of the component fire an event in the pages
/// of all clients, as `lustre/event.emit`.
pub fn emit(event: String, data: Json) -> Effect(message) {
  effect.emit(event, data)
}

/// An effect that lets the component receive messages from elsewhere: it gets a
/// new subject to give away, and returns what to make of messages to it. On the
/// BEAM only.
pub fn select(
  select: fn(fn(message) -> Nil, Subject(a)) -> Selector(message),
) -> Effect(message) {
  effect.select(select)
}

/// Reads what a browser sends to a component.
pub fn runtime_message_decoder() -> Decoder(RuntimeMessage(message)) {
  decode.map(transport.server_message_decoder(), app.FromClient)
}

/// What a component tells a client, as the browser wants it.
pub fn client_message_to_json(message: ClientMessage(message)) -> Json {
  transport.client_message_to_json(message)
}
