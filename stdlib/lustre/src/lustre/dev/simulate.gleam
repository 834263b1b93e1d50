//// Running applications in tests, without a browser and without effects.
////
//// A simulation starts an application, sends it messages and events, and lets
//// a test look at the model and the view after each of them.
////
//// ```gleam
//// import gleam/int
//// import lustre/attribute
//// import lustre/dev/query
//// import lustre/element/html
//// import lustre/event
////
//// let init = fn(_) { 0 }
//// let update = fn(model, message) { model + message }
//// let view = fn(model) {
////   html.button([attribute.id("more"), event.on_click(1)], [
////     html.text(int.to_string(model)),
////   ])
//// }
////
//// let simulation =
////   simulate.simple(init:, update:, view:)
////   |> simulate.start(Nil)
////   |> simulate.click(on: query.element(matching: query.id("more")))
////
//// assert simulate.model(simulation) == 1
//// ```
////
//// Effects are dropped, those of `init` as well as those of `update`. Send the
//// messages they would lead to with `message`.

import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode
import gleam/json.{type Json}
import gleam/list
import lustre/dev/query.{type Query}
import lustre/effect.{type Effect}
import lustre/vdom/vattr.{type Attribute}
import lustre/vdom/vnode.{
  type Element, ElementNode, FragmentNode, MapNode, MemoNode, RawNode, TextNode,
}

/// An application that can be simulated.
pub opaque type App(arguments, model, message) {
  App(
    init: fn(arguments) -> #(model, Effect(message)),
    update: fn(model, message) -> #(model, Effect(message)),
    view: fn(model) -> Element(message),
  )
}

/// A simulated application at some moment.
pub opaque type Simulation(model, message) {
  Simulation(
    update: fn(model, message) -> #(model, Effect(message)),
    view: fn(model) -> Element(message),
    model: model,
    history: List(Event(message)),
  )
}

/// Something that happened in a simulation.
pub type Event(message) {
  /// A message was handled by the application.
  Dispatch(message: message)
  /// An event happened to an element of the view.
  Event(target: Query, name: String, data: Json)
  /// Something the test asked for could not be done.
  Problem(name: String, message: String)
}

