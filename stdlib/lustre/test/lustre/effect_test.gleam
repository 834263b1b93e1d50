//// Effects by themselves, without a runtime to perform them.

import gleam/json
import gleam/list
import lustre
import lustre/effect.{type Effect}
import lustre/element
import lustre/element/html
import lustre/event

fn sizes(effect: Effect(message)) -> #(Int, Int, Int) {
  let #(synchronous, before, after) = effect.stages(effect)
  #(list.length(synchronous), list.length(before), list.length(after))
}

pub fn every_effect_has_its_moment_test() {
  assert sizes(effect.none()) == #(0, 0, 0)
  assert sizes(effect.from(fn(_) { Nil })) == #(1, 0, 0)
  assert sizes(effect.before_paint(fn(_, _) { Nil })) == #(0, 1, 0)
  assert sizes(effect.after_paint(fn(_, _) { Nil })) == #(0, 0, 1)
  assert sizes(effect.provide("x", json.null())) == #(1, 0, 0)
  assert sizes(event.emit("x", json.null())) == #(1, 0, 0)
}

pub fn batches_keep_all_effects_test() {
  let all =
    effect.batch([
      effect.from(fn(_) { Nil }),
      effect.batch([]),
      effect.batch([
        effect.after_paint(fn(_, _) { Nil }),
        effect.from(fn(_) { Nil }),
      ]),
      effect.none(),
    ])
  assert sizes(all) == #(2, 0, 1)
  assert sizes(effect.map(all, fn(x) { x })) == #(2, 0, 1)
}

pub fn applications_do_not_start_outside_browsers_test() {
  let app = lustre.element(html.div([], [element.none()]))
  assert !lustre.is_browser()
  assert lustre.start(app, "#app", Nil) == Error(lustre.NotABrowser)
}
