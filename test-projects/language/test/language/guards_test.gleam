import language/shapes.{Circle, Point}

const limit = 10

const record = Point(x: 1, y: 2)

fn check(n: Int, flag: Bool) -> String {
  case n {
    _ if flag -> "flag"
    n if n == limit -> "limit"
    n if n > limit && n < 20 || n == 100 -> "between"
    n if n <= -1 -> "negative"
    n if n >= 50 -> "large"
    n if n != 0 && !{ n == 1 } -> "other"
    _ -> "end"
  }
}

/// Covers: guards.variables, guards.operators, guards.order
pub fn operators_test() {
  assert check(0, True) == "flag"
  assert check(10, False) == "limit"
  assert check(15, False) == "between"
  assert check(100, False) == "between"
  assert check(-5, False) == "negative"
  assert check(60, False) == "large"
  assert check(5, False) == "other"
  assert check(1, False) == "end"
}

fn arithmetic(a: Int, x: Float, s: String) -> Int {
  case a {
    _ if a + 1 * 2 - 3 == 9 -> 1
    _ if a / 2 == 4 && a % 2 == 1 -> 2
    _ if x +. 1.0 *. 2.0 -. 0.5 == 2.5 -> 3
    _ if x /. 2.0 >. 4.0 || x <. -4.0 -> 4
    _ if x >=. 7.0 && x <=. 7.0 -> 5
    _ if s <> "b" == "ab" -> 6
    _ -> 7
  }
}

/// Covers: guards.operators
pub fn arithmetic_test() {
  assert arithmetic(10, 0.0, "") == 1
  assert arithmetic(9, 0.0, "") == 2
  assert arithmetic(0, 1.0, "") == 3
  assert arithmetic(0, 9.0, "") == 4
  assert arithmetic(0, -5.0, "") == 4
  assert arithmetic(0, 7.0, "") == 5
  assert arithmetic(0, 0.0, "a") == 6
  assert arithmetic(0, 0.0, "") == 7
}

fn data(n: Int) -> String {
  let list = [n]
  case n, list {
    _, _ if list == [1] -> "one"
    _, list if list == [2, ..[]] -> "two"
    n, _ if #(n, "a") == #(3, "a") -> "three"
    n, _ if Ok(n) == Ok(4) -> "four"
    n, _ if Point(x: n, y: 0) == Point(5, 0) -> "five"
    n, _ if <<n>> == <<6>> -> "six"
    n, _ if Point(..record, y: n) == Point(1, 7) -> "seven"
    n, _ if shapes.Box(inner: n) == shapes.Box(8) -> "eight"
    n, _ if #(n, True) == #(9, True) -> "nine"
    _, _ -> "many"
  }
}

/// Covers: guards.data
pub fn data_test() {
  assert [data(1), data(2), data(3), data(4), data(5)]
    == ["one", "two", "three", "four", "five"]
  assert [data(6), data(7), data(8), data(9), data(10)]
    == ["six", "seven", "eight", "nine", "many"]
}

fn access(circle: shapes.Shape, pair: #(Int, #(Int, Int))) -> Int {
  case circle {
    _ if circle.centre.x == 1 -> 1
    Circle(..) if circle.radius == 2 -> 2
    _ if pair.1.0 == 3 && pair.0 == 0 -> 3
    _ if shapes.origin == circle.centre -> 4
    _ -> 5
  }
}

/// Covers: guards.access
pub fn access_test() {
  let none = #(0, #(0, 0))
  assert access(Circle(Point(1, 0), 0), none) == 1
  assert access(Circle(Point(2, 0), 2), none) == 2
  assert access(Circle(Point(2, 0), 0), #(0, #(3, 0))) == 3
  assert access(Circle(Point(0, 0), 0), none) == 4
  assert access(Circle(Point(3, 3), 0), none) == 5
}

/// Covers: guards.grouping
pub fn grouping_test() {
  let check = fn(a, b) {
    case a {
      _ if { a + b } * 2 == 10 -> "sum"
      _ if { a == 1 || b == 1 } && { a == 0 || b == 0 } -> "mixed"
      _ -> "none"
    }
  }
  assert check(2, 3) == "sum"
  assert check(1, 0) == "mixed"
  assert check(1, 2) == "none"
}

fn divided(n: Int, zero: Int, x: Float) -> String {
  case n {
    1 if n / zero == 0 -> "quotient"
    2 if n % zero == 0 -> "remainder"
    3 if x /. 0.0 == 0.0 -> "float"
    4 if n == 4 || n / zero == 1 -> "skipped"
    5 if n == 4 && n / zero == 0 || True -> "not reached"
    6 if !{ n / zero == 5 } -> "negated"
    7 if n / 2 == 3 && x /. 2.0 == 0.5 -> "defined"
    _ -> "other"
  }
}

fn all_divided() -> List(String) {
  [
    divided(1, 0, 1.0),
    divided(2, 0, 1.0),
    divided(3, 0, 1.0),
    divided(4, 0, 1.0),
    divided(5, 0, 1.0),
    divided(6, 0, 1.0),
    divided(7, 0, 1.0),
  ]
}

/// Covers: guards.division
@target(erlang)
pub fn division_by_zero_test() {
  assert all_divided()
    == [
      "other", "other", "other", "skipped", "not reached", "other", "defined",
    ]
}

/// Covers: guards.division
@target(javascript)
pub fn division_by_zero_test() {
  assert all_divided()
    == [
      "quotient", "remainder", "float", "skipped", "not reached", "negated",
      "defined",
    ]
}

@target(erlang)
/// On JavaScript such programs do not load: modules do not export what is opaque.
///
/// Covers: guards.opaque
pub fn opaque_test() {
  assert kept(shapes.nest(0)) == "empty"
  assert kept(shapes.nest(1)) == "nested"
  assert kept(shapes.kept) == "updated"
  assert kept(shapes.nest(2)) == "other"
}

@target(erlang)
fn kept(value: shapes.Kept) -> String {
  case value {
    _ if value == shapes.Empty -> "empty"
    _ if value == shapes.Nested(shapes.Kept(1, second: 1)) -> "nested"
    _ if value == shapes.Kept(..shapes.kept, second: 2) -> "updated"
    _ -> "other"
  }
}
