//// Yielders: sequences whose elements are computed when they are asked for, and
//// each time they are asked for. So a yielder can be without end, and can work
//// on more data than there is memory.
////
//// ```gleam
//// assert yielder.iterate(1, fn(n) { n * 2 })
////   |> yielder.filter(fn(n) { n > 10 })
////   |> yielder.take(3)
////   |> yielder.to_list
////   == [16, 32, 64]
//// ```
////
//// Functions that make a yielder do no work until it is run. Functions that
//// need all elements, such as `fold`, do not come back from a yielder without
//// end.

import gleam/dict.{type Dict}
import gleam/int
import gleam/list
import gleam/option
import gleam/order
import gleam/result

/// A sequence of elements that are computed as they are asked for.
pub opaque type Yielder(element) {
  Yielder(continuation: fn() -> Action(element))
}

/// What a yielder does when it is asked for an element.
type Action(element) {
  Stop
  Continue(element: element, rest: fn() -> Action(element))
}

/// One step of a sequence: the next element and what the steps after it start
/// from, or the end.
pub type Step(element, accumulator) {
  Next(element: element, accumulator: accumulator)
  Done
}

fn stop() -> Action(element) {
  Stop
}

// Making yielders

/// The yielder that a function makes step by step from an accumulator.
///
/// ```gleam
/// assert yielder.unfold(3, fn(n) {
///     case n {
///       0 -> yielder.Done
///       _ -> yielder.Next(element: n, accumulator: n - 1)
///     }
///   })
///   |> yielder.to_list
///   == [3, 2, 1]
/// ```
pub fn unfold(
  from initial: acc,
  with f: fn(acc) -> Step(element, acc),
) -> Yielder(element) {
  Yielder(do_unfold(initial, f))
}

fn do_unfold(
  acc: acc,
  f: fn(acc) -> Step(element, acc),
) -> fn() -> Action(element) {
  fn() {
    case f(acc) {
      Next(element, acc) -> Continue(element, do_unfold(acc, f))
      Done -> Stop
    }
  }
}

/// An element and then those of another yielder, which is made only when more
/// than the first element is asked for. Made for `use`:
///
/// ```gleam
/// use <- yielder.yield(1)
/// use <- yielder.yield(2)
/// yielder.empty()
/// ```
pub fn yield(element: a, next: fn() -> Yielder(a)) -> Yielder(a) {
  Yielder(fn() { Continue(element, fn() { next().continuation() }) })
}

/// No element.
///
/// ```gleam
/// assert yielder.to_list(yielder.empty()) == []
/// ```
pub fn empty() -> Yielder(element) {
  Yielder(stop)
}

/// One element.
///
/// ```gleam
/// assert yielder.to_list(yielder.single(1)) == [1]
/// ```
pub fn single(elem: element) -> Yielder(element) {
  Yielder(fn() { Continue(elem, stop) })
}

/// One element, which is computed when it is asked for.
///
/// ```gleam
/// assert yielder.once(fn() { 1 + 2 }) |> yielder.to_list == [3]
/// ```
pub fn once(f: fn() -> element) -> Yielder(element) {
  Yielder(fn() { Continue(f(), stop) })
}

/// The elements of a list.
///
/// ```gleam
/// assert yielder.from_list([1, 2]) |> yielder.to_list == [1, 2]
/// ```
pub fn from_list(list: List(element)) -> Yielder(element) {
  Yielder(do_from_list(list))
}

fn do_from_list(list: List(element)) -> fn() -> Action(element) {
  fn() {
    case list {
      [first, ..rest] -> Continue(first, do_from_list(rest))
      [] -> Stop
    }
  }
}

