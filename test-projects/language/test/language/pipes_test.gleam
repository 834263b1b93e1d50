import language/log.{note}

fn plus(a: Int, b: Int) -> Int {
  a + b
}

fn join(left left: String, right right: String, between middle: String) -> String {
  left <> middle <> right
}

/// Covers: pipes.first-argument, pipes.function
pub fn first_argument_test() {
  assert 1 |> plus(2) == 3
  assert 1 |> Ok |> Ok == Ok(Ok(1))
  assert 1 |> Ok() == Ok(1)
  assert 3 |> plus(4) |> plus(5) == 12
  let functions = #(fn(x) { x * 2 }, plus)
  assert 2 |> functions.0 == 4
  assert 2 |> functions.1(3) == 5
}

/// Covers: pipes.capture, pipes.labels
pub fn capture_test() {
  assert "b" |> join("a", _, "-") == "a-b"
  assert "b" |> join(left: "a", between: "+", right: _) == "a+b"
  assert "a" |> join(between: "+", right: "b") == "a+b"
  assert "b" |> join(left: "a", between: "+") == "a+b"
}

fn adder(a: Int) -> fn(Int) -> Int {
  fn(b) { a - b }
}

/// Covers: pipes.returned-function
pub fn returned_function_test() {
  assert 1 |> adder(10) == 9
}

type Record {
  Record(field: Int)
}

/// Covers: pipes.anonymous
pub fn anonymous_test() {
  assert Record(1) |> fn(record) { record.field } == 1
  assert #(1, 2) |> fn(pair) { pair.1 } == 2
  assert 5 |> { fn(x) { x - 1 } } == 4
}

/// Covers: pipes.echo
pub fn echo_test() {
  assert 1 |> plus(1) |> echo |> plus(1) == 3
  assert "a" |> echo as "message" == "a"
}

/// Covers: pipes.order
pub fn order_test() {
  let #(noted, value) =
    log.during(fn() {
      note(1, "1")
      |> plus(note(2, "2"))
      |> plus(note(3, "4"), _)
      |> note("5")
      |> fn(x) { note(x + 1, "6") }
    })
  assert noted == ["1", "2", "4", "5", "6"]
  assert value == 7
}
