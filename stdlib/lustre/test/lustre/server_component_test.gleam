//// Server components: what clients are told, and what becomes of what they say.

import gleam/dynamic/decode
@target(erlang)
import gleam/erlang/process
import gleam/int
import gleam/json
import gleam/list
import gleam/option
@target(erlang)
import gleam/otp/static_supervisor
import gleam/set
import gleam/string
import lustre
import lustre/attribute
import lustre/component
import lustre/effect.{type Effect}
import lustre/element.{type Element}
import lustre/element/html
import lustre/element/keyed
import lustre/event
import lustre/runtime/server/diff
import lustre/runtime/server/moves
import lustre/runtime/server/tree
import lustre/server_component

pub opaque type Message {
  Added(Int)
  Renamed(String)
}

fn app() -> lustre.App(Int, #(Int, String), Message) {
  lustre.component(
    init: fn(count) { #(#(count, "nobody"), effect.none()) },
    update: fn(
      model: #(Int, String),
      message,
    ) -> #(#(Int, String), Effect(Message)) {
      case message {
        Added(by) -> #(
          #(model.0 + by, model.1),
          event.emit("added", json.int(by)),
        )
        Renamed(name) -> #(#(model.0, name), effect.none())
      }
    },
    view:,
    options: [
      component.on_attribute_change("name", fn(name) { Ok(Renamed(name)) }),
      component.on_property_change("by", decode.map(decode.int, Added)),
    ],
  )
}

fn view(model: #(Int, String)) -> Element(Message) {
  html.div([], [
    element.map(
      html.button([event.on_click(1), attribute.class("add")], [
        html.text(int.to_string(model.0)),
      ]),
      Added,
    ),
    html.input([
      attribute.value(model.1),
      event.on_input(Renamed)
        |> event.prevent_default
        |> server_component.include(["target.id"]),
    ]),
  ])
}

const mounted =
  "{\"kind\":\"mount\",\"view\":{\"t\":\"div\",\"c\":["
  <> "{\"t\":\"button\",\"a\":{\"class\":\"add\"},\"e\":[\"click\"],\"i\":2,\"c\":[\"5\"]},"
  <> "{\"t\":\"input\",\"a\":{\"value\":\"nobody\"},\"e\":[[\"input\",1,[\"target.id\"],0,0]],\"i\":3}"
  <> "]},\"open\":true,\"styles\":true,\"attributes\":[\"name\"],\"properties\":[\"by\"],"
  <> "\"contexts\":[],\"provided\":{}}"

fn from_client(text: String) -> lustre.RuntimeMessage(Message) {
  let assert Ok(message) =
    json.parse(text, server_component.runtime_message_decoder())
  message
}

const click = "{\"kind\":\"event\",\"id\":2,\"name\":\"click\",\"data\":{}}"

// PROCESSES

@target(erlang)
fn start() -> #(
  lustre.Runtime(Message),
  process.Subject(server_component.ClientMessage(Message)),
) {
  let assert Ok(runtime) = lustre.start_server_component(app(), 5)
  let client = process.new_subject()
  lustre.send(runtime, server_component.register_subject(client))
  #(runtime, client)
}

@target(erlang)
fn receive(
  client: process.Subject(server_component.ClientMessage(Message)),
) -> String {
  let assert Ok(message) = process.receive(client, 5000)
  json.to_string(server_component.client_message_to_json(message))
}

@target(erlang)
pub fn clients_see_what_changes_test() {
  let #(runtime, client) = start()
  assert receive(client) == mounted
  lustre.send(runtime, from_client(click))
  assert receive(client)
    == "{\"kind\":\"reconcile\",\"patch\":{\"s\":[[0,{\"s\":[[0,{\"s\":[[0,{\"x\":\"6\"}]]}]]}]]}}"
  assert receive(client) == "{\"kind\":\"emit\",\"name\":\"added\",\"data\":1}"
}

