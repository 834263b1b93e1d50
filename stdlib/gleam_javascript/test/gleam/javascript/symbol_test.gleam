import gleam/javascript/symbol

pub fn new_test() {
  let symbol = symbol.new("name")
  assert symbol != symbol.new("name")
  assert symbol.description(symbol) == Ok("name")
}

pub fn global_test() {
  let symbol = symbol.get_or_create_global("name")
  assert symbol == symbol.get_or_create_global("name")
  assert symbol != symbol.get_or_create_global("other")
  assert symbol.description(symbol) == Ok("name")
}