/// The integers from one to another, both included, upwards or downwards.
///
/// ```gleam
/// assert yielder.range(from: 1, to: 4) |> yielder.to_list == [1, 2, 3, 4]
/// assert yielder.range(from: 1, to: -1) |> yielder.to_list == [1, 0, -1]
/// ```
pub fn range(from start: Int, to stop: Int) -> Yielder(Int) {
  case int.compare(start, stop) {
    order.Eq -> single(start)
    order.Gt -> Yielder(range_by(start, stop, -1))
    order.Lt -> Yielder(range_by(start, stop, 1))
  }
}

fn range_by(start: Int, stop: Int, step: Int) -> fn() -> Action(Int) {
  fn() {
    case start == stop {
      True -> Continue(start, fn() { Stop })
      False -> Continue(start, range_by(start + step, stop, step))
    }
  }
}

/// A value, again and again without end.
///
/// ```gleam
/// assert yielder.repeat("a") |> yielder.take(3) |> yielder.to_list
///   == ["a", "a", "a"]
/// ```
pub fn repeat(x: element) -> Yielder(element) {
  repeatedly(fn() { x })
}

/// What a function gives, which is called again for each element, without end.
///
/// ```gleam
/// assert yielder.repeatedly(fn() { 7 }) |> yielder.take(2) |> yielder.to_list
///   == [7, 7]
/// ```
pub fn repeatedly(f: fn() -> element) -> Yielder(element) {
  unfold(Nil, fn(_) { Next(f(), Nil) })
}

/// A value, what a function makes of it, what the function makes of that, and
/// so on without end.
///
/// ```gleam
/// assert yielder.iterate(1, fn(n) { n * 3 })
///   |> yielder.take(4)
///   |> yielder.to_list
///   == [1, 3, 9, 27]
/// ```
pub fn iterate(
  from initial: element,
  with f: fn(element) -> element,
) -> Yielder(element) {
  unfold(initial, fn(element) { Next(element, f(element)) })
}

// Running yielders

/// The first element and a yielder of the others, or the end.
///
/// ```gleam
/// let assert yielder.Next(first, rest) = yielder.step(yielder.range(1, 3))
/// assert first == 1
/// assert yielder.to_list(rest) == [2, 3]
/// assert yielder.step(yielder.empty()) == yielder.Done
/// ```
pub fn step(yielder: Yielder(e)) -> Step(e, Yielder(e)) {
  case yielder.continuation() {
    Stop -> Done
    Continue(element, rest) -> Next(element, Yielder(rest))
  }
}

/// All elements as a list.
///
/// ```gleam
/// assert yielder.range(1, 3) |> yielder.map(fn(n) { n * n }) |> yielder.to_list
///   == [1, 4, 9]
/// ```
pub fn to_list(yielder: Yielder(element)) -> List(element) {
  yielder
  |> fold([], fn(list, element) { [element, ..list] })
  |> list.reverse
}

/// Computes all elements for the effects this has, and forgets them.
///
/// ```gleam
/// assert yielder.from_list(["a", "b"]) |> yielder.map(io.println) |> yielder.run
///   == Nil
/// ```
pub fn run(yielder: Yielder(e)) -> Nil {
  fold(yielder, Nil, fn(_, _) { Nil })
}

/// Runs a function for each element.
///
/// ```gleam
/// assert yielder.from_list(["a", "b"]) |> yielder.each(io.println) == Nil
/// ```
pub fn each(over yielder: Yielder(a), with f: fn(a) -> b) -> Nil {
  fold(yielder, Nil, fn(_, element) {
    f(element)
    Nil
  })
}

/// Folds all elements into one value, from the first to the last.
///
/// ```gleam
/// assert yielder.range(1, 4) |> yielder.fold(from: 0, with: fn(sum, n) { sum + n })
///   == 10
/// ```
pub fn fold(
  over yielder: Yielder(e),
  from initial: acc,
  with f: fn(acc, e) -> acc,
) -> acc {
  do_fold(yielder.continuation, f, initial)
}

fn do_fold(
  continuation: fn() -> Action(e),
  f: fn(acc, e) -> acc,
  acc: acc,
) -> acc {
  case continuation() {
    Stop -> acc
    Continue(element, next) -> do_fold(next, f, f(acc, element))
  }
}