@target(erlang)
pub fn messages_of_clients_are_handled_in_order_test() {
  let #(runtime, client) = start()
  let _ = receive(client)
  lustre.send(
    runtime,
    from_client(
      "{\"kind\":\"batch\",\"messages\":["
      <> "{\"kind\":\"attribute\",\"name\":\"name\",\"value\":\"Lucy\"},"
      <> "{\"kind\":\"event\",\"id\":99,\"name\":\"click\",\"data\":{}},"
      <> "{\"kind\":\"event\",\"id\":3,\"name\":\"input\",\"data\":{\"target\":{\"value\":\"Joe\"}}},"
      <> "{\"kind\":\"property\",\"name\":\"by\",\"value\":10}"
      <> "]}",
    ),
  )
  assert string.contains(receive(client), "{\"value\":\"Lucy\"}")
  assert string.contains(receive(client), "{\"value\":\"Joe\"}")
  assert string.contains(receive(client), "{\"x\":\"15\"}")
}

@target(erlang)
pub fn clients_that_leave_are_told_nothing_test() {
  let #(runtime, client) = start()
  let other = process.new_subject()
  lustre.send(runtime, server_component.register_subject(other))
  lustre.send(runtime, server_component.deregister_subject(client))
  lustre.send(runtime, lustre.dispatch(Renamed("x")))
  lustre.send(runtime, lustre.dispatch(Renamed("y")))
  assert receive(client) == mounted
  assert receive(other) == mounted
  assert string.contains(receive(other), "reconcile")
  assert string.contains(receive(other), "reconcile")
  assert process.receive(client, 0) == Error(Nil)
}

@target(erlang)
pub fn components_can_be_shut_down_test() {
  let #(runtime, _) = start()
  let pid = server_component.pid(runtime)
  let monitor = process.monitor(pid)
  lustre.send(runtime, lustre.shutdown())
  let selector =
    process.select_specific_monitor(process.new_selector(), monitor, fn(down) {
      down
    })
  let assert Ok(process.ProcessDown(reason: process.Normal, ..)) =
    process.selector_receive(selector, 5000)
  Nil
}

@target(erlang)
pub fn components_hear_from_subjects_of_their_own_test() {
  let back = process.new_subject()
  let app =
    lustre.application(
      init: fn(_) {
        let listen =
          server_component.select(fn(_, subject) {
            process.send(back, subject)
            process.new_selector()
            |> process.select_map(subject, fn(number: Int) { number + 1 })
          })
        #(0, effect.map(listen, Added))
      },
      update: fn(model, message) {
        case message {
          Added(by) -> #(model + by, effect.none())
          Renamed(_) -> #(model, effect.none())
        }
      },
      view: fn(model) { html.text(int.to_string(model)) },
    )
  let assert Ok(runtime) = lustre.start_server_component(app, Nil)
  let client = process.new_subject()
  lustre.send(runtime, server_component.register_subject(client))
  let _ = receive(client)
  let assert Ok(subject) = process.receive(back, 5000)
  process.send(subject, 41)
  assert receive(client)
    == "{\"kind\":\"reconcile\",\"patch\":{\"s\":[[0,{\"x\":\"42\"}]]}}"
}

@target(erlang)
pub fn supervised_components_have_names_test() {
  let name = process.new_name("lustre-test")
  let assert Ok(_) =
    static_supervisor.new(static_supervisor.OneForOne)
    |> static_supervisor.add(lustre.supervised(lustre.named(app(), name), 5))
    |> static_supervisor.start
  let client = process.new_subject()
  process.send(
    process.named_subject(name),
    server_component.register_subject(client),
  )
  assert receive(client) == mounted
}

// CALLBACKS

@target(javascript)
@external(javascript, "./server_component_test.ffi.mjs", "recorder")
fn recorder() -> #(
  fn(server_component.ClientMessage(Message)) -> Nil,
  fn() -> List(server_component.ClientMessage(Message)),
)

