import gleam/erlang/reference

pub fn new_test() {
  let a = reference.new()
  let b = a
  assert a == b
  assert a != reference.new()
}