/// Like `fold`, but stops when the function says so.
///
/// ```gleam
/// assert yielder.iterate(1, fn(n) { n + 1 })
///   |> yielder.fold_until(from: 0, with: fn(sum, n) {
///     case sum + n {
///       sum if sum > 10 -> list.Stop(sum)
///       sum -> list.Continue(sum)
///     }
///   })
///   == 15
/// ```
pub fn fold_until(
  over yielder: Yielder(e),
  from initial: acc,
  with f: fn(acc, e) -> list.ContinueOrStop(acc),
) -> acc {
  do_fold_until(yielder.continuation, f, initial)
}

fn do_fold_until(
  continuation: fn() -> Action(e),
  f: fn(acc, e) -> list.ContinueOrStop(acc),
  acc: acc,
) -> acc {
  case continuation() {
    Stop -> acc
    Continue(element, next) ->
      case f(acc, element) {
        list.Continue(acc) -> do_fold_until(next, f, acc)
        list.Stop(acc) -> acc
      }
  }
}

/// Like `fold`, but stops at the first error.
///
/// ```gleam
/// let add_digit = fn(number, digit) {
///   int.parse(digit) |> result.map(fn(digit) { number * 10 + digit })
/// }
/// assert yielder.from_list(["4", "2"]) |> yielder.try_fold(0, add_digit) == Ok(42)
/// assert yielder.from_list(["4", "x"]) |> yielder.try_fold(0, add_digit)
///   == Error(Nil)
/// ```
pub fn try_fold(
  over yielder: Yielder(e),
  from initial: acc,
  with f: fn(acc, e) -> Result(acc, err),
) -> Result(acc, err) {
  do_try_fold(yielder.continuation, f, initial)
}

fn do_try_fold(
  continuation: fn() -> Action(e),
  f: fn(acc, e) -> Result(acc, err),
  acc: acc,
) -> Result(acc, err) {
  case continuation() {
    Stop -> Ok(acc)
    Continue(element, next) ->
      case f(acc, element) {
        Ok(acc) -> do_try_fold(next, f, acc)
        Error(error) -> Error(error)
      }
  }
}

/// Folds all elements into one, starting with the first. It is an error when
/// there is none.
///
/// ```gleam
/// assert yielder.from_list([3, 9, 4]) |> yielder.reduce(int.max) == Ok(9)
/// assert yielder.empty() |> yielder.reduce(int.max) == Error(Nil)
/// ```
pub fn reduce(
  over yielder: Yielder(e),
  with f: fn(e, e) -> e,
) -> Result(e, Nil) {
  case yielder.continuation() {
    Stop -> Error(Nil)
    Continue(element, next) -> Ok(do_fold(next, f, element))
  }
}

/// The number of elements.
///
/// ```gleam
/// assert yielder.length(yielder.from_list(["a", "b", "c"])) == 3
/// ```
pub fn length(over yielder: Yielder(e)) -> Int {
  fold(yielder, 0, fn(count, _) { count + 1 })
}

/// The first element. It is an error when there is none.
///
/// ```gleam
/// assert yielder.first(yielder.range(5, 9)) == Ok(5)
/// assert yielder.first(yielder.empty()) == Error(Nil)
/// ```
pub fn first(from yielder: Yielder(e)) -> Result(e, Nil) {
  case yielder.continuation() {
    Stop -> Error(Nil)
    Continue(element, _) -> Ok(element)
  }
}

/// The last element. It is an error when there is none.
///
/// ```gleam
/// assert yielder.last(yielder.range(5, 9)) == Ok(9)
/// assert yielder.last(yielder.empty()) == Error(Nil)
/// ```
pub fn last(yielder: Yielder(element)) -> Result(element, Nil) {
  reduce(yielder, fn(_, element) { element })
}