/// An application without effects, as `lustre.simple`.
pub fn simple(
  init init: fn(arguments) -> model,
  update update: fn(model, message) -> model,
  view view: fn(model) -> Element(message),
) -> App(arguments, model, message) {
  App(
    init: fn(arguments) { #(init(arguments), effect.none()) },
    update: fn(model, message) { #(update(model, message), effect.none()) },
    view:,
  )
}

/// An application with effects, as `lustre.application`. The effects are not
/// performed.
pub fn application(
  init init: fn(arguments) -> #(model, Effect(message)),
  update update: fn(model, message) -> #(model, Effect(message)),
  view view: fn(model) -> Element(message),
) -> App(arguments, model, message) {
  App(init:, update:, view:)
}

/// Starts a simulation.
pub fn start(
  app: App(arguments, model, message),
  arguments: arguments,
) -> Simulation(model, message) {
  let App(init:, update:, view:) = app
  let #(model, _) = init(arguments)
  Simulation(update:, view:, model:, history: [])
}

/// Sends a message to the application, as an effect would.
pub fn message(
  simulation: Simulation(model, message),
  message: message,
) -> Simulation(model, message) {
  let #(model, _) = simulation.update(simulation.model, message)
  Simulation(..simulation, model:)
  |> record(Dispatch(message:))
}

/// Makes an event happen to the first element that a query finds. The data are
/// the fields of the event object that the listener's decoder sees.
///
/// The element itself must have a listener for the event: there is no page on
/// which the event could go to elements further out. If there is no such
/// element, or it does not listen, the history gets a `Problem`. An event that
/// the decoder rejects leads to no message.
pub fn event(
  simulation: Simulation(model, message),
  on target: Query,
  name name: String,
  data data: List(#(String, Json)),
) -> Simulation(model, message) {
  let data = json.object(data)
  case query.find(in: view(simulation), matching: target) {
    Error(Nil) ->
      problem(
        simulation,
        name: "EventTargetNotFound",
        message: "No element matches " <> query.to_readable_string(target),
      )
    Ok(element) -> {
      let happened = record(simulation, Event(target:, name:, data:))
      case handle(element, name, json_to_dynamic(data)) {
        NoListener ->
          problem(
            simulation,
            name: "EventHandlerNotFound",
            message: query.to_readable_string(target)
              <> " has no listener for the event "
              <> name,
          )
        Rejected -> happened
        Decoded(value) -> message(happened, value)
      }
    }
  }
}

/// Clicks on an element.
pub fn click(
  simulation: Simulation(model, message),
  on target: Query,
) -> Simulation(model, message) {
  event(simulation, on: target, name: "click", data: [])
}

/// Changes the value of an input.
pub fn input(
  simulation: Simulation(model, message),
  on target: Query,
  value value: String,
) -> Simulation(model, message) {
  let input = json.object([#("value", json.string(value))])
  event(simulation, on: target, name: "input", data: [#("target", input)])
}

/// Submits a form with the given fields.
pub fn submit(
  simulation: Simulation(model, message),
  on target: Query,
  fields fields: List(#(String, String)),
) -> Simulation(model, message) {
  let pairs =
    json.array(fields, fn(field) { json.array([field.0, field.1], json.string) })
  let detail = json.object([#("formData", pairs)])
  event(simulation, on: target, name: "submit", data: [#("detail", detail)])
}

/// Notes a problem in the history, for helpers that tests build on this module.
pub fn problem(
  simulation: Simulation(model, message),
  name name: String,
  message message: String,
) -> Simulation(model, message) {
  record(simulation, Problem(name:, message:))
}

/// The model of the application.
pub fn model(simulation: Simulation(model, message)) -> model {
  simulation.model
}

/// The view of the application.
pub fn view(simulation: Simulation(model, message)) -> Element(message) {
  simulation.view(simulation.model)
}

/// Everything that has happened, in the order in which it did.
pub fn history(simulation: Simulation(model, message)) -> List(Event(message)) {
  list.reverse(simulation.history)
}

fn record(
  simulation: Simulation(model, message),
  event: Event(message),
) -> Simulation(model, message) {
  Simulation(..simulation, history: [event, ..simulation.history])
}

type Outcome(message) {
  NoListener
  Rejected
  Decoded(message)
}

/// Gives an event to the listener of an element, and its message to the maps
/// around the element.
fn handle(
  element: Element(message),
  name: String,
  data: Dynamic,
) -> Outcome(message) {
  case element {
    ElementNode(attributes:, ..) | RawNode(attributes:, ..) ->
      decode_message(attributes, name, data)
    MapNode(mapper:, child:, ..) ->
      case handle(child, name, data) {
        Decoded(message) -> Decoded(vnode.apply(mapper, message))
        outcome -> outcome
      }
    MemoNode(view:, ..) -> handle(view(), name, data)
    TextNode(..) | FragmentNode(..) -> NoListener
  }
}

fn decode_message(
  attributes: List(Attribute(message)),
  wanted: String,
  data: Dynamic,
) -> Outcome(message) {
  let listener =
    list.find_map(vattr.prepare(attributes), fn(attribute) {
      case attribute {
        vattr.Event(name:, handler:, ..) if name == wanted -> Ok(handler)
        _ -> Error(Nil)
      }
    })
  case listener {
    Error(Nil) -> NoListener
    Ok(handler) ->
      case decode.run(data, handler) {
        Ok(handler) -> Decoded(handler.message)
        Error(_) -> Rejected
      }
  }
}

fn json_to_dynamic(data: Json) -> Dynamic {
  case json.parse(json.to_string(data), decode.dynamic) {
    Ok(dynamic) -> dynamic
    Error(_) -> dynamic.nil()
  }
}
