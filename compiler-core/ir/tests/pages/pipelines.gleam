fn add(a: Int, b: Int) -> Int {
  a + b
}

fn adder(a: Int) -> fn(Int) -> Int {
  fn(b) { a + b }
}

fn divide(this a: Int, by b: Int) -> Int {
  a / b
}

pub fn steps(x: Int) {
  x
  |> add(1)
  |> add(2, _)
  |> divide(by: 3)
  |> adder(4)
  |> fn(y) { y * 2 }
  |> echo
  |> echo as "here"
  |> Ok
}
