//// Queues with two ends, on both of which elements can be added and taken.
//// Doing so takes constant time on average.

import gleam/list

/// A queue with two ends.
///
/// Two queues with the same elements can differ for the `==` operator. Compare
/// them with `is_equal`.
pub opaque type Deque(a) {
  /// The elements are those of `front` and then those of `back` in reverse.
  Deque(front: List(a), back: List(a))
}

/// A queue without elements.
pub fn new() -> Deque(a) {
  Deque(front: [], back: [])
}

/// A queue of the elements of a list, the first of which becomes its front.
pub fn from_list(list: List(a)) -> Deque(a) {
  Deque(front: list, back: [])
}

/// The elements of a queue from front to back. This takes time in proportion to
/// the number of elements.
pub fn to_list(deque: Deque(a)) -> List(a) {
  list.append(deque.front, list.reverse(deque.back))
}

/// Whether there are no elements.
pub fn is_empty(deque: Deque(a)) -> Bool {
  deque.front == [] && deque.back == []
}

/// The number of elements. This takes time in proportion to it.
pub fn length(deque: Deque(a)) -> Int {
  list.length(deque.front) + list.length(deque.back)
}

/// Adds an element at the back.
pub fn push_back(onto deque: Deque(a), this item: a) -> Deque(a) {
  Deque(..deque, back: [item, ..deque.back])
}

/// Adds an element at the front.
pub fn push_front(onto deque: Deque(a), this item: a) -> Deque(a) {
  Deque(..deque, front: [item, ..deque.front])
}

/// Takes the element at the back. It is an error when there is none.
pub fn pop_back(from deque: Deque(a)) -> Result(#(a, Deque(a)), Nil) {
  case deque {
    Deque(front: [], back: []) -> Error(Nil)
    Deque(front:, back: [last, ..back]) -> Ok(#(last, Deque(front:, back:)))
    // Half of the elements stay where they are, so that taking from the two ends
    // in turn does not reverse all of them each time.
    Deque(front:, back: []) -> {
      let #(front, back) = halve(front)
      pop_back(Deque(front:, back:))
    }
  }
}

/// Takes the element at the front. It is an error when there is none.
pub fn pop_front(from deque: Deque(a)) -> Result(#(a, Deque(a)), Nil) {
  case deque {
    Deque(front: [], back: []) -> Error(Nil)
    Deque(front: [first, ..front], back:) -> Ok(#(first, Deque(front:, back:)))
    Deque(front: [], back:) -> {
      let #(back, front) = halve(back)
      pop_front(Deque(front:, back:))
    }
  }
}

/// Splits a list into its first half and the reverse of the second, which has
/// the middle element of an odd number of them.
fn halve(list: List(a)) -> #(List(a), List(a)) {
  let #(first, second) = list.split(list, at: list.length(list) / 2)
  #(first, list.reverse(second))
}

/// The queue from back to front. This takes constant time.
pub fn reverse(deque: Deque(a)) -> Deque(a) {
  Deque(front: deque.back, back: deque.front)
}

/// Whether two queues have the same number of elements, each pair of which the
/// function takes for equal.
pub fn is_logically_equal(
  a: Deque(a),
  to b: Deque(a),
  checking element_is_equal: fn(a, a) -> Bool,
) -> Bool {
  lists_are_equal(to_list(a), to_list(b), element_is_equal)
}

fn lists_are_equal(a: List(a), b: List(a), equal: fn(a, a) -> Bool) -> Bool {
  case a, b {
    [], [] -> True
    [x, ..a], [y, ..b] ->
      case equal(x, y) {
        True -> lists_are_equal(a, b, equal)
        False -> False
      }
    _, _ -> False
  }
}

/// Whether two queues have the same elements.
pub fn is_equal(a: Deque(a), to b: Deque(a)) -> Bool {
  to_list(a) == to_list(b)
}
