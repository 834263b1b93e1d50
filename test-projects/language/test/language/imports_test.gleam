import gleam
import gleam/list as lists
import gleam/option.{None, Some, type Option as Maybe,}
import gleam/string.{}
import language/shapes.{
  type Point, type Shape as Form, Circle, Point, Square as Quad, identity as id,
  origin,
} as forms
import language/log as _log

type Named {
  Named(log: Int)
}

/// Covers: imports.module, imports.alias
pub fn names_of_modules_test() {
  assert forms.identity(1) == 1
  assert lists.reverse([1, 2]) == [2, 1]
  assert string.append("a", "b") == "ab"
}

/// Covers: imports.unqualified
pub fn unqualified_test() {
  let point: Point = Point(1, 2)
  let form: Form = Circle(point, 3)
  let maybe: Maybe(Int) = Some(1)
  assert id(form) == forms.Circle(forms.Point(1, 2), 3)
  assert maybe != None
  assert origin == Point(0, 0)
  assert Quad(origin, 1, "") == forms.Square(origin, 1, "")
}

/// Covers: imports.discarded
pub fn discarded_test() {
  // `log` is no module here.
  let log = Named(log: 3)
  assert log.log == 3
}

fn same(x: gleam.Int) -> gleam.Result(gleam.Int, gleam.Nil) {
  gleam.Ok(x)
}

type Point2 =
  Point

fn point2() -> Point2 {
  Point(2, 2)
}

/// Covers: imports.namespaces, types.prelude
pub fn namespaces_test() {
  assert same(1) == Ok(1)
  assert point2() == Point(2, 2)
  assert gleam.True == True
  assert gleam.False == False
  assert gleam.Nil == Nil
  assert gleam.Error(1) == Error(1)
}