@target(javascript)
pub fn callbacks_see_what_changes_test() {
  let #(callback, recorded) = recorder()
  let assert Ok(runtime) = lustre.start_server_component(app(), 5)
  lustre.send(runtime, server_component.register_callback(callback))
  lustre.send(runtime, from_client(click))
  lustre.send(runtime, server_component.deregister_callback(callback))
  lustre.send(runtime, from_client(click))
  let texts =
    list.map(recorded(), fn(message) {
      json.to_string(server_component.client_message_to_json(message))
    })
  assert texts
    == [
      mounted,
      "{\"kind\":\"reconcile\",\"patch\":{\"s\":[[0,{\"s\":[[0,{\"s\":[[0,{\"x\":\"6\"}]]}]]}]]}}",
      "{\"kind\":\"emit\",\"name\":\"added\",\"data\":1}",
    ]
}

// PATCHES

pub fn longest_increasing_test() {
  let size = fn(numbers) { set.size(moves.longest_increasing(numbers)) }
  assert size([]) == 0
  assert size([3, 2, 1]) == 1
  assert size([0, 8, 4, 12, 2, 10, 6, 14, 1, 9]) == 4
  assert moves.longest_increasing([4, 1, 2, 3, 0]) == set.from_list([1, 2, 3])
}

type Patch {
  Patch(
    removed: List(Int),
    moved: List(#(Int, Int)),
    inserted: List(#(Int, List(String))),
  )
}

/// Keyed lists, described by their keys, and patched as a client would.
pub fn patches_lead_from_one_list_to_the_other_test() {
  use old <- list.each(lists())
  use new <- list.each(lists())
  assert patched(old, new) == new
}

fn lists() -> List(List(String)) {
  [
    "", "a", "b", "abc", "cba", "bca", "abcdef", "afcdeb", "fabcde", "xaybzc",
    "xyz", "badcfe", "edabxfc", "aceg",
  ]
  |> list.map(string.to_graphemes)
}

fn patched(old: List(String), new: List(String)) -> List(String) {
  let #(place, next) = tree.create(keyed_view(old), 1)
  let #(_, patch, _) = diff.root(place, keyed_view(new), next)
  let patch = case patch {
    option.None -> Patch([], [], [])
    option.Some(json) -> {
      let assert Ok(patch) = json.parse(json.to_string(json), patch_decoder())
      patch
    }
  }
  let gone = list.append(patch.removed, list.map(patch.moved, fn(m) { m.0 }))
  let staying =
    list.index_map(old, fn(key, index) { #(index, key) })
    |> list.filter(fn(entry) { !list.contains(gone, entry.0) })
    |> list.map(fn(entry) { entry.1 })
  let moved =
    list.map(patch.moved, fn(move) {
      let assert [key, ..] = list.drop(old, move.0)
      #(move.1, key)
    })
  let inserted =
    list.flat_map(patch.inserted, fn(run) {
      list.index_map(run.1, fn(key, offset) { #(run.0 + offset, key) })
    })
  list.append(moved, inserted)
  |> list.sort(fn(a, b) { int.compare(a.0, b.0) })
  |> list.fold(staying, fn(keys, entry) {
    let #(before, after) = list.split(keys, entry.0)
    list.append(before, [entry.1, ..after])
  })
}

fn keyed_view(keys: List(String)) -> Element(Nil) {
  keyed.fragment(list.map(keys, fn(key) { #(key, html.text(key)) }))
}

/// The patch of the only child of a root.
fn patch_decoder() -> decode.Decoder(Patch) {
  let pair = {
    use from <- decode.field(0, decode.int)
    use to <- decode.field(1, decode.int)
    decode.success(#(from, to))
  }
  let run = {
    use all <- decode.then(
      decode.list(
        decode.one_of(decode.string, [decode.map(decode.int, int.to_string)]),
      ),
    )
    let assert [start, ..keys] = all
    let assert Ok(start) = int.parse(start)
    decode.success(#(start, keys))
  }
  let fields = {
    use removed <- decode.optional_field("r", [], decode.list(decode.int))
    use moved <- decode.optional_field("m", [], decode.list(pair))
    use inserted <- decode.optional_field("n", [], decode.list(run))
    decode.success(Patch(removed:, moved:, inserted:))
  }
  decode.at(["s"], decode.at([0], decode.at([1], fields)))
}
