//// Web applications in the Elm architecture.
////
//// An application is a model, and three functions: `init` gives the first
//// model, `update` computes the next one from a message, and `view` describes
//// the page for a model. The page is kept in step with what `view` says;
//// listeners on it send the messages.
////
//// ```gleam
//// import gleam/int
//// import lustre
//// import lustre/element/html
//// import lustre/event
////
//// pub fn main() {
////   let app = lustre.simple(init, update, view)
////   let assert Ok(_) = lustre.start(app, "#app", Nil)
//// }
////
//// fn init(_) {
////   0
//// }
////
//// pub type Message {
////   UserClickedAdd
//// }
////
//// fn update(model, message) {
////   case message {
////     UserClickedAdd -> model + 1
////   }
//// }
////
//// fn view(model) {
////   html.button([event.on_click(UserClickedAdd)], [
////     html.text(int.to_string(model)),
////   ])
//// }
//// ```

import gleam/erlang/process.{type Name, type Subject}
import gleam/list
import gleam/option.{None, Some}
import gleam/otp/actor
@target(erlang)
import gleam/otp/factory_supervisor
@target(erlang)
import gleam/otp/supervision.{type ChildSpecification}
import gleam/result
import lustre/effect.{type Effect}
import lustre/runtime/app.{App, Dispatch, Shutdown}
@target(erlang)
import lustre/runtime/server/actor as server_actor
import lustre/vdom/vnode.{type Element}

/// An application that can be started with arguments of the first type. The
/// types of its model and of its messages come second and third.
pub type App(arguments, model, message) =
  app.App(arguments, model, message)

/// A running application, to which messages can be sent.
pub type Runtime(message)

/// What can be sent to a running application. See `dispatch` and `shutdown`.
pub type RuntimeMessage(message) =
  app.Message(message)

/// Why an application could not be started or a component not be registered.
pub type Error {
  /// The process of a server component did not start.
  ActorError(reason: actor.StartError)
  /// The name is none a custom element can have.
  BadComponentName(name: String)
  /// There is a custom element of that name already.
  ComponentAlreadyRegistered(name: String)
  /// No element of the page matches the selector.
  ElementNotFound(selector: String)
  /// There is no page here: the program does not run in a browser.
  NotABrowser
}

/// An application that shows one element and never changes.
pub fn element(view: Element(message)) -> App(arguments, Nil, message) {
  simple(init: fn(_) { Nil }, update: fn(_, _) { Nil }, view: fn(_) { view })
}

