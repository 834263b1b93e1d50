//// Effects: what an application wants done besides changing its model.
////
//// An effect is a value. Building one does nothing; the runtime performs it
//// after the `init` or `update` that returned it. While it runs, it may send
//// any number of messages back to the application, at once or much later.
////
//// ```gleam
//// import gleam/int
//// import lustre/effect.{type Effect}
////
//// pub fn roll(to_message: fn(Int) -> message) -> Effect(message) {
////   use dispatch <- effect.from
////   dispatch(to_message(int.random(6) + 1))
//// }
//// ```
////
//// There are three moments at which an effect can run. `from` runs it at once,
//// before anything is rendered. `before_paint` runs it when the page has been
//// brought up to date but before the browser has drawn it, the moment for
//// measuring elements. `after_paint` runs it when the page is on the screen.

import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode.{type Decoder}
import gleam/erlang/process.{type Selector, type Subject}
import gleam/json.{type Json}
import gleam/list

/// A description of work for the runtime, which may send messages of the
/// given type.
pub opaque type Effect(message) {
  Effect(
    synchronous: List(fn(Actions(message)) -> Nil),
    before_paint: List(fn(Actions(message)) -> Nil),
    after_paint: List(fn(Actions(message)) -> Nil),
  )
}

/// What a runtime lets the effects it performs do.
@internal
pub type Actions(message) {
  Actions(
    dispatch: fn(message) -> Nil,
    emit: fn(String, Json) -> Nil,
    root: fn() -> Dynamic,
    provide: fn(String, Json) -> Nil,
    subscribe: fn(String, Decoder(message)) -> Nil,
    unsubscribe: fn(String) -> Nil,
    select: fn(Selector(message)) -> Nil,
  )
}

/// The effect that does nothing.
pub fn none() -> Effect(message) {
  Effect([], [], [])
}

/// An effect that runs right after the update that returned it. Messages it
/// sends are handled before the next render.
pub fn from(effect: fn(fn(message) -> Nil) -> Nil) -> Effect(message) {
  Effect([fn(actions: Actions(message)) { effect(actions.dispatch) }], [], [])
}

/// An effect that runs when the page has been brought up to date and before
/// the browser draws it. It is given the node the application is mounted on.
/// Messages it sends are rendered before anything is drawn. It only runs in
/// browsers.
pub fn before_paint(
  effect: fn(fn(message) -> Nil, Dynamic) -> Nil,
) -> Effect(message) {
  Effect([], [give_root(effect)], [])
}

/// An effect that runs after the browser has drawn the page. It is given the
/// node the application is mounted on. It only runs in browsers.
pub fn after_paint(
  effect: fn(fn(message) -> Nil, Dynamic) -> Nil,
) -> Effect(message) {
  Effect([], [], [give_root(effect)])
}

/// As `from`, for effects that have to do with the node the application is
/// mounted on.
@internal
pub fn with_root(
  effect: fn(fn(message) -> Nil, Dynamic) -> Nil,
) -> Effect(message) {
  Effect([give_root(effect)], [], [])
}

fn give_root(
  effect: fn(fn(message) -> Nil, Dynamic) -> Nil,
) -> fn(Actions(message)) -> Nil {
  fn(actions: Actions(message)) { effect(actions.dispatch, actions.root()) }
}

/// An effect that offers a value under a name to everything below the
/// application in the page, by the community protocol for contexts. Providing
/// the name again informs everyone who subscribed to it.
pub fn provide(key: String, value: Json) -> Effect(message) {
  Effect(
    [fn(actions: Actions(message)) { actions.provide(key, value) }],
    [],
    [],
  )
}

/// An effect that asks for the value some ancestor in the page provides under
/// a name, now and each time it changes. Values the decoder rejects are
/// ignored. An application has at most one subscription to a name.
pub fn subscribe(key: String, decoder: Decoder(message)) -> Effect(message) {
  let run = fn(actions: Actions(message)) { actions.subscribe(key, decoder) }
  Effect([run], [], [])
}

/// An effect that ends the subscription to a name.
pub fn unsubscribe(key: String) -> Effect(message) {
  Effect([fn(actions: Actions(message)) { actions.unsubscribe(key) }], [], [])
}

/// An effect that makes the application's root node fire a DOM event. Public
/// as `lustre/event.emit`.
@internal
pub fn emit(name: String, data: Json) -> Effect(message) {
  Effect([fn(actions: Actions(message)) { actions.emit(name, data) }], [], [])
}

/// All effects of a list as one. Those of the same moment run in the order of
/// the list; it is not said how the work they start interleaves.
pub fn batch(effects: List(Effect(message))) -> Effect(message) {
  case effects {
    [] -> none()
    [effect] -> effect
    _ ->
      Effect(
        synchronous: list.flat_map(effects, fn(effect) { effect.synchronous }),
        before_paint: list.flat_map(effects, fn(effect) { effect.before_paint }),
        after_paint: list.flat_map(effects, fn(effect) { effect.after_paint }),
      )
  }
}

/// Changes the messages an effect sends, so that a part of an application can
/// have effects of its own.
pub fn map(effect: Effect(a), f: fn(a) -> b) -> Effect(b) {
  let Effect(synchronous:, before_paint:, after_paint:) = effect
  let lift = list.map(_, fn(run) {
    fn(actions) { run(map_actions(actions, f)) }
  })
  Effect(
    synchronous: lift(synchronous),
    before_paint: lift(before_paint),
    after_paint: lift(after_paint),
  )
}

fn map_actions(actions: Actions(b), f: fn(a) -> b) -> Actions(a) {
  Actions(
    dispatch: fn(message) { actions.dispatch(f(message)) },
    emit: actions.emit,
    root: actions.root,
    provide: actions.provide,
    subscribe: fn(key, decoder) {
      actions.subscribe(key, decode.map(decoder, f))
    },
    unsubscribe: actions.unsubscribe,
    select: fn(selector) { actions.select(map_selector(selector, f)) },
  )
}

@external(javascript, "./runtime/server/processes.ffi.mjs", "mapSelector")
fn map_selector(selector: Selector(a), f: fn(a) -> b) -> Selector(b) {
  process.map_selector(selector, f)
}

/// An effect that makes a server component receive messages from a subject of
/// its own. Public as `lustre/server_component.select`.
@internal
pub fn select(
  build: fn(fn(message) -> Nil, Subject(a)) -> Selector(message),
) -> Effect(message) {
  let run = fn(actions: Actions(message)) {
    select_from_new_subject(build, actions.dispatch, actions.select)
  }
  Effect([run], [], [])
}

/// There are no processes in JavaScript: nothing can be sent to a subject.
@external(javascript, "./runtime/server/processes.ffi.mjs", "selectNothing")
fn select_from_new_subject(
  build: fn(fn(message) -> Nil, Subject(a)) -> Selector(message),
  dispatch: fn(message) -> Nil,
  select: fn(Selector(message)) -> Nil,
) -> Nil {
  select(build(dispatch, process.new_subject()))
}

/// Performs the part of an effect that does not need a page.
@internal
pub fn perform(effect: Effect(message), actions: Actions(message)) -> Nil {
  list.each(effect.synchronous, fn(run) { run(actions) })
}

/// The functions of an effect by the moment at which they run: at once, before
/// and after painting. For runtimes.
@internal
pub fn stages(
  effect: Effect(message),
) -> #(
  List(fn(Actions(message)) -> Nil),
  List(fn(Actions(message)) -> Nil),
  List(fn(Actions(message)) -> Nil),
) {
  #(effect.synchronous, effect.before_paint, effect.after_paint)
}
