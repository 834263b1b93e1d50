import language/shapes.{type Point, Point}

fn call(f: fn() -> a) -> a {
  f()
}

fn with_one(f: fn(Int) -> a) -> a {
  f(1)
}

fn with(value: a, f: fn(a) -> b) -> b {
  f(value)
}

fn with_two(first: a, second: b, run f: fn(a, b) -> c) -> c {
  f(first, second)
}

fn each(list: List(a), f: fn(a) -> List(b)) -> List(b) {
  case list {
    [] -> []
    [first, ..rest] -> append(f(first), each(rest, f))
  }
}

fn append(left: List(a), right: List(a)) -> List(a) {
  case left {
    [] -> right
    [first, ..rest] -> [first, ..append(rest, right)]
  }
}

/// Covers: use.callback, use.function, use.parameters
pub fn callback_test() {
  let products = {
    use a <- each([1, 2])
    use b <- each([10, 20])
    [a * b]
  }
  assert products == [10, 20, 20, 40]
  let plain = {
    use one <- with_one
    let two = one + one
    two * 2
  }
  assert plain == 4
  let none = {
    use <- call
    5
  }
  assert none == 5
  let two = {
    use a, b <- with_two(1, 2)
    a - b
  }
  assert two == -1
  let inner = {
    use x <- fn(f) { f(3) }
    x
  }
  assert inner == 3
  assert {
      use a, _ <- with_two(1, 2)
      a
    }
    + 1
    == 2
}

fn run(f: fn(Int) -> a, n: Int) -> a {
  f(n)
}

/// Covers: use.function
pub fn captured_test() {
  let doubled = {
    use x <- run(_, 21)
    x * 2
  }
  assert doubled == 42
}

/// Covers: use.patterns
pub fn patterns_test() {
  let sum = {
    use #(a, #(b, _)) <- with(#(1, #(2, 3)))
    a + b
  }
  assert sum == 3
  let point = {
    use Point(x:, y: other) as whole <- with(Point(1, 2))
    #(x, other, whole)
  }
  assert point == #(1, 2, Point(1, 2))
  let bits = {
    use <<rest:bits>>, _ignored <- with_two(<<1, 2:3>>, Nil)
    rest
  }
  assert bits == <<1, 2:3>>
  let shadow = {
    let x = 1
    use x <- with(x + 1)
    use x <- with(x + 1)
    x
  }
  assert shadow == 3
}

/// Covers: use.annotations
pub fn annotations_test() {
  let x = {
    use point: Point, _: _ <- with_two(Point(1, 2), "")
    point.x
  }
  assert x == 1
}

fn labelled(
  start start: Int,
  end end: Int,
  run f: fn(Int, Int) -> Int,
) -> Int {
  f(start, end)
}

/// Covers: use.labels
pub fn labels_test() {
  let value = {
    use a, b <- labelled(end: 3, start: 10)
    a - b
  }
  assert value == 7
  let value = {
    use a, b <- labelled(1, end: 3)
    a - b
  }
  assert value == -2
}
