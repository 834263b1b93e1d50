//// What an element carries besides its children: attributes, properties and
//// event listeners. Public functions to build them live in `lustre/attribute`
//// and `lustre/event`; this module is their common data and their text form.

import gleam/dynamic/decode.{type Decoder}
import gleam/int
import gleam/json.{type Json}
import gleam/list
import gleam/order.{type Order}
import gleam/string
import gleam/string_tree.{type StringTree}
import houdini

/// One thing set on an element.
///
/// - `Attribute` is written as it would be in HTML.
/// - `Off` is a boolean attribute that is switched off. It is not the same as
///   saying nothing: the element's live property is set to `False`.
/// - `Property` is assigned to the DOM object and has no text form.
/// - `Event` is a listener; its decoder runs when the event fires. Where the
///   application is on a server, `include` names the properties of the event
///   that the decoder needs besides the usual ones.
pub type Attribute(message) {
  Attribute(name: String, value: String)
  Off(name: String)
  Property(name: String, value: Json)
  Event(
    name: String,
    handler: Decoder(Handler(message)),
    prevent_default: Behaviour,
    stop_propagation: Behaviour,
    include: List(String),
    debounce: Int,
    throttle: Int,
  )
}

/// Whether a listener stops the event or its default action: in no case, when
/// the decoded `Handler` says so, or before the decoder even runs.
pub type Behaviour {
  Never
  Possible
  Always
}

/// What decoding an event gives: the message and what to do with the event.
pub type Handler(message) {
  Handler(prevent_default: Bool, stop_propagation: Bool, message: message)
}

/// The name under which a default value is held. It is a name no HTML
/// attribute can have, so that it never meets the attribute of the live value.
pub const default_value = "virtual:defaultValue"

/// As `default_value`, for `checked`.
pub const default_checked = "virtual:defaultChecked"

/// As `default_value`, for `selected`.
pub const default_selected = "virtual:defaultSelected"

/// Brings a list of attributes into its normal form: sorted by name, empty
/// ones left out, classes and styles joined, and of anything else given twice
/// only the last one kept.
pub fn prepare(
  attributes: List(Attribute(message)),
) -> List(Attribute(message)) {
  case attributes {
    [] -> []
    [one] ->
      case is_empty(one) {
        True -> []
        False -> attributes
      }
    _ ->
      attributes
      |> list.filter(fn(attribute) { !is_empty(attribute) })
      |> list.sort(compare)
      |> merge([])
  }
}

fn is_empty(attribute: Attribute(message)) -> Bool {
  case attribute {
    Attribute(name: "", ..)
    | Attribute(name: "class", value: "")
    | Attribute(name: "style", value: "") -> True
    _ -> False
  }
}

/// The order of the normal form: by name, then by what kind of thing it is.
pub fn compare(a: Attribute(message), b: Attribute(message)) -> Order {
  case string.compare(a.name, b.name) {
    order.Eq -> int.compare(slot(a), slot(b))
    different -> different
  }
}

/// Attributes of one name and one slot replace one another.
fn slot(attribute: Attribute(message)) -> Int {
  case attribute {
    Attribute(..) | Off(..) -> 0
    Property(..) -> 1
    Event(..) -> 2
  }
}

fn merge(
  attributes: List(Attribute(message)),
  merged: List(Attribute(message)),
) -> List(Attribute(message)) {
  case attributes {
    [] -> list.reverse(merged)
    [Attribute("class", a), Attribute("class", b), ..rest] ->
      merge([Attribute("class", a <> " " <> b), ..rest], merged)
    [Attribute("style", a), Attribute("style", b), ..rest] ->
      merge([Attribute("style", join_styles(a, b)), ..rest], merged)
    [first, second, ..rest] ->
      case compare(first, second) {
        order.Eq -> merge([second, ..rest], merged)
        _ -> merge([second, ..rest], [first, ..merged])
      }
    [last] -> list.reverse([last, ..merged])
  }
}

fn join_styles(a: String, b: String) -> String {
  case string.ends_with(a, ";") {
    True -> a <> b
    False -> a <> ";" <> b
  }
}

/// Appends the text of an element's attributes, each with a space before it.
/// The namespace is given when it has to be printed, the key when there is one.
pub fn to_string_tree(
  attributes: List(Attribute(message)),
  xmlns namespace: String,
  key key: String,
  onto tree: StringTree,
) -> StringTree {
  let tree = append_unless_empty(tree, "xmlns", namespace)
  let tree = append_unless_empty(tree, "data-lustre-key", key)
  use tree, attribute <- list.fold(prepare(attributes), tree)
  case attribute {
    Attribute(name:, value:) -> append(tree, text_name(name), value)
    Off(..) | Property(..) | Event(..) -> tree
  }
}

fn append_unless_empty(
  tree: StringTree,
  name: String,
  value: String,
) -> StringTree {
  case value {
    "" -> tree
    _ -> append(tree, name, value)
  }
}

fn append(tree: StringTree, name: String, value: String) -> StringTree {
  let tree =
    tree
    |> string_tree.append(" ")
    |> string_tree.append(name)
  case value {
    "" -> tree
    _ ->
      tree
      |> string_tree.append("=\"")
      |> string_tree.append(houdini.escape(value))
      |> string_tree.append("\"")
  }
}

fn text_name(name: String) -> String {
  case name {
    "virtual:defaultValue" -> "value"
    "virtual:defaultChecked" -> "checked"
    "virtual:defaultSelected" -> "selected"
    _ -> name
  }
}
