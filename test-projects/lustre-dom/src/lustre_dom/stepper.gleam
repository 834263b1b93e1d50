//// A component that uses all ways in and out.

import gleam/dynamic/decode
import gleam/int
import gleam/json
import gleam/result
import gleam/string
import lustre
import lustre/attribute
import lustre/component
import lustre/effect.{type Effect}
import lustre/element.{type Element}
import lustre/element/html
import lustre/event

pub fn register() -> Result(Nil, lustre.Error) {
  lustre.register(app(), "x-stepper")
}

/// Whether names that cannot be registered are refused in the way they should.
pub fn refuses_bad_names() -> Bool {
  lustre.register(app(), "stepper") == Error(lustre.BadComponentName("stepper"))
  && lustre.register(app(), "x-stepper")
  == Error(lustre.ComponentAlreadyRegistered("x-stepper"))
}

/// The component as a server would send it.
pub fn prerendered() -> String {
  element.to_string(
    component.prerender(app(), "x-stepper", [attribute.id("early")], []),
  )
}

fn app() -> lustre.App(Nil, Model, Message) {
  lustre.component(init, update, view, [
    component.on_attribute_change("value", fn(value) {
      result.map(int.parse(value), ParentSetValue)
    }),
    component.on_property_change(
      "steps",
      decode.map(decode.list(decode.int), ParentSetSteps),
    ),
    component.on_connect(Connected),
    component.on_form_reset(FormReset),
    component.on_context_change(
      "theme",
      decode.map(decode.string, ContextChanged),
    ),
    component.delegates_focus(True),
  ])
}

type Model {
  Model(value: Int, steps: List(Int), theme: String, connected: Int)
}

type Message {
  ParentSetValue(Int)
  ParentSetSteps(List(Int))
  ContextChanged(String)
  Connected
  FormReset
  UserStepped
}

fn init(_) -> #(Model, Effect(Message)) {
  #(Model(value: 0, steps: [], theme: "none", connected: 0), effect.none())
}

fn update(model: Model, message: Message) -> #(Model, Effect(Message)) {
  case message {
    ParentSetValue(value) -> with_value(model, value)
    ParentSetSteps(steps) -> #(Model(..model, steps:), effect.none())
    ContextChanged(theme) -> #(Model(..model, theme:), effect.none())
    Connected -> #(
      Model(..model, connected: model.connected + 1),
      effect.none(),
    )
    FormReset -> with_value(model, 0)
    UserStepped -> {
      let #(model, set) = with_value(model, model.value + 1)
      #(
        model,
        effect.batch([
          set,
          event.emit("stepped", json.int(model.value)),
          component.set_pseudo_state("touched"),
        ]),
      )
    }
  }
}

fn with_value(model: Model, value: Int) -> #(Model, Effect(Message)) {
  #(Model(..model, value:), component.set_form_value(int.to_string(value)))
}

fn view(model: Model) -> Element(Message) {
  element.fragment([
    html.button([event.on_click(UserStepped), component.part("button")], [
      html.text(int.to_string(model.value)),
    ]),
    html.p([], [
      html.text(
        string.inspect(model.steps)
        <> model.theme
        <> int.to_string(model.connected),
      ),
    ]),
    component.named_slot("title", [], [html.text("untitled")]),
    component.default_slot([], []),
  ])
}
