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
///
/// ```gleam
/// assert deque.to_list(deque.new()) == []
/// ```
pub fn new() -> Deque(a) {
  Deque(front: [], back: [])
}

/// A queue of the elements of a list, the first of which becomes its front.
///
/// ```gleam
/// let queue = deque.from_list([1, 2, 3])
/// assert deque.to_list(queue) == [1, 2, 3]
/// ```
pub fn from_list(list: List(a)) -> Deque(a) {
  Deque(front: list, back: [])
}

/// The elements of a queue from front to back. This takes time in proportion to
/// the number of elements.
///
/// ```gleam
/// let queue = deque.from_list([1, 2]) |> deque.push_back(3)
/// assert deque.to_list(queue) == [1, 2, 3]
/// ```
pub fn to_list(deque: Deque(a)) -> List(a) {
  case deque {
    Deque(front:, back: []) -> front
    Deque(front:, back:) -> list.append(front, list.reverse(back))
  }
}

/// Whether there are no elements.
///
/// ```gleam
/// assert deque.is_empty(deque.new())
/// assert !deque.is_empty(deque.from_list([1]))
/// ```
pub fn is_empty(deque: Deque(a)) -> Bool {
  deque.front == [] && deque.back == []
}

/// The number of elements. This takes time in proportion to it.
///
/// ```gleam
/// assert deque.length(deque.from_list(["a", "b"])) == 2
/// ```
pub fn length(deque: Deque(a)) -> Int {
  list.length(deque.front) + list.length(deque.back)
}

/// Adds an element at the back.
///
/// ```gleam
/// let queue = deque.from_list([1, 2]) |> deque.push_back(3)
/// assert deque.to_list(queue) == [1, 2, 3]
/// ```
pub fn push_back(onto deque: Deque(a), this item: a) -> Deque(a) {
  Deque(..deque, back: [item, ..deque.back])
}

/// Adds an element at the front.
///
/// ```gleam
/// let queue = deque.from_list([1, 2]) |> deque.push_front(0)
/// assert deque.to_list(queue) == [0, 1, 2]
/// ```
pub fn push_front(onto deque: Deque(a), this item: a) -> Deque(a) {
  Deque(..deque, front: [item, ..deque.front])
}

/// Takes the element at the back. It is an error when there is none.
///
/// ```gleam
/// let assert Ok(#(last, rest)) = deque.pop_back(deque.from_list([1, 2, 3]))
/// assert last == 3
/// assert deque.to_list(rest) == [1, 2]
/// assert deque.pop_back(deque.new()) == Error(Nil)
/// ```
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
///
/// ```gleam
/// let assert Ok(#(first, rest)) = deque.pop_front(deque.from_list([1, 2, 3]))
/// assert first == 1
/// assert deque.to_list(rest) == [2, 3]
/// assert deque.pop_front(deque.new()) == Error(Nil)
/// ```
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
///
/// ```gleam
/// let queue = deque.from_list([1, 2, 3]) |> deque.reverse
/// assert deque.to_list(queue) == [3, 2, 1]
/// ```
pub fn reverse(deque: Deque(a)) -> Deque(a) {
  Deque(front: deque.back, back: deque.front)
}

/// Whether two queues have the same number of elements, each pair of which the
/// function takes for equal.
///
/// ```gleam
/// let one = deque.from_list([1, 12])
/// let other = deque.from_list([3, 14])
/// let same_parity = fn(a, b) { a % 2 == b % 2 }
/// assert deque.is_logically_equal(one, to: other, checking: same_parity)
/// ```
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
///
/// ```gleam
/// let one = deque.from_list([1, 2])
/// let other = deque.new() |> deque.push_back(1) |> deque.push_back(2)
/// assert deque.is_equal(one, to: other)
/// ```
pub fn is_equal(a: Deque(a), to b: Deque(a)) -> Bool {
  to_list(a) == to_list(b)
}