/// The element at a position, of which the first is 0. It is an error when
/// there are too few elements or the position is negative.
///
/// ```gleam
/// let letters = yielder.from_list(["a", "b"])
/// assert yielder.at(letters, 1) == Ok("b")
/// assert yielder.at(letters, 2) == Error(Nil)
/// assert yielder.at(letters, -1) == Error(Nil)
/// ```
pub fn at(in yielder: Yielder(e), get index: Int) -> Result(e, Nil) {
  case index < 0 {
    True -> Error(Nil)
    False -> first(drop(yielder, index))
  }
}

/// Whether the function gives `True` for an element. It is not asked about the
/// elements after the first such one.
///
/// ```gleam
/// assert yielder.from_list([1, 2, 3]) |> yielder.any(int.is_even)
/// assert !{ yielder.empty() |> yielder.any(int.is_even) }
/// ```
pub fn any(
  in yielder: Yielder(element),
  satisfying predicate: fn(element) -> Bool,
) -> Bool {
  result.is_ok(find(yielder, predicate))
}

/// Whether the function gives `True` for all elements. It is not asked about the
/// elements after the first that is otherwise.
///
/// ```gleam
/// assert yielder.from_list([2, 4]) |> yielder.all(int.is_even)
/// assert yielder.empty() |> yielder.all(int.is_even)
/// ```
pub fn all(
  in yielder: Yielder(element),
  satisfying predicate: fn(element) -> Bool,
) -> Bool {
  !any(yielder, fn(element) { !predicate(element) })
}

/// The first element for which the function gives `True`.
///
/// ```gleam
/// assert yielder.range(1, 9) |> yielder.find(fn(n) { n > 3 }) == Ok(4)
/// assert yielder.range(1, 3) |> yielder.find(fn(n) { n > 3 }) == Error(Nil)
/// ```
pub fn find(
  in haystack: Yielder(a),
  one_that is_desired: fn(a) -> Bool,
) -> Result(a, Nil) {
  first(filter(haystack, is_desired))
}

/// The first `Ok` that the function gives for an element.
///
/// ```gleam
/// assert yielder.from_list(["a", "2", "3"]) |> yielder.find_map(int.parse) == Ok(2)
/// assert yielder.from_list(["a"]) |> yielder.find_map(int.parse) == Error(Nil)
/// ```
pub fn find_map(
  in haystack: Yielder(a),
  one_that is_desired: fn(a) -> Result(b, c),
) -> Result(b, Nil) {
  first(filter_map(haystack, is_desired))
}

/// The elements in groups of those for which the function gives the same key,
/// each in the order of the yielder.
///
/// ```gleam
/// assert yielder.range(1, 5) |> yielder.group(by: fn(n) { n % 2 })
///   == dict.from_list([#(0, [2, 4]), #(1, [1, 3, 5])])
/// ```
pub fn group(
  in yielder: Yielder(element),
  by key: fn(element) -> key,
) -> Dict(key, List(element)) {
  yielder
  |> fold(dict.new(), fn(groups, element) {
    dict.upsert(groups, key(element), fn(group) {
      [element, ..option.unwrap(group, [])]
    })
  })
  |> dict.map_values(fn(_, group) { list.reverse(group) })
}

// Choosing elements

/// At most the given number of elements, from the start.
///
/// ```gleam
/// assert yielder.range(1, 9) |> yielder.take(2) |> yielder.to_list == [1, 2]
/// assert yielder.single(1) |> yielder.take(2) |> yielder.to_list == [1]
/// ```
pub fn take(from yielder: Yielder(e), up_to desired: Int) -> Yielder(e) {
  Yielder(do_take(yielder.continuation, desired))
}

fn do_take(continuation: fn() -> Action(e), desired: Int) -> fn() -> Action(e) {
  fn() {
    // The continuation must not be run when nothing is left to take: it might
    // not come back, or have effects.
    case desired > 0 {
      False -> Stop
      True ->
        case continuation() {
          Stop -> Stop
          Continue(element, next) ->
            Continue(element, do_take(next, desired - 1))
        }
    }
  }
}

