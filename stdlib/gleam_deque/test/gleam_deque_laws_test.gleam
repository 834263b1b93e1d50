//// A deque does what a list would do, whatever is done to it.

import gleam/deque.{type Deque}
import gleam/int
import gleam/list

type Operation {
  PushBack
  PushFront
  PopBack
  PopFront
  Reverse
}

/// Operations that a number stands for: digits of it in base five.
fn operations(number: Int) -> List(Operation) {
  case number {
    0 -> []
    _ -> {
      let operation = case number % 5 {
        0 -> PushBack
        1 -> PushFront
        2 -> PopBack
        3 -> PopFront
        _ -> Reverse
      }
      [operation, ..operations(number / 5)]
    }
  }
}

/// Does it to both and gives both, and what was taken out.
fn step(
  deque: Deque(Int),
  list: List(Int),
  operation: Operation,
  item: Int,
) -> #(Deque(Int), List(Int)) {
  case operation {
    PushBack -> #(deque.push_back(deque, item), list.append(list, [item]))
    PushFront -> #(deque.push_front(deque, item), [item, ..list])
    Reverse -> #(deque.reverse(deque), list.reverse(list))
    PopFront ->
      case deque.pop_front(deque), list {
        Ok(#(a, deque)), [b, ..rest] if a == b -> #(deque, rest)
        Error(Nil), [] -> #(deque, list)
        _, _ -> panic as "pop_front is not that of a list"
      }
    PopBack ->
      case deque.pop_back(deque), list.reverse(list) {
        Ok(#(a, deque)), [b, ..rest] if a == b -> #(deque, list.reverse(rest))
        Error(Nil), [] -> #(deque, list)
        _, _ -> panic as "pop_back is not that of a list"
      }
  }
}

fn numbers(from: Int, to: Int) -> List(Int) {
  case from > to {
    True -> []
    False -> [from, ..numbers(from + 1, to)]
  }
}

pub fn like_a_list_test() {
  list.each(numbers(1, 2000), fn(number) {
    // Neighbours have nothing in common in their first digits.
    let #(deque, model) =
      list.index_fold(
        operations(number * 48_271),
        #(deque.new(), []),
        fn(both, operation, index) {
          let #(deque, model) = step(both.0, both.1, operation, index)
          assert deque.to_list(deque) == model
          assert deque.length(deque) == list.length(model)
          assert deque.is_empty(deque) == list.is_empty(model)
          #(deque, model)
        },
      )
    assert deque.is_equal(deque, to: deque.from_list(model))
    assert !deque.is_equal(deque, to: deque.from_list([-1, ..model]))
    assert !deque.is_equal(deque, to: deque.push_back(deque, -1))
  })
}

pub fn equality_does_not_depend_on_the_way_test() {
  let pushed = deque.new() |> deque.push_back(2) |> deque.push_front(1)
  assert deque.is_equal(pushed, to: deque.from_list([1, 2]))
  let same_parity = fn(a, b) { int.is_even(a) == int.is_even(b) }
  assert deque.is_logically_equal(pushed, deque.from_list([3, 4]), same_parity)
  assert !deque.is_logically_equal(pushed, deque.from_list([3, 5]), same_parity)
  assert !deque.is_logically_equal(pushed, deque.from_list([3]), same_parity)
  assert deque.is_equal(deque.new(), to: deque.from_list([]))
}

pub fn many_in_at_one_end_and_out_at_the_other_test() {
  let many = numbers(1, 5000)
  let queue = list.fold(many, deque.new(), deque.push_back)
  assert drain(queue, []) == list.reverse(many)
}

fn drain(queue: Deque(Int), taken: List(Int)) -> List(Int) {
  case deque.pop_front(queue) {
    Ok(#(item, rest)) -> drain(rest, [item, ..taken])
    Error(Nil) -> taken
  }
}
