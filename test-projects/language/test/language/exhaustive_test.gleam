import language/shapes.{type Shape, Circle, Square}

fn first_wins(n: Int, flag: Bool) -> String {
  case n, flag {
    1, _ -> "a"
    _, True -> "b"
    2, False -> "c"
    _, False -> "d"
  }
}

/// Covers: exhaustive.first, exhaustive.case
pub fn first_test() {
  assert first_wins(1, True) == "a"
  assert first_wins(2, True) == "b"
  assert first_wins(2, False) == "c"
  assert first_wins(3, False) == "d"
}

fn kind(x: Result(#(Bool, List(Shape)), Nil)) -> Int {
  case x {
    Ok(#(True, [])) -> 1
    Ok(#(True, [Circle(..), ..])) -> 2
    Ok(#(_, [Square(..)])) -> 3
    Ok(#(False, _)) -> 4
    Ok(#(True, [_, ..])) -> 5
    Error(Nil) -> 6
  }
}

/// Covers: exhaustive.types, exhaustive.lists
pub fn types_test() {
  let circle = Circle(shapes.origin, 1)
  let square = Square(shapes.origin, 1, "")
  assert kind(Ok(#(True, []))) == 1
  assert kind(Ok(#(True, [circle, square]))) == 2
  assert kind(Ok(#(True, [square]))) == 3
  assert kind(Ok(#(False, [square]))) == 3
  assert kind(Ok(#(False, [circle]))) == 4
  assert kind(Ok(#(True, [square, circle]))) == 5
  assert kind(Error(Nil)) == 6
}

fn prefixes(text: String) -> Int {
  case text {
    "abc" -> 1
    "ab" <> _ -> 2
    "a" <> rest if rest != "" -> 3
    "" -> 4
    _ -> 5
  }
}

fn numbers(x: Float, n: Int) -> Int {
  case x, n {
    0.5, 1 -> 1
    0.5, _ -> 2
    _, 1 -> 3
    _, _ -> 4
  }
}

/// Covers: exhaustive.infinite, exhaustive.prefixes
pub fn infinite_test() {
  assert [prefixes("abc"), prefixes("abd"), prefixes("ac"), prefixes("")]
    == [1, 2, 3, 4]
  assert [prefixes("a"), prefixes("x")] == [5, 5]
  assert [numbers(0.5, 1), numbers(5.0e-1, 2), numbers(1.0, 1), numbers(1.0, 2)]
    == [1, 2, 3, 4]
}

fn guarded(n: Int) -> Int {
  case n {
    _ if n > 0 -> 1
    _ if n <= 0 -> 2
    _ -> 3
  }
}

/// Covers: exhaustive.guards
pub fn guards_test() {
  assert guarded(1) == 1
  assert guarded(0) == 2
}
