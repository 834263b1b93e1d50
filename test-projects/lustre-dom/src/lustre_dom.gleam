//// A page with a bit of everything, driven by the browser tests. Each part has
//// an element with an identifier; what happened is written to `#log`.

import gleam/dynamic/decode
import gleam/int
import gleam/json
import gleam/list
import gleam/string
import lustre
import lustre/attribute
import lustre/effect.{type Effect}
import lustre/element.{type Element}
import lustre/element/html
import lustre/element/keyed
import lustre/element/svg
import lustre/event
import lustre_dom/stepper

pub fn main() {
  let assert Ok(_) = stepper.register()
  let assert Ok(runtime) = lustre.start(app(), "#app", Nil)
  runtime
}

/// The application, for those who run it elsewhere.
pub fn app() -> lustre.App(Nil, Model, Message) {
  lustre.application(init, update, view)
}

/// The page as a server would send it.
pub fn page() -> String {
  let #(model, _) = init(Nil)
  element.to_string(view(model))
}

/// Sends the first message of the log from outside the page.
pub fn note_from_outside(
  runtime: lustre.Runtime(Message),
  note: String,
) -> Nil {
  lustre.send(runtime, lustre.dispatch(Noted(note)))
}

/// Ends the application.
pub fn stop(runtime: lustre.Runtime(Message)) -> Nil {
  lustre.send(runtime, lustre.shutdown())
}

/// What can be reached from a selector that matches nothing.
pub fn start_nowhere() -> Bool {
  case lustre.start(app(), "#nowhere", Nil) {
    Error(lustre.ElementNotFound("#nowhere")) -> True
    _ -> False
  }
}

pub opaque type Model {
  Model(
    rows: List(Int),
    items: Int,
    letters: String,
    inner: Int,
    plain: Bool,
    choice: String,
    log: List(String),
    stepper: Int,
  )
}

pub opaque type Message {
  SetRows(List(Int))
  SetItems(Int)
  Typed(String)
  Chose(String)
  Inner(InnerMessage)
  TogglePlain
  Noted(String)
  RunEffects
  SetTheme(String)
  Stepped(Int)
  Ignored
}

type InnerMessage {
  Grow(by: Int)
}

fn init(_) -> #(Model, Effect(Message)) {
  #(
    Model(
      rows: [],
      items: 1,
      letters: "",
      inner: 0,
      plain: False,
      choice: "b",
      log: [],
      stepper: 7,
    ),
    effect.provide("theme", json.string("dark")),
  )
}

fn update(model: Model, message: Message) -> #(Model, Effect(Message)) {
  case message {
    RunEffects -> #(note(model, "update"), effects())
    SetTheme(theme) -> #(model, effect.provide("theme", json.string(theme)))
    _ -> #(change(model, message), effect.none())
  }
}

fn change(model: Model, message: Message) -> Model {
  case message {
    SetRows(rows) -> Model(..model, rows:)
    SetItems(items) -> Model(..model, items:)
    Typed(text) -> Model(..model, letters: only_letters(text))
    Chose(choice) -> Model(..model, choice:)
    Inner(Grow(by:)) -> Model(..model, inner: model.inner + by)
    TogglePlain -> Model(..model, plain: !model.plain)
    Noted(text) -> note(model, text)
    Stepped(stepper) -> Model(..model, stepper:)
    RunEffects | SetTheme(_) | Ignored -> model
  }
}

fn note(model: Model, text: String) -> Model {
  Model(..model, log: [text, ..model.log])
}

fn only_letters(text: String) -> String {
  text
  |> string.to_graphemes
  |> list.filter(fn(letter) { int.parse(letter) == Error(Nil) })
  |> string.concat
}

