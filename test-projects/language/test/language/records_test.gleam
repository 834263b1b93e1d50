import language/log.{note}
import language/shapes.{Circle, Point, Square}

type Entry(a) {
  Entry(Int, value: a, name: String)
}

type Pair(a, b) {
  Pair(left: a, right: b)
}

type Common {
  First(Int, shared: String, more: Int)
  Second(Bool, shared: String)
}

/// Covers: records.access
pub fn access_test() {
  let shapes = [Circle(Point(1, 2), 3), Square(Point(3, 4), 5, "")]
  let assert [a, b] = shapes
  assert a.centre.x + b.centre.y == 5
  let assert [c, d] = [First(1, "c", 2), Second(True, "d")]
  assert c.shared <> d.shared == "cd"
  assert Pair(1, "a").right == "a"
}

/// Covers: records.access.not-imported
pub fn not_imported_test() {
  assert indirect().y == 2
}

fn indirect() {
  Point(1, 2)
}

/// Covers: records.update, records.update.unlabelled
pub fn update_test() {
  let entry = Entry(1, value: "a", name: "n")
  let updated = Entry(..entry, name: "m")
  assert updated == Entry(1, "a", "m")
  assert entry == Entry(1, "a", "n")
  let name = "short"
  assert Entry(..entry, name:) == Entry(1, "a", "short")
  let circle = Circle(Point(1, 2), 3)
  assert Circle(..circle, centre: Point(..circle.centre, y: 9))
    == Circle(Point(1, 9), 3)
}

/// Covers: records.update.generic
pub fn generic_update_test() {
  let pair = Pair(1, 2)
  let text = Pair(..pair, left: "a")
  assert text == Pair("a", 2)
  let both = Pair(..text, right: [True])
  assert both == Pair("a", [True])
  assert Entry(..Entry(1, 2, "n"), value: "text") == Entry(1, "text", "n")
}

/// Covers: records.update.once
pub fn once_test() {
  let #(noted, point) =
    log.during(fn() {
      Point(..note(Point(1, 2), "base"), y: note(3, "y"))
    })
  assert noted == ["base", "y"]
  assert point == Point(1, 3)
}
