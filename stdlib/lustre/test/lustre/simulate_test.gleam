//// Queries and simulations, on one small application.

import gleam/int
import gleam/json
import gleam/list
import gleam/result
import lustre/attribute
import lustre/dev/query
import lustre/dev/simulate
import lustre/effect
import lustre/element.{type Element}
import lustre/element/html
import lustre/event

type Model {
  Model(count: Int, name: String, fields: List(#(String, String)))
}

type Message {
  Added(Int)
  Named(String)
  Submitted(List(#(String, String)))
}

fn app() -> simulate.App(Int, Model, Message) {
  simulate.application(
    init: fn(count) { #(Model(count:, name: "", fields: []), effect.none()) },
    update: fn(model, message) {
      let model = case message {
        Added(by) -> Model(..model, count: model.count + by)
        Named(name) -> Model(..model, name:)
        Submitted(fields) -> Model(..model, fields:)
      }
      #(model, effect.from(fn(_) { panic as "effects are dropped" }))
    },
    view:,
  )
}

fn view(model: Model) -> Element(Message) {
  html.main([], [
    html.section([attribute.id("counter"), attribute.class("box big")], [
      element.memo([element.ref(model.count)], fn() {
        html.p([attribute.style("color", "red")], [
          html.text("Count: "),
          html.b([], [html.text(int.to_string(model.count))]),
        ])
      }),
      element.map(
        element.fragment([
          html.button([event.on_click(1)], [html.text("+")]),
          element.map(
            html.button([event.on_click("2")], [html.text("++")]),
            fn(by) { int.parse(by) |> result.unwrap(0) },
          ),
        ]),
        Added,
      ),
    ]),
    html.form([event.on_submit(Submitted)], [
      html.input([
        attribute.name("name"),
        attribute.value(model.name),
        attribute.disabled(False),
        attribute.data("test-id", "name"),
        attribute.aria_label("Name"),
        event.on_input(Named),
      ]),
    ]),
  ])
}

fn started() -> simulate.Simulation(Model, Message) {
  simulate.start(app(), 5)
}

fn count(query: query.Query) -> Int {
  list.length(query.find_all(in: simulate.view(started()), matching: query))
}

// QUERIES

pub fn queries_find_elements_anywhere_test() {
  assert count(query.element(matching: query.tag("button"))) == 2
  assert count(query.element(matching: query.tag("main"))) == 1
  assert count(query.element(matching: query.tag("table"))) == 0
}

pub fn children_and_descendants_test() {
  let main = query.element(matching: query.tag("main"))
  assert count(query.child(of: main, matching: query.tag("section"))) == 1
  assert count(query.child(of: main, matching: query.tag("p"))) == 0
  assert count(query.descendant(of: main, matching: query.tag("b"))) == 1
  let section = query.element(matching: query.id("counter"))
  assert count(query.child(of: section, matching: query.tag("p"))) == 1
  assert count(query.child(of: section, matching: query.tag("button"))) == 2
  let any = query.element(matching: query.attribute("id", ""))
  assert count(query.descendant(of: any, matching: query.tag("button"))) == 2
}

pub fn selectors_test() {
  let anywhere = fn(selector) { count(query.element(matching: selector)) }
  assert anywhere(query.class("big")) == 1
  assert anywhere(query.class("big box")) == 1
  assert anywhere(query.class("bi")) == 0
  assert anywhere(query.style("color", "red")) == 1
  assert anywhere(query.style("color", "blue")) == 0
  assert anywhere(query.test_id("name")) == 1
  assert anywhere(query.aria("label", "Name")) == 1
  assert anywhere(query.attribute("disabled", "")) == 0
  assert anywhere(query.attribute("value", "")) == 1
  assert anywhere(query.text("Count: 5")) == 3
  assert anywhere(query.and(query.tag("p"), query.text("Count: 5"))) == 1
  assert anywhere(query.namespaced("", "p")) == 1
  assert anywhere(query.namespaced("urn:x", "p")) == 0
}

pub fn single_elements_test() {
  let view = simulate.view(started())
  let assert Ok(paragraph) =
    query.find(in: view, matching: query.element(matching: query.tag("p")))
  assert query.matches(paragraph, query.tag("p"))
  assert !query.matches(paragraph, query.tag("b"))
  assert query.has(in: paragraph, matching: query.tag("b"))
  assert !query.has(in: paragraph, matching: query.tag("button"))
}

pub fn queries_can_be_read_test() {
  let query =
    query.element(matching: query.and(query.tag("ul"), query.id("todos")))
    |> query.child(matching: query.and(query.tag("li"), query.class("a b")))
    |> query.descendant(matching: query.attribute("href", "/"))
  assert query.to_readable_string(query) == "ul#todos > li.a.b [href=\"/\"]"
}

// SIMULATIONS

fn button(label: String) -> query.Query {
  query.element(matching: query.and(query.tag("button"), query.text(label)))
}

pub fn messages_and_clicks_test() {
  let simulation =
    started()
    |> simulate.message(Added(10))
    |> simulate.click(on: button("+"))
    |> simulate.click(on: button("++"))
  assert simulate.model(simulation).count == 18
  assert query.has(
    in: simulate.view(simulation),
    matching: query.text("Count: 18"),
  )
}

pub fn input_and_submit_test() {
  let name = query.element(matching: query.test_id("name"))
  let form = query.element(matching: query.tag("form"))
  let fields = [#("name", "Lucy"), #("by", "button")]
  let simulation =
    started()
    |> simulate.input(on: name, value: "Lucy")
    |> simulate.submit(on: form, fields:)
  assert simulate.model(simulation) == Model(count: 5, name: "Lucy", fields:)
}

pub fn the_history_tells_what_happened_test() -> Nil {
  let name = query.element(matching: query.test_id("name"))
  let nowhere = query.element(matching: query.tag("table"))
  let simulation =
    started()
    |> simulate.message(Added(1))
    |> simulate.event(on: name, name: "input", data: [#("target", json.null())])
    |> simulate.click(on: button("+"))
    |> simulate.click(on: name)
    |> simulate.click(on: nowhere)
  let assert [
    simulate.Dispatch(Added(1)),
    simulate.Event(name: "input", ..),
    simulate.Event(name: "click", ..),
    simulate.Dispatch(Added(1)),
    simulate.Problem(name: "EventHandlerNotFound", ..),
    simulate.Problem(
      name: "EventTargetNotFound",
      message: "No element matches table",
    ),
  ] = simulate.history(simulation)
  Nil
}
