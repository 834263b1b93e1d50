import gleam
import language/shapes.{type Box, Box}

fn apply(f: fn(a, b) -> c, pair: #(a, b)) -> c {
  f(pair.0, pair.1)
}

fn nothing(unit: #()) -> #() {
  unit
}

fn inner(box: shapes.Box(Box(a))) -> a {
  box.inner.inner
}

/// Covers: types.annotations
pub fn annotations_test() {
  assert apply(fn(a, b) { a <> b }, #("a", "b")) == "ab"
  assert nothing(#()) == #()
  assert inner(Box(Box(1))) == 1
}

fn hole(list: List(_), _other: _name) -> _ {
  list
}

/// Covers: types.holes
pub fn holes_test() {
  let pair: #(_, String) = #(1, "a")
  let double = fn(x: _) -> _ { x * 2 }
  assert hole([1], Nil) == [1]
  assert hole(["a"], 1) == ["a"]
  assert double(pair.0) == 2
}

fn both(a: value, b: value) -> List(value) {
  let list: List(value) = [a]
  let add = fn(x: value) { [x, ..list] }
  add(b)
}

/// Covers: types.rigid, types.scope
pub fn scope_test() {
  assert both(1, 2) == [2, 1]
  assert both("a", "b") == ["b", "a"]
}

fn nested(_: value) {
  let first = fn(x: other, _: another) -> other { x }
  #(first(1, ""), first("", 1))
}

/// Covers: types.scope.nested, inference.local.annotated
pub fn nested_scope_test() {
  assert nested(Nil) == #(1, "")
  let id = fn(x: a) -> a { x }
  assert #(id(1), id("a")) == #(1, "a")
}

type Int {
  Ok(String)
  True
}

/// Covers: types.prelude.shadowed
pub fn shadowed_prelude_test() {
  let mine: Int = Ok("mine")
  let theirs: gleam.Int = 1
  assert mine != True
  assert gleam.Ok(theirs) == gleam.Ok(1)
  let text = case mine {
    Ok(text) -> text
    True -> ""
  }
  assert text == "mine"
  assert gleam.True
}