/// The elements after the given number of them.
///
/// ```gleam
/// assert yielder.range(1, 5) |> yielder.drop(3) |> yielder.to_list == [4, 5]
/// assert yielder.single(1) |> yielder.drop(2) |> yielder.to_list == []
/// ```
pub fn drop(from yielder: Yielder(e), up_to desired: Int) -> Yielder(e) {
  Yielder(fn() { do_drop(yielder.continuation, desired) })
}

fn do_drop(continuation: fn() -> Action(e), desired: Int) -> Action(e) {
  case continuation() {
    Continue(_, next) if desired > 0 -> do_drop(next, desired - 1)
    action -> action
  }
}

/// The elements up to the first for which the function gives `False`.
///
/// ```gleam
/// assert yielder.from_list([1, 2, 5, 1])
///   |> yielder.take_while(fn(n) { n < 3 })
///   |> yielder.to_list
///   == [1, 2]
/// ```
pub fn take_while(
  in yielder: Yielder(element),
  satisfying predicate: fn(element) -> Bool,
) -> Yielder(element) {
  Yielder(do_take_while(yielder.continuation, predicate))
}

fn do_take_while(
  continuation: fn() -> Action(e),
  predicate: fn(e) -> Bool,
) -> fn() -> Action(e) {
  fn() {
    case continuation() {
      Stop -> Stop
      Continue(element, next) ->
        case predicate(element) {
          True -> Continue(element, do_take_while(next, predicate))
          False -> Stop
        }
    }
  }
}

/// The elements from the first on for which the function gives `False`.
///
/// ```gleam
/// assert yielder.from_list([1, 2, 5, 1])
///   |> yielder.drop_while(fn(n) { n < 3 })
///   |> yielder.to_list
///   == [5, 1]
/// ```
pub fn drop_while(
  in yielder: Yielder(element),
  satisfying predicate: fn(element) -> Bool,
) -> Yielder(element) {
  Yielder(fn() { do_drop_while(yielder.continuation, predicate) })
}

fn do_drop_while(
  continuation: fn() -> Action(e),
  predicate: fn(e) -> Bool,
) -> Action(e) {
  case continuation() {
    Stop -> Stop
    Continue(element, next) ->
      case predicate(element) {
        True -> do_drop_while(next, predicate)
        False -> Continue(element, next)
      }
  }
}

/// The elements for which the function gives `True`.
///
/// ```gleam
/// assert yielder.range(1, 5) |> yielder.filter(int.is_even) |> yielder.to_list
///   == [2, 4]
/// ```
pub fn filter(
  yielder: Yielder(a),
  keeping predicate: fn(a) -> Bool,
) -> Yielder(a) {
  Yielder(fn() { do_filter(yielder.continuation, predicate) })
}

fn do_filter(
  continuation: fn() -> Action(e),
  predicate: fn(e) -> Bool,
) -> Action(e) {
  case continuation() {
    Stop -> Stop
    Continue(element, next) ->
      case predicate(element) {
        True -> Continue(element, fn() { do_filter(next, predicate) })
        False -> do_filter(next, predicate)
      }
  }
}

/// What the function gives in an `Ok`. Elements for which it gives an error are
/// left out.
///
/// ```gleam
/// assert yielder.from_list(["1", "b", "3"])
///   |> yielder.filter_map(int.parse)
///   |> yielder.to_list
///   == [1, 3]
/// ```
pub fn filter_map(
  yielder: Yielder(a),
  keeping_with f: fn(a) -> Result(b, c),
) -> Yielder(b) {
  Yielder(fn() { do_filter_map(yielder.continuation, f) })
}

