import gleam/deque
import gleam/int
import gleam/list
import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

pub fn lists_test() {
  assert deque.to_list(deque.from_list([])) == []
  assert deque.to_list(deque.from_list([1, 2, 3])) == [1, 2, 3]
}

pub fn is_empty_test() {
  assert deque.is_empty(deque.new())
  assert !deque.is_empty(deque.from_list([1]))
  assert !deque.is_empty(deque.push_back(deque.new(), 1))
}

pub fn length_test() {
  assert deque.length(deque.new()) == 0
  let queue = deque.from_list([1, 2]) |> deque.push_back(3)
  assert deque.length(queue) == 3
}

pub fn push_test() {
  let queue =
    deque.new()
    |> deque.push_back(3)
    |> deque.push_front(2)
    |> deque.push_back(4)
    |> deque.push_front(1)
  assert deque.to_list(queue) == [1, 2, 3, 4]
}

pub fn pop_front_test() {
  let assert Ok(#(1, queue)) = deque.pop_front(deque.from_list([1, 2]))
  let assert Ok(#(2, queue)) = deque.pop_front(queue)
  assert deque.pop_front(queue) == Error(Nil)

  let assert Ok(#(1, queue)) =
    deque.new()
    |> deque.push_back(1)
    |> deque.push_back(2)
    |> deque.push_back(3)
    |> deque.pop_front
  assert deque.to_list(queue) == [2, 3]
}

pub fn pop_back_test() {
  let assert Ok(#(2, queue)) = deque.pop_back(deque.from_list([1, 2]))
  let assert Ok(#(1, queue)) = deque.pop_back(queue)
  assert deque.pop_back(queue) == Error(Nil)

  let assert Ok(#(3, queue)) =
    deque.new()
    |> deque.push_front(3)
    |> deque.push_front(2)
    |> deque.push_front(1)
    |> deque.pop_back
  assert deque.to_list(queue) == [1, 2]
}

/// Compares a queue with a list for a long row of operations.
pub fn model_test() {
  int.range(from: 1, to: 2000, with: #(deque.new(), []), run: fn(state, i) {
    let #(queue, model) = state
    let #(queue, model) = case i * i % 7 {
      0 | 1 -> #(deque.push_back(queue, i), list.append(model, [i]))
      2 -> #(deque.push_front(queue, i), [i, ..model])
      _ if i % 2 == 0 ->
        case deque.pop_back(queue) {
          Error(Nil) -> #(queue, model)
          Ok(#(item, queue)) -> {
            assert list.last(model) == Ok(item)
            #(queue, list.take(model, list.length(model) - 1))
          }
        }
      _ ->
        case deque.pop_front(queue) {
          Error(Nil) -> #(queue, model)
          Ok(#(item, queue)) -> {
            assert list.first(model) == Ok(item)
            #(queue, list.drop(model, 1))
          }
        }
    }
    assert deque.to_list(queue) == model
    #(queue, model)
  })
}

pub fn reverse_test() {
  let queue = deque.from_list([1, 2]) |> deque.push_back(3) |> deque.reverse
  assert deque.to_list(queue) == [3, 2, 1]
}

pub fn is_equal_test() {
  let a = deque.from_list([1, 2])
  let b = deque.new() |> deque.push_back(1) |> deque.push_back(2)
  assert deque.is_equal(a, to: b)
  assert !deque.is_equal(a, to: deque.push_back(b, 3))
  assert !deque.is_equal(a, to: deque.reverse(b))
}

pub fn is_logically_equal_test() {
  let same_parity = fn(a, b) { a % 2 == b % 2 }
  let a = deque.from_list([1, 2])
  assert deque.is_logically_equal(a, deque.from_list([3, 4]), same_parity)
  assert !deque.is_logically_equal(a, deque.from_list([4, 3]), same_parity)
  assert !deque.is_logically_equal(a, deque.from_list([1]), same_parity)
}
