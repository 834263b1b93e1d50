import support/data
import gleam/deque
import gleam/list

pub fn push_back() {
  let list = data.ints(1000)
  fn() { list.fold(list, deque.new(), deque.push_back) }
}

pub fn push_front() {
  let list = data.ints(1000)
  fn() { list.fold(list, deque.new(), deque.push_front) }
}

pub fn pop_front_each() {
  let list = data.ints(1000)
  let deque = deque.from_list(list)
  fn() { pop_front_all(deque) }
}

pub fn pop_back_each() {
  let list = data.ints(1000)
  let deque = deque.from_list(list)
  fn() { pop_back_all(deque) }
}

pub fn to_list() {
  let list = data.ints(1000)
  let deque = deque.from_list(list)
  fn() { deque.to_list(deque) }
}

pub fn length() {
  let list = data.ints(1000)
  let deque = deque.from_list(list)
  fn() { deque.length(deque) }
}

pub fn reverse() {
  let list = data.ints(1000)
  let deque = deque.from_list(list)
  fn() { deque.reverse(deque) }
}

pub fn is_equal() {
  let list = data.ints(1000)
  let deque = deque.from_list(list)
  let other = list.fold(list, deque.new(), deque.push_back)
  fn() { deque.is_equal(deque, other) }
}

fn pop_front_all(deque) {
  case deque.pop_front(deque) {
    Ok(#(_, rest)) -> pop_front_all(rest)
    Error(Nil) -> Nil
  }
}

fn pop_back_all(deque) {
  case deque.pop_back(deque) {
    Ok(#(_, rest)) -> pop_back_all(rest)
    Error(Nil) -> Nil
  }
}
