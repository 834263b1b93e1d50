import language/log.{note}
import language/shapes.{Circle, Point}

fn plus(a: Int, b: Int) -> Int {
  a + b
}

fn subtract(from a: Int, take b: Int) -> Int {
  a - b
}

/// Covers: expressions.precedence, expressions.left-associative
pub fn precedence_test() {
  assert 1 + 2 * 3 == 7
  assert 10 - 3 - 2 == 5
  assert 100 / 10 / 2 == 5
  assert 2 * 7 % 4 == 2
  assert 1 + 2 |> plus(1) == 4
  assert "a" <> "b" |> fn(x) { x <> "!" } == "ab!"
  assert True || False && False
  assert 1 < 2 == True
  assert { 1 == 2 } == False
  assert !False == True
  assert 1.0 +. 2.0 *. 3.0 -. 4.0 /. 2.0 == 5.0
  assert { False || True && False } == False
}

/// Covers: expressions.blocks
pub fn blocks_test() {
  let x = 1
  let y = {
    let x = x + 1
    let z = x * 2
    x + z
  }
  assert x == 1
  assert y == 6
  assert { { { 1 } } } == 1
  assert { 1 + 2 } * 3 == 9
}

/// Covers: expressions.let
pub fn let_test() {
  let a = 1
  let #(b, #(c, d)): #(Int, #(Int, List(Int))) = #(2, #(3, [4]))
  let Point(x:, y: e) as point = Point(5, 6)
  assert [a, b, c, x, e] == [1, 2, 3, 5, 6]
  assert d == [4]
  assert point == Point(5, 6)
  let result = {
    let _ = 3
  }
  assert result == 3
}

/// Covers: expressions.let-assert, expressions.assert, expressions.message
pub fn assertions_test() {
  let assert Ok(n) = half(4)
  let assert [_, last] as list = [n, 3] as "two elements"
  let assert "a" <> rest: String = "abc" as { "starts" <> " with a" }
  assert #(n, last, rest) == #(2, 3, "bc")
  assert list == [2, 3] as "the list"
  assert log.fails(fn() {
    let assert Ok(_) = half(3)
  })
  assert log.fails(fn() { assert n == 3 as { "not " <> "three" } })
  assert !log.fails(fn() { assert n == 2 })
}

fn half(n: Int) -> Result(Int, Nil) {
  case n % 2 {
    0 -> Ok(n / 2)
    _ -> Error(Nil)
  }
}

/// Covers: expressions.anonymous
pub fn anonymous_test() {
  let n = 10
  let add = fn(x) { x + n }
  let n = 20
  assert add(1) == 11
  let later = fn() { n }
  assert later() == 20
  assert fn(a, _b) { a }(1, 2) == 1
  assert fn(x: Int) -> Int { x * 2 }(4) == 8
  let compose = fn(f, g) { fn(x) { g(f(x)) } }
  assert compose(add, fn(x) { x * 2 })(1) == 22
}

type Holder {
  Holder(run: fn(Int) -> Int)
}

/// Covers: expressions.calls, expressions.commas
pub fn calls_test() {
  let holder = Holder(run: fn(x) { x + 1 })
  let pair = #(plus, 1,)
  let curried = fn(a) { fn(b) { a - b } }
  assert holder.run(1) == 2
  assert pair.0(1, 2,) == 3
  assert curried(5)(3) == 2
  assert { plus }(1, 2) == 3
  assert [1, 2,] == [1, 2]
  assert case True {
      True -> plus
      False -> fn(a, _) { a }
    }(1, 1)
    == 2
}

/// Covers: expressions.labels, expressions.shorthand
pub fn labels_test() {
  assert subtract(from: 5, take: 3) == 2
  assert subtract(take: 3, from: 5) == 2
  assert subtract(5, take: 3) == 2
  assert subtract(5, 3) == 2
  let from = 9
  let take = 4
  assert subtract(from:, take:) == 5
  assert subtract(take:, from: 1) == -3
  assert shapes.between(1, high: 3, value: 2)
  let x = 1
  let y = 2
  assert Point(y:, x:) == Point(1, 2)
  assert Circle(radius: 2, centre: Point(x:, y: 0)).radius == 2
}

/// Covers: expressions.captures
pub fn captures_test() {
  let minus_one = subtract(_, 1)
  let from_ten = subtract(take: _, from: 10)
  assert minus_one(5) == 4
  assert from_ten(3) == 7
  assert Point(_, 2)(1) == Point(1, 2)
  assert { fn(a, b) { a - b } }(1, _)(2) == -1
}

/// Covers: expressions.tuples, expressions.lists
pub fn collections_test() {
  let empty = #()
  let one = #(1,)
  let nested = #(1, #("a", [2.0]))
  assert empty == #()
  assert one.0 == 1
  assert nested.1.0 == "a"
  assert nested.1.1 == [2.0]
  let tail = [3, 4]
  assert [1, 2, ..tail] == [1, 2, 3, 4]
  assert [1, ..[]] == [1]
  assert [0, ..[1, ..tail]] == [0, 1, 3, 4]
}

/// Covers: expressions.fields, expressions.variable-before-module
pub fn fields_test() {
  let circle = Circle(Point(1, 2), 3)
  assert circle.centre.y == 2
  assert Point(..circle.centre, x: 0).y == 2
  assert shapes.origin.x == 0
  let shapes = Point(x: 8, y: 9)
  assert shapes.x == 8
  assert shapes.identity(shapes.y) == 9
}

