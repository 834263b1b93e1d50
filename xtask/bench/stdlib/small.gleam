import support/data
import gleam/bool
import gleam/list
import gleam/option
import gleam/result

pub fn option_values() {
  let list = list.map(data.ints(1000), option.Some)
  fn() { option.values(list) }
}

pub fn option_all() {
  let list = list.map(data.ints(1000), option.Some)
  fn() { option.all(list) }
}

pub fn result_values() {
  let list = list.map(data.ints(1000), Ok)
  fn() { result.values(list) }
}

pub fn result_all() {
  let list = list.map(data.ints(1000), Ok)
  fn() { result.all(list) }
}

pub fn result_partition() {
  let list = list.map(data.ints(1000), Ok)
  fn() { result.partition(list) }
}

pub fn result_try() {
  let list = data.ints(1000)
  fn() { list.map(list, fn(x) { result.try(Ok(x), fn(y) { Ok(y + 1) }) }) }
}

pub fn option_map() {
  let list = data.ints(1000)
  fn() { list.map(list, fn(x) { option.map(option.Some(x), fn(y) { y + 1 }) }) }
}

pub fn bool_guard() {
  let list = data.ints(1000)
  fn() { list.map(list, fn(x) { bool.guard(x > 5, 0, fn() { x }) }) }
}
