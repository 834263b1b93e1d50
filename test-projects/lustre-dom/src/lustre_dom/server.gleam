//// The same page as a server component, connected to clients by functions.

import gleam/json
import lustre
import lustre/attribute
import lustre/element
import lustre/element/html
import lustre/server_component
import lustre_dom.{type Message}

pub fn start() -> lustre.Runtime(Message) {
  let assert Ok(runtime) = lustre.start_server_component(lustre_dom.app(), Nil)
  runtime
}

/// The page in which the component is shown.
pub fn page() -> String {
  html.html([], [
    html.head([], [
      html.title([], "Server component tests"),
      html.link([attribute.rel("icon"), attribute.href("data:,")]),
      server_component.script(),
    ]),
    html.body([], [
      server_component.element(
        [
          attribute.id("component"),
          server_component.route("/socket"),
          server_component.csrf_token("a b"),
        ],
        [],
      ),
    ]),
  ])
  |> element.to_document_string
}

/// Gives everything that clients are told to a function. The result takes what
/// a client sends, and nothing more is given to the function once it is empty.
pub fn connect(
  runtime: lustre.Runtime(Message),
  send: fn(String) -> Nil,
) -> fn(String) -> Nil {
  let callback = fn(message) {
    server_component.client_message_to_json(message)
    |> json.to_string
    |> send
  }
  lustre.send(runtime, server_component.register_callback(callback))
  fn(text) {
    case json.parse(text, server_component.runtime_message_decoder()) {
      Ok(message) -> lustre.send(runtime, message)
      Error(_) ->
        lustre.send(runtime, server_component.deregister_callback(callback))
    }
  }
}
