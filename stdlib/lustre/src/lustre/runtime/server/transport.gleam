//// What goes over the wire between a server component and its clients.

import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode.{type Decoder}
import gleam/json.{type Json}

/// What a server component tells its clients. The parameter is the type of the
/// component's messages; clients have no use for it.
pub type ClientMessage(message) {
  /// All there is to see, for a client that has just come.
  Mount(
    view: Json,
    open_shadow_root: Bool,
    adopt_styles: Bool,
    attributes: List(String),
    properties: List(String),
    contexts: List(String),
    provided: List(#(String, Json)),
  )
  /// What has changed since, as `diff` writes it.
  Reconcile(patch: Json)
  /// The element of the component is to fire an event.
  Emit(name: String, data: Json)
  /// The element of the component is to offer a context.
  Provide(key: String, value: Json)
  /// The element is to ask for a context, or no longer.
  Subscribe(key: String)
  Unsubscribe(key: String)
}

/// What clients tell a server component.
pub type ServerMessage {
  AttributeChanged(name: String, value: String)
  PropertyChanged(name: String, value: Dynamic)
  EventFired(id: Int, name: String, data: Dynamic)
  ContextChanged(key: String, value: Dynamic)
  Batch(messages: List(ServerMessage))
}

/// A message to a client, for the wire.
pub fn client_message_to_json(message: ClientMessage(message)) -> Json {
  case message {
    Mount(
      view:,
      open_shadow_root:,
      adopt_styles:,
      attributes:,
      properties:,
      contexts:,
      provided:,
    ) ->
      kind("mount", [
        #("view", view),
        #("open", json.bool(open_shadow_root)),
        #("styles", json.bool(adopt_styles)),
        #("attributes", json.array(attributes, json.string)),
        #("properties", json.array(properties, json.string)),
        #("contexts", json.array(contexts, json.string)),
        #("provided", json.object(provided)),
      ])
    Reconcile(patch:) -> kind("reconcile", [#("patch", patch)])
    Emit(name:, data:) ->
      kind("emit", [#("name", json.string(name)), #("data", data)])
    Provide(key:, value:) ->
      kind("provide", [#("key", json.string(key)), #("value", value)])
    Subscribe(key:) -> kind("subscribe", [#("key", json.string(key))])
    Unsubscribe(key:) -> kind("unsubscribe", [#("key", json.string(key))])
  }
}

fn kind(name: String, fields: List(#(String, Json))) -> Json {
  json.object([#("kind", json.string(name)), ..fields])
}

/// Reads what a client has sent.
pub fn server_message_decoder() -> Decoder(ServerMessage) {
  use kind <- decode.field("kind", decode.string)
  case kind {
    "attribute" -> {
      use name <- decode.field("name", decode.string)
      use value <- decode.field("value", decode.string)
      decode.success(AttributeChanged(name:, value:))
    }
    "property" -> {
      use name <- decode.field("name", decode.string)
      use value <- decode.field("value", decode.dynamic)
      decode.success(PropertyChanged(name:, value:))
    }
    "event" -> {
      use id <- decode.field("id", decode.int)
      use name <- decode.field("name", decode.string)
      use data <- decode.field("data", decode.dynamic)
      decode.success(EventFired(id:, name:, data:))
    }
    "context" -> {
      use key <- decode.field("key", decode.string)
      use value <- decode.field("value", decode.dynamic)
      decode.success(ContextChanged(key:, value:))
    }
    "batch" -> {
      let decoder = decode.list(decode.recursive(server_message_decoder))
      use messages <- decode.field("messages", decoder)
      decode.success(Batch(messages:))
    }
    _ -> decode.failure(Batch([]), "ServerMessage")
  }
}