fn do_filter_map(
  continuation: fn() -> Action(a),
  f: fn(a) -> Result(b, c),
) -> Action(b) {
  case continuation() {
    Stop -> Stop
    Continue(element, next) ->
      case f(element) {
        Ok(value) -> Continue(value, fn() { do_filter_map(next, f) })
        Error(_) -> do_filter_map(next, f)
      }
  }
}

// Changing elements

/// What the function gives for each element.
///
/// ```gleam
/// assert yielder.range(1, 3) |> yielder.map(fn(n) { n * 2 }) |> yielder.to_list
///   == [2, 4, 6]
/// ```
pub fn map(over yielder: Yielder(a), with f: fn(a) -> b) -> Yielder(b) {
  Yielder(do_map(yielder.continuation, f))
}

fn do_map(continuation: fn() -> Action(a), f: fn(a) -> b) -> fn() -> Action(b) {
  fn() {
    case continuation() {
      Stop -> Stop
      Continue(element, next) -> Continue(f(element), do_map(next, f))
    }
  }
}

/// What the function gives for each pair of elements at the same position. It
/// ends with the shorter yielder.
///
/// ```gleam
/// assert yielder.map2(yielder.range(1, 3), yielder.range(4, 9), int.multiply)
///   |> yielder.to_list
///   == [4, 10, 18]
/// ```
pub fn map2(
  yielder1: Yielder(a),
  yielder2: Yielder(b),
  with fun: fn(a, b) -> c,
) -> Yielder(c) {
  Yielder(do_map2(yielder1.continuation, yielder2.continuation, fun))
}

fn do_map2(
  continuation1: fn() -> Action(a),
  continuation2: fn() -> Action(b),
  fun: fn(a, b) -> c,
) -> fn() -> Action(c) {
  fn() {
    case continuation1() {
      Stop -> Stop
      Continue(a, next1) ->
        case continuation2() {
          Stop -> Stop
          Continue(b, next2) -> Continue(fun(a, b), do_map2(next1, next2, fun))
        }
    }
  }
}