/// Every moment leaves a note; those of the synchronous ones come in the order
/// of the messages, and the page is drawn in between.
fn effects() -> Effect(Message) {
  effect.batch([
    effect.after_paint(fn(dispatch, root) {
      dispatch(Noted("after " <> shown_log(root)))
    }),
    effect.before_paint(fn(dispatch, root) {
      dispatch(Noted("before " <> shown_log(root)))
    }),
    effect.from(fn(dispatch) {
      dispatch(Noted("first"))
      dispatch(Noted("second"))
    }),
    effect.map(effect.from(fn(dispatch) { dispatch("third") }), Noted),
    event.emit("lustre-dom-ran", json.object([#("answer", json.int(42))])),
  ])
}

@external(javascript, "./lustre_dom.ffi.mjs", "shown_log")
fn shown_log(root: a) -> String

// VIEW

fn view(model: Model) -> Element(Message) {
  html.div([attribute.id("all")], [
    html.p([attribute.id("log")], [
      html.text(string.join(list.reverse(model.log), ",")),
    ]),
    view_buttons(model),
    keyed.ul([attribute.id("rows")], list.map(model.rows, view_row)),
    view_fragments(model.items),
    view_controls(model),
    element.map(view_inner(model.inner), Inner),
    view_attributes(model.plain),
    view_events(),
    view_stepper(model.stepper),
    html.svg(
      [attribute.id("drawing"), attribute.attribute("viewBox", "0 0 1 1")],
      [
        svg.linear_gradient([attribute.id("gradient")], []),
      ],
    ),
  ])
}

fn view_buttons(model: Model) -> Element(Message) {
  let rows = model.rows
  html.div([], [
    view_button("make", SetRows(count_to(1000))),
    view_button("swap", SetRows(swap(rows))),
    view_button("reverse", SetRows(list.reverse(rows))),
    view_button("rotate", SetRows(rotate(rows))),
    view_button("halve", SetRows(list.filter(rows, int.is_even))),
    view_button("mix", SetRows(mix(rows))),
    view_button("append", SetRows(list.append(rows, [5001, 5002]))),
    view_button("double", SetRows(list.append(rows, rows))),
    view_button("clear", SetRows([])),
    view_button("items-0", SetItems(0)),
    view_button("items-1", SetItems(1)),
    view_button("items-3", SetItems(3)),
    view_button("toggle", TogglePlain),
    view_button("effects", RunEffects),
    view_button("theme", SetTheme("light")),
    view_button("step-from-outside", Stepped(100)),
    view_button("nothing", Ignored),
  ])
}

fn view_button(id: String, message: Message) -> Element(Message) {
  html.button([attribute.id(id), event.on_click(message)], [html.text(id)])
}

fn count_to(last: Int) -> List(Int) {
  int.range(from: last, to: 0, with: [], run: list.prepend)
}

/// The second of a list and the last but one change places.
fn swap(rows: List(Int)) -> List(Int) {
  case rows, list.reverse(rows) {
    [first, second, ..], [last, before, ..] -> {
      let middle = rows |> list.drop(2) |> list.take(list.length(rows) - 4)
      list.flatten([[first, before], middle, [second, last]])
    }
    _, _ -> rows
  }
}

fn rotate(rows: List(Int)) -> List(Int) {
  case rows {
    [] -> []
    [first, ..rest] -> list.append(rest, [first])
  }
}

/// Removes, adds and moves at once.
fn mix(rows: List(Int)) -> List(Int) {
  let kept = list.filter(rows, fn(row) { row % 3 != 0 })
  let #(front, back) = list.split(kept, list.length(kept) / 2)
  list.flatten([[7001], back, [7002, 7003], front, [7004]])
}

fn view_row(row: Int) -> #(String, Element(Message)) {
  let id = int.to_string(row)
  #(
    id,
    html.li([], [
      html.button([event.on_click(Noted(id))], [html.text(id)]),
    ]),
  )
}

/// Fragments of changing length between fixed neighbours, with keys and
/// without, also inside one another.
fn view_fragments(items: Int) -> Element(Message) {
  let texts = list.map(count_to(items), int.to_string)
  html.div([attribute.id("fragments")], [
    html.b([], [html.text("[")]),
    element.fragment(
      list.map(texts, fn(text) { html.i([], [html.text(text)]) }),
    ),
    html.b([], [html.text("|")]),
    element.fragment([
      element.fragment([]),
      keyed.fragment(
        list.map(list.reverse(texts), fn(text) {
          #(text, element.fragment([html.text(text), html.text(";")]))
        }),
      ),
      element.none(),
    ]),
    html.b([], [html.text("]")]),
  ])
}

fn view_controls(model: Model) -> Element(Message) {
  html.div([attribute.id("controls")], [
    html.input([
      attribute.id("letters"),
      attribute.value(model.letters),
      event.on_input(Typed),
    ]),
    html.input([
      attribute.id("never"),
      attribute.type_("checkbox"),
      attribute.checked(False),
      event.on_check(fn(_) { Ignored }),
    ]),
    element.memo([], fn() {
      html.input([
        attribute.id("fixed"),
        attribute.value("fixed"),
        event.on_input(fn(_) { Ignored }),
      ])
    }),
    html.select([attribute.id("choice"), event.on_change(Chose)], [
      html.option(
        [attribute.value("a"), attribute.selected(model.choice == "a")],
        "A",
      ),
      html.option(
        [attribute.value("b"), attribute.selected(model.choice == "b")],
        "B",
      ),
    ]),
    html.select([attribute.id("mirror"), attribute.value(model.choice)], [
      html.option([attribute.value("a")], "A"),
      html.option([attribute.value("b")], "B"),
    ]),
    html.input([
      attribute.id("range"),
      attribute.value("150"),
      attribute.type_("range"),
      attribute.max("200"),
    ]),
    html.input([attribute.id("start"), attribute.default_value("start")]),
    html.textarea([attribute.id("area")], "some text"),
  ])
}

fn view_inner(size: Int) -> Element(InnerMessage) {
  html.div([attribute.id("inner")], [
    element.map(
      html.button([attribute.id("grow"), event.on_click(2)], [
        html.text(int.to_string(size)),
      ]),
      Grow,
    ),
  ])
}

fn view_attributes(plain: Bool) -> Element(Message) {
  case plain {
    True -> html.button([attribute.id("dressed")], [])
    False ->
      html.button(
        [
          attribute.class("one"),
          attribute.id("dressed"),
          attribute.class("two"),
          attribute.disabled(True),
          attribute.style("color", "red"),
          attribute.style("margin", "0"),
          attribute.title("first"),
          attribute.title("last"),
          attribute.property("custom", json.array([1, 2], json.int)),
          attribute.none(),
        ],
        [],
      )
  }
}

fn view_stepper(value: Int) -> Element(Message) {
  html.form([attribute.id("stepper-form")], [
    element.element(
      "x-stepper",
      [
        attribute.id("stepper"),
        attribute.name("steps"),
        attribute.value(int.to_string(value)),
        attribute.property("steps", json.array([1, 2], json.int)),
        event.on(
          "stepped",
          decode.map(decode.at(["detail"], decode.int), Stepped),
        ),
      ],
      [html.em([attribute.attribute("slot", "title")], [html.text("Steps")])],
    ),
    html.output([attribute.id("stepped")], [html.text(int.to_string(value))]),
  ])
}

fn view_events() -> Element(Message) {
  html.div([attribute.id("outer"), event.on_click(Noted("outer"))], [
    html.div(
      [
        attribute.id("wall"),
        event.on_click(Noted("wall")) |> event.stop_propagation,
      ],
      [
        html.button(
          [attribute.id("inside"), event.on_click(Noted("inside"))],
          [],
        ),
      ],
    ),
    html.button([attribute.id("through"), event.on_click(Noted("through"))], []),
    html.div(
      [
        attribute.id("picky"),
        event.advanced("click", {
          use shift <- decode.field("shiftKey", decode.bool)
          event.handler(
            dispatch: Noted("picky"),
            prevent_default: shift,
            stop_propagation: shift,
          )
          |> decode.success
        }),
      ],
      [],
    ),
    html.input([
      attribute.id("focused"),
      event.on_focus(Noted("focus")),
      event.on_blur(Noted("blur")),
    ]),
    html.form(
      [
        attribute.id("form"),
        event.on_submit(fn(fields) { Noted(string.inspect(fields)) }),
      ],
      [
        html.input([attribute.name("who"), attribute.default_value("me")]),
        html.button(
          [
            attribute.id("submit"),
            attribute.name("by"),
            attribute.value("button"),
          ],
          [],
        ),
      ],
    ),
    html.button(
      [
        attribute.id("late"),
        event.on_click(Noted("late"))
          |> event.debounce(40)
          |> event.stop_propagation,
      ],
      [],
    ),
    html.button(
      [
        attribute.id("rare"),
        event.on_click(Noted("rare"))
          |> event.throttle(10_000)
          |> event.stop_propagation,
      ],
      [],
    ),
  ])
}
