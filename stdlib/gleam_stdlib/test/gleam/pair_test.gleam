import gleam/int
import gleam/pair

pub fn first_test() {
  assert pair.first(#(1, "one")) == 1
}

pub fn second_test() {
  assert pair.second(#(1, "one")) == "one"
}

pub fn swap_test() {
  assert pair.swap(#(1, "one")) == #("one", 1)
  assert pair.swap(pair.swap(#(1, 2))) == #(1, 2)
}

pub fn map_first_test() {
  assert pair.map_first(#(1, "one"), int.negate) == #(-1, "one")
}

pub fn map_second_test() {
  assert pair.map_second(of: #(1, 2), with: int.to_string) == #(1, "2")
}

pub fn new_test() {
  assert pair.new(1, Nil) == #(1, Nil)
}