/// Covers: expressions.constructors
pub fn constructors_test() {
  let make = Point
  let wrap = Ok
  assert make(1, 2) == Point(1, 2)
  assert wrap(make(1, 2)) == Ok(shapes.Point(1, 2))
  assert [True, False] != []
  assert Nil == Nil
}

/// Covers: expressions.int-operators, expressions.negation
pub fn ints_test() {
  assert 7 / 2 == 3
  assert -7 / 2 == -3
  assert 7 / -2 == -3
  assert 7 % 2 == 1
  assert -7 % 2 == -1
  assert 7 % -2 == 1
  let x = 3
  assert -x == -3
  assert 0 - -x == 3
  assert !{ x == 3 } == False
  assert x >= 3 && x <= 3 && x > 2 && x < 4
}

/// Covers: expressions.float-operators
pub fn floats_test() {
  let x = 2.5
  assert x +. 0.5 == 3.0
  assert x -. 3.0 == -0.5
  assert x *. 2.0 == 5.0
  assert x /. 2.0 == 1.25
  assert x >. 2.0 && x <. 3.0 && x >=. 2.5 && x <=. 2.5
}

/// Covers: expressions.bool-operators
pub fn short_circuit_test() {
  let #(noted, value) =
    log.during(fn() { note(False, "a") && note(True, "b") || note(True, "c") })
  assert noted == ["a", "c"]
  assert value
  let #(noted, _) = log.during(fn() { note(True, "a") || note(False, "b") })
  assert noted == ["a"]
}

/// Covers: expressions.concatenation
pub fn concatenation_test() {
  let a = "a"
  assert a <> "b" <> a == "aba"
  assert "" <> a <> "" == a
}

/// Covers: expressions.equality
pub fn equality_test() {
  assert #(1, [Ok("a")], Circle(Point(1, 2), 3))
    == #(1, [Ok("a")], Circle(Point(1, 2), 3))
  assert [1, 2] != [1, 2, 3]
  assert Error(1) != Error(2)
  assert <<1, 2:3>> == <<1, 2:3>>
  assert <<1>> != <<1:7>>
  let f = plus
  assert f == f
  assert shapes.Box(1) == shapes.Box(1)
  assert "é" == "\u{e9}"
}

/// Covers: expressions.division-by-zero
pub fn division_by_zero_test() {
  let zero = 0
  let nought = 0.0
  assert 5 / zero == 0
  assert 5 % zero == 0
  assert 5.0 /. nought == 0.0
  assert -5 / zero == 0
  assert 5.0 /. { 0.0 -. nought } == 0.0
}

fn power(base: Int, exponent: Int) -> Int {
  case exponent {
    0 -> 1
    n -> base * power(base, n - 1)
  }
}

@target(erlang)
/// Covers: expressions.big-ints
pub fn big_ints_test() {
  assert power(10, 30) == 1_000_000_000_000_000_000_000_000_000_000
  assert power(2, 100) / power(2, 98) == 4
  assert -170141183460469231731687303715884105728 == 0 - power(2, 127)
}

@target(javascript)
pub fn big_ints_test() {
  assert power(2, 52) == 4_503_599_627_370_496
  assert power(10, 30) / power(10, 29) == 10
}

fn describe(a: Int, b: Result(Int, String)) -> String {
  case a, b {
    0, _ | _, Error("zero") -> "zero"
    n, Ok(m) if n == m -> "equal"
    _, Ok(_) -> "ok"
    _, Error(message) -> message
  }
}

/// Covers: expressions.case
pub fn case_test() {
  assert describe(0, Ok(0)) == "zero"
  assert describe(1, Error("zero")) == "zero"
  assert describe(2, Ok(2)) == "equal"
  assert describe(2, Ok(3)) == "ok"
  assert describe(2, Error("e")) == "e"
  assert case describe(2, Ok(2)) {
      "e" <> rest -> rest
      _ -> ""
    }
    == "qual"
}

/// Covers: expressions.evaluation-order
pub fn evaluation_order_test() {
  let #(noted, _) =
    log.during(fn() { subtract(take: note(1, "take"), from: note(2, "from")) })
  assert noted == ["from", "take"]
  let #(noted, _) =
    log.during(fn() {
      Point(y: note(1, "y"), x: note(2, "x"))
    })
  assert noted == ["x", "y"]
  let #(noted, _) =
    log.during(fn() { #(note(1, "1"), [note(2, "2"), note(3, "3")], note(4, "4")) })
  assert noted == ["1", "2", "3", "4"]
  let #(noted, _) =
    log.during(fn() { note(plus, "f")(note(1, "a"), note(2, "b")) })
  assert noted == ["f", "a", "b"]
  let #(noted, _) = log.during(fn() { note(1, "l") + note(2, "r") })
  assert noted == ["l", "r"]
  let #(noted, _) =
    log.during(fn() {
      case note(1, "1"), note(2, "2") {
        1, _ -> note(3, "3")
        _, _ -> note(4, "4")
      }
    })
  assert noted == ["1", "2", "3"]
}

/// Covers: expressions.todo-panic
pub fn stops_test() {
  assert log.fails(fn() { panic })
  assert log.fails(fn() { panic as "message" })
  assert !log.fails(fn() {
    case True {
      True -> 1
      False -> panic as { "not " <> "here" }
    }
  })
}

/// Covers: expressions.echo
pub fn echo_test() {
  let value = echo 1 + 2
  assert value == 3
  let other = echo [value] as "a list"
  assert other == [3]
}