/// An application without effects: all it does is change its model and with it
/// the page.
pub fn simple(
  init init: fn(arguments) -> model,
  update update: fn(model, message) -> model,
  view view: fn(model) -> Element(message),
) -> App(arguments, model, message) {
  App(
    init: fn(arguments) { #(init(arguments), effect.none()) },
    update: fn(model, message) { #(update(model, message), effect.none()) },
    view:,
    config: app.default_config(),
    name: None,
  )
}

/// An application whose `init` and `update` may ask for effects besides giving
/// a model.
pub fn application(
  init init: fn(arguments) -> #(model, Effect(message)),
  update update: fn(model, message) -> #(model, Effect(message)),
  view view: fn(model) -> Element(message),
) -> App(arguments, model, message) {
  App(init:, update:, view:, config: app.default_config(), name: None)
}

/// An application that can be registered as a custom element. The options say
/// what it takes from the page around it: see `lustre/component`.
pub fn component(
  init init: fn(arguments) -> #(model, Effect(message)),
  update update: fn(model, message) -> #(model, Effect(message)),
  view view: fn(model) -> Element(message),
  options options: List(app.Option(message)),
) -> App(arguments, model, message) {
  let config =
    list.fold(options, app.default_config(), fn(config, option) {
      option.apply(config)
    })
  App(init:, update:, view:, config:, name: None)
}

/// Starts an application on the first element of the page that matches a CSS
/// selector. What the element contains is taken over where it fits the view,
/// so that HTML rendered by a server is kept, and replaced where it does not.
///
/// Outside browsers this is an error.
pub fn start(
  app: App(arguments, model, message),
  onto selector: String,
  with arguments: arguments,
) -> Result(Runtime(message), Error) {
  case is_browser() {
    True ->
      start_in_browser(app, selector, arguments)
      |> result.replace_error(ElementNotFound(selector))
    False -> Error(NotABrowser)
  }
}

@external(javascript, "./lustre/runtime/client.ffi.mjs", "start")
fn start_in_browser(
  _app: App(arguments, model, message),
  _selector: String,
  _arguments: arguments,
) -> Result(Runtime(message), Nil) {
  Error(Nil)
}

/// Gives the process of a server component a name, under which it can be reached
/// even after its supervisor has started it anew.
pub fn named(
  app: App(arguments, model, message),
  name: Name(RuntimeMessage(message)),
) -> App(arguments, model, message) {
  App(..app, name: Some(name))
}

@target(erlang)
/// Starts an application as a server component: model and view live here, and
/// clients in browsers show them. See `lustre/server_component`.
///
/// On the BEAM the component is a process, linked to the one that starts it.
pub fn start_server_component(
  app: App(arguments, model, message),
  with arguments: arguments,
) -> Result(Runtime(message), Error) {
  case server_actor.start(app, arguments) {
    Ok(started) -> Ok(subject_to_runtime(started.data))
    Error(reason) -> Error(ActorError(reason:))
  }
}

@target(erlang)
@external(erlang, "gleam@function", "identity")
fn subject_to_runtime(
  subject: Subject(RuntimeMessage(message)),
) -> Runtime(message)

@target(javascript)
/// Starts an application as a server component: model and view live here, and
/// clients in browsers show them. See `lustre/server_component`.
///
/// In JavaScript, where there are no processes, clients are callbacks.
@external(javascript, "./lustre/runtime/server/runtime.ffi.mjs", "start")
pub fn start_server_component(
  app: App(arguments, model, message),
  with arguments: arguments,
) -> Result(Runtime(message), Error)

@target(erlang)
/// A server component as a child of a supervisor, which starts it anew if it
/// fails.
pub fn supervised(
  app: App(arguments, model, message),
  arguments: arguments,
) -> ChildSpecification(Subject(RuntimeMessage(message))) {
  supervision.worker(fn() { server_actor.start(app, arguments) })
}

@target(erlang)
/// A supervisor for any number of server components of the same kind, each
/// started with arguments of its own.
pub fn factory(
  app: App(arguments, model, message),
) -> factory_supervisor.Builder(arguments, Subject(RuntimeMessage(message))) {
  factory_supervisor.worker_child(server_actor.start(app, _))
}

/// Makes an application a custom element of a name, which must have a hyphen in
/// it. An application is started in every element of that name, those that are
/// on the page already and those to come.
///
/// Outside browsers, for a name that is taken and for one that custom elements
/// cannot have, this is an error.
pub fn register(
  app: App(Nil, model, message),
  name: String,
) -> Result(Nil, Error) {
  case is_browser(), is_registered(name) {
    False, _ -> Error(NotABrowser)
    True, True -> Error(ComponentAlreadyRegistered(name))
    True, False ->
      define(app, name)
      |> result.replace_error(BadComponentName(name))
  }
}

@external(javascript, "./lustre/runtime/component.ffi.mjs", "define")
fn define(_app: App(Nil, model, message), _name: String) -> Result(Nil, Nil) {
  Error(Nil)
}

/// Whether there is a custom element of a name, from whatever source. Outside
/// browsers there is none.
@external(javascript, "./lustre/runtime/component.ffi.mjs", "isRegistered")
pub fn is_registered(_name: String) -> Bool {
  False
}

/// Sends something to a running application: a message made with `dispatch`,
/// or `shutdown`.
@external(javascript, "./lustre/runtime/client.ffi.mjs", "send")
pub fn send(
  to runtime: Runtime(message),
  message message: RuntimeMessage(message),
) -> Nil {
  process.send(runtime_to_subject(runtime), message)
}

@external(erlang, "gleam@function", "identity")
@external(javascript, "./lustre/vdom/coerce.ffi.mjs", "coerce")
fn runtime_to_subject(
  runtime: Runtime(message),
) -> Subject(RuntimeMessage(message))

/// Wraps a message of an application, so that it can be sent to it from
/// outside with `send`.
pub fn dispatch(message: message) -> RuntimeMessage(message) {
  Dispatch(message)
}

/// Tells a running application to stop. In a browser its content is taken off
/// the page, and messages that arrive afterwards are ignored; of a server
/// component the process ends.
pub fn shutdown() -> RuntimeMessage(message) {
  Shutdown
}

/// Whether the program runs in a browser, with a page to show something on.
@external(javascript, "./lustre/runtime/client.ffi.mjs", "is_browser")
pub fn is_browser() -> Bool {
  False
}
