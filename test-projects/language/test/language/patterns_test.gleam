import language/shapes.{type Shape, Box, Circle, Point, Square}

fn next(x: Int) -> Int {
  case x + 1 {
    x -> x
  }
}

/// Covers: patterns.variables, patterns.shadowing, inference.shadowing
pub fn variables_test() {
  let x = 1
  assert next(1) == 2
  assert x == 1
  let x = x + 10
  let #(x, y) = #(x * 2, x)
  assert x == 22
  assert y == 11
  let f = fn(x) { fn(x) { x }(x + 1) }
  assert f(1) == 2
  let kept = case Ok(5) {
    Ok(y) if y > 9 -> y
    Ok(_) -> x
    Error(y) -> y
  }
  assert kept == 22
  let _ = 3
  let _x = 4
  assert x == 22
}

fn literal(n: Int) -> String {
  case n {
    0 -> "zero"
    -1 -> "minus one"
    0xff -> "255"
    1_000 -> "thousand"
    _ -> "many"
  }
}

fn float(x: Float) -> String {
  case x {
    1.5 -> "a"
    -2.0 -> "b"
    1.0e3 -> "c"
    _ -> "d"
  }
}

fn text(x: String) -> Int {
  case x {
    "" -> 0
    "a\n" -> 1
    "\u{e9}" -> 2
    "\"" -> 3
    _ -> 4
  }
}

/// Covers: patterns.literals
pub fn literals_test() {
  assert [literal(0), literal(-1), literal(255), literal(1000), literal(7)]
    == ["zero", "minus one", "255", "thousand", "many"]
  assert [float(1.5), float(-2.0), float(1000.0), float(0.0)]
    == ["a", "b", "c", "d"]
  assert [text(""), text("a\n"), text("é"), text("\""), text("e")]
    == [0, 1, 2, 3, 4]
}

/// Covers: patterns.tuples
pub fn tuples_test() {
  let classify = fn(t) {
    case t {
      #(1, _, []) -> "one"
      #(_, "a", [x]) if x > 1 -> "a"
      #(_, _, [_, ..]) -> "some"
      _ -> "other"
    }
  }
  assert classify(#(1, "", [])) == "one"
  assert classify(#(2, "a", [2])) == "a"
  assert classify(#(2, "a", [1])) == "some"
  assert classify(#(2, "a", [])) == "other"
}

/// Covers: patterns.lists
pub fn lists_test() {
  let classify = fn(list) {
    case list {
      [] -> [0]
      [a] -> [1, a]
      [a, 2] -> [2, a]
      [1, _, ..rest] -> [3, ..rest]
      [_, _, ..] -> [4]
    }
  }
  assert classify([]) == [0]
  assert classify([9]) == [1, 9]
  assert classify([9, 2]) == [2, 9]
  assert classify([1, 3, 5, 6]) == [3, 5, 6]
  assert classify([2, 3]) == [4]
  let assert [_, .._ignored] = [1, 2]
  let assert [[a, ..], [], ..rest] = [[1, 2], [], [3]]
  assert #(a, rest) == #(1, [[3]])
}

fn area(shape: Shape) -> Int {
  case shape {
    Circle(radius:, ..) -> 3 * radius * radius
    Square(Point(0, _), side, name: _) -> side
    shapes.Square(side: s, ..) -> s * s
  }
}

/// Covers: patterns.constructors
pub fn constructors_test() {
  assert area(Circle(Point(0, 0), 2)) == 12
  assert area(Square(Point(0, 1), 5, "")) == 5
  assert area(Square(Point(1, 1), 5, "")) == 25
  let Box(Box(inner)) = Box(Box(1))
  assert inner == 1
  let Point(y: b, x: a) = Point(1, 2)
  assert #(a, b) == #(1, 2)
  let assert Ok(Nil) = Ok(Nil)
}

/// Covers: patterns.alias
pub fn alias_test() {
  let assert #(1 as a, [2 as b, ..] as c) as d = #(1, [2, 3])
  assert a == 1
  assert #(b, c, d) == #(2, [2, 3], #(1, [2, 3]))
}

fn rest(text: String) -> #(String, String) {
  case text {
    "hello " as greeting <> name -> #(greeting, name)
    "hell" <> rest -> #("hell", rest)
    "é\n\u{1F600}" <> rest -> #("unicode", rest)
    "\"" <> _ -> #("quote", "")
    "" <> all if all != "" -> #("", all)
    _ -> #("", "nothing")
  }
}

/// Covers: patterns.string-prefix
pub fn string_prefix_test() {
  assert rest("hello Joe") == #("hello ", "Joe")
  assert rest("hello") == #("hell", "o")
  assert rest("hell") == #("hell", "")
  assert rest("é\n😀x") == #("unicode", "x")
  assert rest("\"x") == #("quote", "")
  assert rest("😀") == #("", "😀")
  assert rest("") == #("", "nothing")
}

fn numbers(list: List(Int)) -> #(Int, Int) {
  case list {
    [1 as a, b] | [b, 1 as a] | [a, _, b] -> #(a, b)
    [a, ..] | [_, _, _, a, ..] if a > 5 -> #(a, 0)
    _ -> #(0, 0)
  }
}

/// Covers: patterns.alternatives
pub fn alternatives_test() {
  assert numbers([1, 2]) == #(1, 2)
  assert numbers([2, 1]) == #(1, 2)
  assert numbers([2, 3, 4]) == #(2, 4)
  assert numbers([9]) == #(9, 0)
  assert numbers([0, 0, 0, 8]) == #(8, 0)
  assert numbers([0]) == #(0, 0)
  let both = fn(a, b) {
    case a, b {
      Ok(n), _ | _, Ok(n) -> n
      Error(n), Error(_) -> n
    }
  }
  assert [both(Ok(1), Ok(2)), both(Error(1), Ok(2)), both(Error(3), Error(4))]
    == [1, 2, 3]
  let prefixed = fn(text) {
    case text {
      "a" as p <> r | "b" as p <> r -> r <> p
      other -> other
    }
  }
  assert [prefixed("ax"), prefixed("bx"), prefixed("cx")] == ["xa", "xb", "cx"]
  let counted = fn(bits) {
    case bits {
      <<n, r:bytes-size(n)>> | <<_, n, r:bytes-size(n)>> -> r
      other -> other
    }
  }
  assert counted(<<1, 7>>) == <<7>>
  assert counted(<<9, 2, 7, 8>>) == <<7, 8>>
  assert counted(<<9>>) == <<9>>
}
