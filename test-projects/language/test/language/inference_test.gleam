import language/shapes

fn identity(x) {
  x
}

fn pair(a, b) {
  #(a, b)
}

fn empty() {
  []
}

fn flip(f) {
  fn(a, b) { f(b, a) }
}

/// Covers: inference.general
pub fn general_test() {
  assert #(identity(1), identity("a")) == #(1, "a")
  assert pair(1, "a") == #(1, "a")
  assert #([1, ..empty()], ["a", ..empty()]) == #([1], ["a"])
  assert flip(pair)(1, "a") == #("a", 1)
}

fn is_even(n) {
  case n {
    0 -> True
    _ -> is_odd(n - 1)
  }
}

fn is_odd(n) {
  case n {
    0 -> False
    _ -> is_even(n - 1)
  }
}

fn left(n, x) {
  case n {
    0 -> x
    _ -> right(n - 1, x)
  }
}

fn right(n, x) {
  left(n, x)
}

/// Covers: inference.groups
pub fn groups_test() {
  assert is_even(10)
  assert is_odd(7)
  assert #(left(3, "a"), right(2, 1)) == #("a", 1)
}

fn map(list, f) {
  case list {
    [] -> []
    [first, ..rest] -> [f(first), ..map(rest, f)]
  }
}

fn map_with(over list: List(a), with f: fn(a) -> b) -> List(b) {
  map(list, f)
}

/// Covers: inference.expected
pub fn expected_test() {
  let points = [shapes.Point(1, 2), shapes.Point(3, 4)]
  assert map(points, fn(p) { p.x }) == [1, 3]
  assert points |> map(fn(p) { p.y }) == [2, 4]
  assert fn(p) { p.x }(shapes.Point(5, 6)) == 5
  let ys = {
    use p <- map_with(points)
    p.y
  }
  assert ys == [2, 4]
  assert map_with(with: fn(t) { t <> "!" }, over: ["a"]) == ["a!"]
}

/// Covers: inference.scope
pub fn scope_test() {
  let x = 1
  let inner = {
    let x = 2
    x
  }
  assert inner == 2
  assert x == 1
  let y = case x {
    1 -> {
      let x = 5
      x
    }
    _ -> x
  }
  assert #(x, y) == #(1, 5)
}
