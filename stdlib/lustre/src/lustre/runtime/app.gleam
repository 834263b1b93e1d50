//// Applications, as they are before anything has been started.

import gleam/dynamic/decode.{type Decoder}
import gleam/erlang/process.{type Name, type Pid, type Selector, type Subject}
import gleam/json.{type Json}
import gleam/option
import lustre/effect.{type Effect}
import lustre/runtime/server/transport.{type ClientMessage, type ServerMessage}
import lustre/vdom/vnode.{type Element}

/// The functions an application consists of, what it does as a component, and
/// the name of its process.
pub type App(arguments, model, message) {
  App(
    init: fn(arguments) -> #(model, Effect(message)),
    update: fn(model, message) -> #(model, Effect(message)),
    view: fn(model) -> Element(message),
    config: Config(message),
    name: option.Option(Name(Message(message))),
  )
}

/// How an application behaves as a custom element. Of attributes, properties
/// and contexts given twice the last one counts.
pub type Config(message) {
  Config(
    open_shadow_root: Bool,
    adopt_styles: Bool,
    delegates_focus: Bool,
    attributes: List(#(String, fn(String) -> Result(message, Nil))),
    properties: List(#(String, Decoder(message))),
    contexts: List(#(String, Decoder(message))),
    form_associated: Bool,
    on_form_autofill: option.Option(fn(String) -> message),
    on_form_reset: option.Option(message),
    on_form_restore: option.Option(fn(String) -> message),
    on_form_disabled: option.Option(fn(Bool) -> message),
    on_connect: option.Option(message),
    on_adopt: option.Option(message),
    on_disconnect: option.Option(message),
  )
}

/// One thing about a component that differs from the usual.
pub type Option(message) {
  Option(apply: fn(Config(message)) -> Config(message))
}

/// What components do when nothing else is said.
pub fn default_config() -> Config(message) {
  Config(
    open_shadow_root: True,
    adopt_styles: True,
    delegates_focus: False,
    attributes: [],
    properties: [],
    contexts: [],
    form_associated: False,
    on_form_autofill: option.None,
    on_form_reset: option.None,
    on_form_restore: option.None,
    on_form_disabled: option.None,
    on_connect: option.None,
    on_adopt: option.None,
    on_disconnect: option.None,
  )
}

/// What can be sent to a running application. All but the first two are only
/// for server components.
pub type Message(message) {
  Dispatch(message: message)
  Shutdown
  FromClient(message: ServerMessage)
  RegisterSubject(subject: Subject(ClientMessage(message)))
  DeregisterSubject(subject: Subject(ClientMessage(message)))
  RegisterCallback(callback: fn(ClientMessage(message)) -> Nil)
  DeregisterCallback(callback: fn(ClientMessage(message)) -> Nil)
  ClientDown(pid: Pid)
  Requested(request: Request(message))
}

/// What effects ask of a server component.
pub type Request(message) {
  Emit(name: String, data: Json)
  Provide(key: String, value: Json)
  Subscribe(key: String, decoder: Decoder(message))
  Unsubscribe(key: String)
  Select(selector: Selector(message))
}