/// The pairs of elements at the same position. It ends with the shorter
/// yielder.
///
/// ```gleam
/// assert yielder.zip(yielder.from_list(["a", "b"]), yielder.range(1, 9))
///   |> yielder.to_list
///   == [#("a", 1), #("b", 2)]
/// ```
pub fn zip(left: Yielder(a), right: Yielder(b)) -> Yielder(#(a, b)) {
  map2(left, right, fn(a, b) { #(a, b) })
}

/// Each element with its position, of which the first is 0.
///
/// ```gleam
/// assert yielder.from_list(["a", "b"]) |> yielder.index |> yielder.to_list
///   == [#("a", 0), #("b", 1)]
/// ```
pub fn index(over yielder: Yielder(element)) -> Yielder(#(element, Int)) {
  transform(yielder, 0, fn(i, element) { Next(#(element, i), i + 1) })
}

/// What a function makes step by step of an accumulator and each element. It can
/// end the yielder before its last element.
///
/// ```gleam
/// assert yielder.from_list(["a", "b", "c"])
///   |> yielder.transform(from: 1, with: fn(n, letter) {
///     case n > 2 {
///       True -> yielder.Done
///       False -> yielder.Next(string.repeat(letter, n), n + 1)
///     }
///   })
///   |> yielder.to_list
///   == ["a", "bb"]
/// ```
pub fn transform(
  over yielder: Yielder(a),
  from initial: acc,
  with f: fn(acc, a) -> Step(b, acc),
) -> Yielder(b) {
  Yielder(do_transform(yielder.continuation, initial, f))
}

fn do_transform(
  continuation: fn() -> Action(a),
  acc: acc,
  f: fn(acc, a) -> Step(b, acc),
) -> fn() -> Action(b) {
  fn() {
    case continuation() {
      Stop -> Stop
      Continue(element, next) ->
        case f(acc, element) {
          Done -> Stop
          Next(element, acc) -> Continue(element, do_transform(next, acc, f))
        }
    }
  }
}

/// Like `fold`, but gives all values on the way.
///
/// ```gleam
/// assert yielder.from_list([1, 2, 3])
///   |> yielder.scan(from: 10, with: fn(sum, n) { sum + n })
///   |> yielder.to_list
///   == [11, 13, 16]
/// ```
pub fn scan(
  over yielder: Yielder(element),
  from initial: acc,
  with f: fn(acc, element) -> acc,
) -> Yielder(acc) {
  transform(yielder, initial, fn(acc, element) {
    let acc = f(acc, element)
    Next(acc, acc)
  })
}

// Putting yielders together

/// The elements of one yielder and then those of another.
///
/// ```gleam
/// assert yielder.range(1, 2) |> yielder.append(yielder.range(7, 8)) |> yielder.to_list
///   == [1, 2, 7, 8]
/// ```
pub fn append(to first: Yielder(a), suffix second: Yielder(a)) -> Yielder(a) {
  Yielder(fn() { do_append(first.continuation, second.continuation) })
}

fn do_append(first: fn() -> Action(a), second: fn() -> Action(a)) -> Action(a) {
  case first() {
    Continue(element, next) ->
      Continue(element, fn() { do_append(next, second) })
    Stop -> second()
  }
}

/// An element before those of a yielder.
///
/// ```gleam
/// assert yielder.range(1, 2) |> yielder.prepend(0) |> yielder.to_list == [0, 1, 2]
/// ```
pub fn prepend(yielder: Yielder(a), element: a) -> Yielder(a) {
  Yielder(fn() { Continue(element, yielder.continuation) })
}

/// The elements of the yielders of a yielder, one yielder after the other.
///
/// ```gleam
/// assert yielder.range(1, 3)
///   |> yielder.map(yielder.range(1, _))
///   |> yielder.flatten
///   |> yielder.to_list
///   == [1, 1, 2, 1, 2, 3]
/// ```
pub fn flatten(yielder: Yielder(Yielder(a))) -> Yielder(a) {
  Yielder(fn() { do_flatten(stop, yielder.continuation) })
}

/// The rest of an inner yielder and then of the outer one. One function for the
/// two, because JavaScript has loops for calls of a function to itself alone.
fn do_flatten(
  inner: fn() -> Action(a),
  outer: fn() -> Action(Yielder(a)),
) -> Action(a) {
  case inner() {
    Continue(element, next) ->
      Continue(element, fn() { do_flatten(next, outer) })
    Stop ->
      case outer() {
        Stop -> Stop
        Continue(inner, next) -> do_flatten(inner.continuation, next)
      }
  }
}

/// The elements of the yielders of a list, one yielder after the other.
///
/// ```gleam
/// assert yielder.concat([yielder.range(1, 2), yielder.empty(), yielder.single(9)])
///   |> yielder.to_list
///   == [1, 2, 9]
/// ```
pub fn concat(yielders: List(Yielder(a))) -> Yielder(a) {
  flatten(from_list(yielders))
}

/// The elements of the yielders that the function gives for each element.
///
/// ```gleam
/// assert yielder.from_list([1, 2])
///   |> yielder.flat_map(fn(n) { yielder.from_list([n, n * 10]) })
///   |> yielder.to_list
///   == [1, 10, 2, 20]
/// ```
pub fn flat_map(
  over yielder: Yielder(a),
  with f: fn(a) -> Yielder(b),
) -> Yielder(b) {
  flatten(map(yielder, f))
}

/// The elements of a yielder, again and again without end. A yielder without
/// elements makes one without elements.
///
/// ```gleam
/// assert yielder.range(1, 2) |> yielder.cycle |> yielder.take(5) |> yielder.to_list
///   == [1, 2, 1, 2, 1]
/// ```
pub fn cycle(yielder: Yielder(a)) -> Yielder(a) {
  Yielder(fn() {
    case yielder.continuation() {
      Stop -> Stop
      Continue(element, next) ->
        Continue(element, fn() { do_append(next, cycle(yielder).continuation) })
    }
  })
}

/// The elements of two yielders in turn. When one ends those that are left of
/// the other follow.
///
/// ```gleam
/// assert yielder.range(1, 4)
///   |> yielder.interleave(with: yielder.from_list([10, 20]))
///   |> yielder.to_list
///   == [1, 10, 2, 20, 3, 4]
/// ```
pub fn interleave(
  left: Yielder(element),
  with right: Yielder(element),
) -> Yielder(element) {
  Yielder(fn() { do_interleave(left.continuation, right.continuation) })
}

fn do_interleave(
  current: fn() -> Action(e),
  next: fn() -> Action(e),
) -> Action(e) {
  case current() {
    Stop -> next()
    Continue(element, rest) ->
      Continue(element, fn() { do_interleave(next, rest) })
  }
}

/// A value between each two elements.
///
/// ```gleam
/// assert yielder.range(1, 3) |> yielder.intersperse(with: 0) |> yielder.to_list
///   == [1, 0, 2, 0, 3]
/// ```
pub fn intersperse(
  over yielder: Yielder(element),
  with elem: element,
) -> Yielder(element) {
  Yielder(fn() {
    case yielder.continuation() {
      Stop -> Stop
      Continue(first, next) ->
        Continue(first, fn() { do_intersperse(next, elem) })
    }
  })
}

fn do_intersperse(
  continuation: fn() -> Action(element),
  separator: element,
) -> Action(element) {
  case continuation() {
    Stop -> Stop
    Continue(element, next) ->
      Continue(separator, fn() {
        Continue(element, fn() { do_intersperse(next, separator) })
      })
  }
}

/// Lists of neighbouring elements for which the function gives the same key.
///
/// ```gleam
/// assert yielder.from_list([1, 3, 2, 4, 5])
///   |> yielder.chunk(by: int.is_even)
///   |> yielder.to_list
///   == [[1, 3], [2, 4], [5]]
/// ```
pub fn chunk(over yielder: Yielder(a), by f: fn(a) -> b) -> Yielder(List(a)) {
  Yielder(fn() {
    case yielder.continuation() {
      Stop -> Stop
      Continue(element, next) -> next_chunk(next, f, f(element), [element])
    }
  })
}

fn next_chunk(
  continuation: fn() -> Action(a),
  f: fn(a) -> b,
  key: b,
  chunk: List(a),
) -> Action(List(a)) {
  case continuation() {
    Stop -> Continue(list.reverse(chunk), stop)
    Continue(element, next) -> {
      let new_key = f(element)
      case new_key == key {
        True -> next_chunk(next, f, key, [element, ..chunk])
        False ->
          Continue(list.reverse(chunk), fn() {
            next_chunk(next, f, new_key, [element])
          })
      }
    }
  }
}

/// Lists of the given number of neighbouring elements. The last one has fewer
/// when the number of elements is not a multiple.
///
/// ```gleam
/// assert yielder.range(1, 5) |> yielder.sized_chunk(into: 2) |> yielder.to_list
///   == [[1, 2], [3, 4], [5]]
/// ```
pub fn sized_chunk(
  over yielder: Yielder(element),
  into count: Int,
) -> Yielder(List(element)) {
  Yielder(fn() { next_sized_chunk(yielder.continuation, count, count, []) })
}

fn next_sized_chunk(
  continuation: fn() -> Action(element),
  count: Int,
  left: Int,
  chunk: List(element),
) -> Action(List(element)) {
  case continuation(), chunk {
    Stop, [] -> Stop
    Stop, _ -> Continue(list.reverse(chunk), stop)
    Continue(element, next), _ -> {
      let chunk = [element, ..chunk]
      case left > 1 {
        True -> next_sized_chunk(next, count, left - 1, chunk)
        False ->
          Continue(list.reverse(chunk), fn() {
            next_sized_chunk(next, count, count, [])
          })
      }
    }
  }
}
