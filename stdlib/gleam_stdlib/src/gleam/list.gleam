//// Functions for lists.
////
//// A list is linked: its first element is at hand at once, while reaching the
//// end takes as many steps as there are elements. All functions here can work
//// on lists of any length without exhausting the stack.

import gleam/dict.{type Dict}
import gleam/float
import gleam/int
import gleam/order.{type Order, Eq, Gt, Lt}

/// What `fold_until` should do next.
pub type ContinueOrStop(a) {
  /// Go on with the next element.
  Continue(a)
  /// Leave the rest of the list alone.
  Stop(a)
}

/// The number of elements. The whole list is walked to find it.
///
/// ```gleam
/// assert list.length([1, 2]) == 2
/// ```
pub fn length(of list: List(a)) -> Int {
  length_loop(list, 0)
}

fn length_loop(list: List(a), count: Int) -> Int {
  case list {
    [_, ..rest] -> length_loop(rest, count + 1)
    [] -> count
  }
}

/// The number of elements for which a function is true.
///
/// ```gleam
/// assert list.count([1, 2, 4], where: int.is_even) == 2
/// ```
pub fn count(list: List(a), where predicate: fn(a) -> Bool) -> Int {
  count_loop(list, predicate, 0)
}

fn count_loop(list: List(a), predicate: fn(a) -> Bool, count: Int) -> Int {
  case list {
    [first, ..rest] ->
      case predicate(first) {
        True -> count_loop(rest, predicate, count + 1)
        False -> count_loop(rest, predicate, count)
      }
    [] -> count
  }
}

/// The elements from last to first.
///
/// ```gleam
/// assert list.reverse([1, 2, 3]) == [3, 2, 1]
/// ```
@external(erlang, "lists", "reverse")
pub fn reverse(list: List(a)) -> List(a) {
  reverse_and_prepend(list, [])
}

/// Puts the elements of `remaining`, from last to first, in front of `tail`.
@external(erlang, "lists", "reverse")
fn reverse_and_prepend(remaining: List(a), tail: List(a)) -> List(a) {
  case remaining {
    [first, ..rest] -> reverse_and_prepend(rest, [first, ..tail])
    [] -> tail
  }
}

/// Whether there are no elements. Unlike comparing the length with 0 this takes
/// no time.
///
/// ```gleam
/// assert list.is_empty([])
/// ```
pub fn is_empty(list: List(a)) -> Bool {
  list == []
}

/// Whether a value is among the elements.
///
/// ```gleam
/// assert list.contains([1, 2], any: 2)
/// ```
pub fn contains(list: List(a), any elem: a) -> Bool {
  case list {
    [first, ..] if first == elem -> True
    [_, ..rest] -> contains(rest, elem)
    [] -> False
  }
}

/// The first element, if there is one.
///
/// ```gleam
/// assert list.first([1, 2]) == Ok(1)
/// assert list.first([]) == Error(Nil)
/// ```
pub fn first(list: List(a)) -> Result(a, Nil) {
  case list {
    [first, ..] -> Ok(first)
    [] -> Error(Nil)
  }
}

/// Everything but the first element, if there is one.
///
/// ```gleam
/// assert list.rest([1, 2]) == Ok([2])
/// assert list.rest([]) == Error(Nil)
/// ```
pub fn rest(list: List(a)) -> Result(List(a), Nil) {
  case list {
    [_, ..rest] -> Ok(rest)
    [] -> Error(Nil)
  }
}

/// Sorts the elements by a key into lists. Within each list the element that
/// came last is first.
///
/// ```gleam
/// assert list.group([1, 2, 3, 4], by: int.is_even)
///   == dict.from_list([#(True, [4, 2]), #(False, [3, 1])])
/// ```
@external(javascript, "../dict.mjs", "group")
pub fn group(list: List(v), by key: fn(v) -> k) -> Dict(k, List(v)) {
  fold(list, dict.new(), fn(groups, value) {
    let key = key(value)
    case dict.get(groups, key) {
      Ok(group) -> dict.insert(groups, key, [value, ..group])
      Error(_) -> dict.insert(groups, key, [value])
    }
  })
}

/// The elements for which a function is true.
///
/// ```gleam
/// assert list.filter([1, 2, 4], keeping: int.is_even) == [2, 4]
/// ```
pub fn filter(list: List(a), keeping predicate: fn(a) -> Bool) -> List(a) {
  case list {
    [first, ..rest] ->
      case predicate(first) {
        True -> [first, ..filter(rest, predicate)]
        False -> filter(rest, predicate)
      }
    [] -> []
  }
}

/// Applies a function to every element and keeps the values of the successes.
///
/// ```gleam
/// assert list.filter_map(["1", "x", "3"], with: int.parse) == [1, 3]
/// ```
pub fn filter_map(list: List(a), with fun: fn(a) -> Result(b, e)) -> List(b) {
  case list {
    [first, ..rest] ->
      case fun(first) {
        Ok(value) -> [value, ..filter_map(rest, fun)]
        Error(_) -> filter_map(rest, fun)
      }
    [] -> []
  }
}

/// Applies a function to every element.
///
/// ```gleam
/// assert list.map([1, 2], with: int.to_string) == ["1", "2"]
/// ```
pub fn map(list: List(a), with fun: fn(a) -> b) -> List(b) {
  case list {
    [first, ..rest] -> [fun(first), ..map(rest, fun)]
    [] -> []
  }
}

/// Applies a function to the elements of two lists, taken side by side. What is
/// left of the longer list is dropped.
///
/// ```gleam
/// assert list.map2([1, 2, 3], [10, 20], with: int.add) == [11, 22]
/// ```
pub fn map2(
  list1: List(a),
  list2: List(b),
  with fun: fn(a, b) -> c,
) -> List(c) {
  case list1, list2 {
    [], _ | _, [] -> []
    [a, ..rest1], [b, ..rest2] -> [fun(a, b), ..map2(rest1, rest2, fun)]
  }
}

/// Maps and folds at once: the function gets the value carried so far and an
/// element, and gives the next carried value and the mapped element.
///
/// ```gleam
/// assert list.map_fold([1, 2, 3], from: 100, with: fn(sum, i) {
///     #(sum + i, i * 2)
///   })
///   == #(106, [2, 4, 6])
/// ```
pub fn map_fold(
  over list: List(a),
  from initial: acc,
  with fun: fn(acc, a) -> #(acc, b),
) -> #(acc, List(b)) {
  map_fold_loop(list, initial, fun, [])
}

fn map_fold_loop(
  list: List(a),
  acc: acc,
  fun: fn(acc, a) -> #(acc, b),
  mapped: List(b),
) -> #(acc, List(b)) {
  case list {
    [first, ..rest] -> {
      let #(acc, value) = fun(acc, first)
      map_fold_loop(rest, acc, fun, [value, ..mapped])
    }
    [] -> #(acc, reverse(mapped))
  }
}

/// Applies a function to every element and its position, counted from 0.
///
/// ```gleam
/// assert list.index_map(["a", "b"], fn(x, i) { #(i, x) })
///   == [#(0, "a"), #(1, "b")]
/// ```
pub fn index_map(list: List(a), with fun: fn(a, Int) -> b) -> List(b) {
  index_map_loop(list, fun, 0)
}

fn index_map_loop(list: List(a), fun: fn(a, Int) -> b, index: Int) -> List(b) {
  case list {
    [first, ..rest] -> [
      fun(first, index),
      ..index_map_loop(rest, fun, index + 1)
    ]
    [] -> []
  }
}

/// Applies a function that can fail to every element. Stops at the first
/// failure and returns it.
///
/// ```gleam
/// assert list.try_map(["1", "2"], with: int.parse) == Ok([1, 2])
/// assert list.try_map(["1", "x"], with: int.parse) == Error(Nil)
/// ```
pub fn try_map(
  over list: List(a),
  with fun: fn(a) -> Result(b, e),
) -> Result(List(b), e) {
  try_map_loop(list, fun, [])
}

fn try_map_loop(
  list: List(a),
  fun: fn(a) -> Result(b, e),
  mapped: List(b),
) -> Result(List(b), e) {
  case list {
    [first, ..rest] ->
      case fun(first) {
        Ok(value) -> try_map_loop(rest, fun, [value, ..mapped])
        Error(error) -> Error(error)
      }
    [] -> Ok(reverse(mapped))
  }
}

/// Leaves out a number of elements at the start.
///
/// ```gleam
/// assert list.drop([1, 2, 3], up_to: 2) == [3]
/// assert list.drop([1, 2, 3], up_to: 9) == []
/// ```
pub fn drop(from list: List(a), up_to n: Int) -> List(a) {
  case n <= 0, list {
    True, _ -> list
    False, [] -> []
    False, [_, ..rest] -> drop(rest, n - 1)
  }
}

/// Takes a number of elements from the start.
///
/// ```gleam
/// assert list.take([1, 2, 3], up_to: 2) == [1, 2]
/// assert list.take([1, 2, 3], up_to: 9) == [1, 2, 3]
/// ```
pub fn take(from list: List(a), up_to n: Int) -> List(a) {
  case n <= 0, list {
    True, _ | _, [] -> []
    False, [first, ..rest] -> [first, ..take(rest, n - 1)]
  }
}

/// The list without elements.
///
/// ```gleam
/// assert list.new() == []
/// ```
pub fn new() -> List(a) {
  []
}

/// A list with one element.
///
/// ```gleam
/// assert list.wrap(1) == [1]
/// ```
pub fn wrap(item: a) -> List(a) {
  [item]
}

/// Joins two lists.
///
/// ```gleam
/// assert list.append([1, 2], [3]) == [1, 2, 3]
/// ```
@external(erlang, "lists", "append")
pub fn append(first: List(a), second: List(a)) -> List(a) {
  case first {
    [item, ..rest] -> [item, ..append(rest, second)]
    [] -> second
  }
}

/// Puts one element in front.
///
/// ```gleam
/// assert list.prepend(to: [2, 3], this: 1) == [1, 2, 3]
/// ```
pub fn prepend(to list: List(a), this item: a) -> List(a) {
  [item, ..list]
}

/// Joins a list of lists.
///
/// ```gleam
/// assert list.flatten([[1], [2, 3], []]) == [1, 2, 3]
/// ```
@external(erlang, "lists", "append")
pub fn flatten(lists: List(List(a))) -> List(a) {
  flatten_loop(lists, [])
}

fn flatten_loop(lists: List(List(a)), reversed: List(a)) -> List(a) {
  case lists {
    [list, ..rest] -> flatten_loop(rest, reverse_and_prepend(list, reversed))
    [] -> reverse(reversed)
  }
}

/// Applies a function that gives a list to every element, and joins the lists.
///
/// ```gleam
/// assert list.flat_map([2, 4], with: fn(x) { [x, x + 1] }) == [2, 3, 4, 5]
/// ```
pub fn flat_map(over list: List(a), with fun: fn(a) -> List(b)) -> List(b) {
  flat_map_loop(list, fun, [])
}

fn flat_map_loop(
  list: List(a),
  fun: fn(a) -> List(b),
  reversed: List(b),
) -> List(b) {
  case list {
    [first, ..rest] ->
      flat_map_loop(rest, fun, reverse_and_prepend(fun(first), reversed))
    [] -> reverse(reversed)
  }
}

/// Combines the elements from first to last into one value: the function gets
/// the value so far and an element, and gives the next value.
///
/// ```gleam
/// assert list.fold([1, 2, 3], from: 0, with: int.add) == 6
/// ```
pub fn fold(
  over list: List(a),
  from initial: acc,
  with fun: fn(acc, a) -> acc,
) -> acc {
  case list {
    [first, ..rest] -> fold(rest, fun(initial, first), fun)
    [] -> initial
  }
}

/// Like [`fold`](#fold), from last to first.
///
/// ```gleam
/// assert list.fold_right(["a", "b"], from: "", with: string.append) == "ba"
/// ```
@external(erlang, "gleam_stdlib", "list_fold_right")
@external(javascript, "../arrays.mjs", "fold_right")
pub fn fold_right(
  over list: List(a),
  from initial: acc,
  with fun: fn(acc, a) -> acc,
) -> acc {
  fold(reverse(list), initial, fun)
}

/// Like [`fold`](#fold); the function also gets the position of the element,
/// counted from 0.
///
/// ```gleam
/// assert list.index_fold(["a", "b"], from: [], with: fn(acc, x, i) {
///     [#(i, x), ..acc]
///   })
///   == [#(1, "b"), #(0, "a")]
/// ```
pub fn index_fold(
  over list: List(a),
  from initial: acc,
  with fun: fn(acc, a, Int) -> acc,
) -> acc {
  index_fold_loop(list, initial, fun, 0)
}

fn index_fold_loop(
  list: List(a),
  acc: acc,
  fun: fn(acc, a, Int) -> acc,
  index: Int,
) -> acc {
  case list {
    [first, ..rest] ->
      index_fold_loop(rest, fun(acc, first, index), fun, index + 1)
    [] -> acc
  }
}

/// Like [`fold`](#fold) with a function that can fail. Stops at the first
/// failure and returns it.
///
/// ```gleam
/// assert list.try_fold([1, 2], from: 6, with: fn(acc, i) {
///     int.divide(acc, by: i)
///   })
///   == Ok(3)
/// ```
pub fn try_fold(
  over list: List(a),
  from initial: acc,
  with fun: fn(acc, a) -> Result(acc, e),
) -> Result(acc, e) {
  case list {
    [first, ..rest] ->
      case fun(initial, first) {
        Ok(acc) -> try_fold(rest, acc, fun)
        Error(error) -> Error(error)
      }
    [] -> Ok(initial)
  }
}

/// Like [`fold`](#fold) with a function that says after every element whether
/// to go on.
///
/// ```gleam
/// assert list.fold_until([1, 2, 3, 4], from: 0, with: fn(sum, i) {
///     case i > 2 {
///       True -> list.Stop(sum)
///       False -> list.Continue(sum + i)
///     }
///   })
///   == 3
/// ```
pub fn fold_until(
  over list: List(a),
  from initial: acc,
  with fun: fn(acc, a) -> ContinueOrStop(acc),
) -> acc {
  case list {
    [first, ..rest] ->
      case fun(initial, first) {
        Continue(acc) -> fold_until(rest, acc, fun)
        Stop(acc) -> acc
      }
    [] -> initial
  }
}

/// The first element for which a function is true.
///
/// ```gleam
/// assert list.find([1, 2, 4], one_that: int.is_even) == Ok(2)
/// assert list.find([1, 3], one_that: int.is_even) == Error(Nil)
/// ```
pub fn find(
  in list: List(a),
  one_that is_desired: fn(a) -> Bool,
) -> Result(a, Nil) {
  case list {
    [first, ..rest] ->
      case is_desired(first) {
        True -> Ok(first)
        False -> find(rest, is_desired)
      }
    [] -> Error(Nil)
  }
}

/// The first success of applying a function to the elements in turn.
///
/// ```gleam
/// assert list.find_map(["x", "2", "3"], with: int.parse) == Ok(2)
/// ```
pub fn find_map(
  in list: List(a),
  with fun: fn(a) -> Result(b, e),
) -> Result(b, Nil) {
  case list {
    [first, ..rest] ->
      case fun(first) {
        Ok(value) -> Ok(value)
        Error(_) -> find_map(rest, fun)
      }
    [] -> Error(Nil)
  }
}

/// Whether a function is true for all elements. Stops at the first for which it
/// is not.
///
/// ```gleam
/// assert list.all([2, 4], satisfying: int.is_even)
/// assert list.all([], satisfying: int.is_even)
/// ```
pub fn all(in list: List(a), satisfying predicate: fn(a) -> Bool) -> Bool {
  case list {
    [first, ..rest] ->
      case predicate(first) {
        True -> all(rest, predicate)
        False -> False
      }
    [] -> True
  }
}

/// Whether a function is true for at least one element. Stops at the first for
/// which it is.
///
/// ```gleam
/// assert list.any([1, 2], satisfying: int.is_even)
/// assert !list.any([], satisfying: int.is_even)
/// ```
pub fn any(in list: List(a), satisfying predicate: fn(a) -> Bool) -> Bool {
  case list {
    [first, ..rest] ->
      case predicate(first) {
        True -> True
        False -> any(rest, predicate)
      }
    [] -> False
  }
}

/// Pairs the elements of two lists. What is left of the longer list is dropped.
///
/// ```gleam
/// assert list.zip([1, 2], with: ["a"]) == [#(1, "a")]
/// ```
pub fn zip(list: List(a), with other: List(b)) -> List(#(a, b)) {
  case list, other {
    [], _ | _, [] -> []
    [a, ..rest], [b, ..other_rest] -> [#(a, b), ..zip(rest, other_rest)]
  }
}

/// Pairs the elements of two lists, which must have the same length.
///
/// ```gleam
/// assert list.strict_zip([1, 2], with: ["a", "b"]) == Ok([#(1, "a"), #(2, "b")])
/// assert list.strict_zip([1, 2], with: ["a"]) == Error(Nil)
/// ```
pub fn strict_zip(
  list: List(a),
  with other: List(b),
) -> Result(List(#(a, b)), Nil) {
  strict_zip_loop(list, other, [])
}

fn strict_zip_loop(
  list: List(a),
  other: List(b),
  zipped: List(#(a, b)),
) -> Result(List(#(a, b)), Nil) {
  case list, other {
    [], [] -> Ok(reverse(zipped))
    [], _ | _, [] -> Error(Nil)
    [a, ..rest], [b, ..other_rest] ->
      strict_zip_loop(rest, other_rest, [#(a, b), ..zipped])
  }
}

/// Separates a list of pairs into the first and the second elements.
///
/// ```gleam
/// assert list.unzip([#(1, "a"), #(2, "b")]) == #([1, 2], ["a", "b"])
/// ```
pub fn unzip(input: List(#(a, b))) -> #(List(a), List(b)) {
  unzip_loop(input, [], [])
}

fn unzip_loop(
  input: List(#(a, b)),
  firsts: List(a),
  seconds: List(b),
) -> #(List(a), List(b)) {
  case input {
    [] -> #(reverse(firsts), reverse(seconds))
    [#(a, b), ..rest] -> unzip_loop(rest, [a, ..firsts], [b, ..seconds])
  }
}

/// Puts a value between every two elements.
///
/// ```gleam
/// assert list.intersperse([1, 2, 3], with: 0) == [1, 0, 2, 0, 3]
/// ```
pub fn intersperse(list: List(a), with elem: a) -> List(a) {
  case list {
    [] | [_] -> list
    [first, ..rest] -> [first, elem, ..intersperse(rest, elem)]
  }
}

/// Removes every element that is equal to an earlier one.
///
/// ```gleam
/// assert list.unique([1, 1, 4, 1, 3]) == [1, 4, 3]
/// ```
@external(javascript, "../dict.mjs", "unique")
pub fn unique(list: List(a)) -> List(a) {
  unique_loop(list, dict.new(), [])
}

fn unique_loop(list: List(a), seen: Dict(a, Nil), kept: List(a)) -> List(a) {
  case list {
    [first, ..rest] ->
      case dict.has_key(seen, first) {
        True -> unique_loop(rest, seen, kept)
        False ->
          unique_loop(rest, dict.insert(seen, first, Nil), [first, ..kept])
      }
    [] -> reverse(kept)
  }
}

/// Sorts a list. Elements that compare equal keep their order.
///
/// ```gleam
/// assert list.sort([4, 3, 6, 5], by: int.compare) == [3, 4, 5, 6]
/// ```
@external(javascript, "../arrays.mjs", "sort")
pub fn sort(list: List(a), by compare: fn(a, a) -> Order) -> List(a) {
  // A natural merge sort: the list is cut into runs that are already in order,
  // which are merged in pairs until one is left. A merge builds its result back
  // to front, so that the passes take turns: one makes descending runs of
  // ascending ones, the next ascending runs of descending ones.
  case list {
    [] | [_] -> list
    [first, second, ..rest] ->
      ascending_runs(first, second, rest, compare, [])
      |> merge_runs(compare)
  }
}

/// Cuts a list, given as its first two elements and the rest, into ascending
/// runs.
fn ascending_runs(
  first: a,
  second: a,
  rest: List(a),
  compare: fn(a, a) -> Order,
  runs: List(List(a)),
) -> List(List(a)) {
  let #(run, rest) = case compare(first, second) {
    Gt -> descending_run(rest, second, [first], compare)
    Lt | Eq -> {
      let #(run, rest) = ascending_run(rest, second, [first], compare)
      #(reverse(run), rest)
    }
  }
  case rest {
    [single] -> reverse([[single], run, ..runs])
    [first, second, ..rest] ->
      ascending_runs(first, second, rest, compare, [run, ..runs])
    [] -> reverse([run, ..runs])
  }
}

fn ascending_run(
  list: List(a),
  previous: a,
  run: List(a),
  compare: fn(a, a) -> Order,
) -> #(List(a), List(a)) {
  case list {
    [first, ..rest] ->
      case compare(previous, first) {
        Gt -> #([previous, ..run], list)
        Lt | Eq -> ascending_run(rest, first, [previous, ..run], compare)
      }
    [] -> #([previous, ..run], [])
  }
}

// Only strictly descending elements may be turned around, or equal ones would
// change their order.
fn descending_run(
  list: List(a),
  previous: a,
  run: List(a),
  compare: fn(a, a) -> Order,
) -> #(List(a), List(a)) {
  case list {
    [first, ..rest] ->
      case compare(previous, first) {
        Gt -> descending_run(rest, first, [previous, ..run], compare)
        Lt | Eq -> #([previous, ..run], list)
      }
    [] -> #([previous, ..run], [])
  }
}

fn merge_runs(runs: List(List(a)), compare: fn(a, a) -> Order) -> List(a) {
  case runs {
    [] -> []
    [run] -> run
    _ ->
      case merge_ascending_pairs(runs, compare, []) {
        [run] -> reverse(run)
        runs -> merge_runs(merge_descending_pairs(runs, compare, []), compare)
      }
  }
}

/// The result has its runs in reverse order, each of them descending.
fn merge_ascending_pairs(
  runs: List(List(a)),
  compare: fn(a, a) -> Order,
  merged: List(List(a)),
) -> List(List(a)) {
  case runs {
    [run] -> [reverse(run), ..merged]
    [earlier, later, ..rest] -> {
      let run = merge_ascending(earlier, later, compare, [])
      merge_ascending_pairs(rest, compare, [run, ..merged])
    }
    [] -> merged
  }
}

/// Takes what `merge_ascending_pairs` gives, and undoes its turning around.
fn merge_descending_pairs(
  runs: List(List(a)),
  compare: fn(a, a) -> Order,
  merged: List(List(a)),
) -> List(List(a)) {
  case runs {
    [run] -> [reverse(run), ..merged]
    [later, earlier, ..rest] -> {
      let run = merge_descending(earlier, later, compare, [])
      merge_descending_pairs(rest, compare, [run, ..merged])
    }
    [] -> merged
  }
}

fn merge_ascending(
  earlier: List(a),
  later: List(a),
  compare: fn(a, a) -> Order,
  merged: List(a),
) -> List(a) {
  case earlier, later {
    [], run | run, [] -> reverse_and_prepend(run, merged)
    [a, ..earlier_rest], [b, ..later_rest] ->
      case compare(a, b) {
        Lt | Eq -> merge_ascending(earlier_rest, later, compare, [a, ..merged])
        Gt -> merge_ascending(earlier, later_rest, compare, [b, ..merged])
      }
  }
}

fn merge_descending(
  earlier: List(a),
  later: List(a),
  compare: fn(a, a) -> Order,
  merged: List(a),
) -> List(a) {
  case earlier, later {
    [], run | run, [] -> reverse_and_prepend(run, merged)
    [a, ..earlier_rest], [b, ..later_rest] ->
      case compare(a, b) {
        Lt | Eq -> merge_descending(earlier, later_rest, compare, [b, ..merged])
        Gt -> merge_descending(earlier_rest, later, compare, [a, ..merged])
      }
  }
}

/// A list of the same value a number of times.
///
/// ```gleam
/// assert list.repeat("a", times: 3) == ["a", "a", "a"]
/// ```
pub fn repeat(item a: a, times times: Int) -> List(a) {
  repeat_loop(a, times, [])
}

fn repeat_loop(item: a, times: Int, repeated: List(a)) -> List(a) {
  case times <= 0 {
    True -> repeated
    False -> repeat_loop(item, times - 1, [item, ..repeated])
  }
}

/// Cuts a list in two after a number of elements.
///
/// ```gleam
/// assert list.split([1, 2, 3], at: 2) == #([1, 2], [3])
/// ```
pub fn split(list list: List(a), at index: Int) -> #(List(a), List(a)) {
  split_loop(list, index, [])
}

fn split_loop(
  list: List(a),
  index: Int,
  taken: List(a),
) -> #(List(a), List(a)) {
  case index <= 0, list {
    True, _ | _, [] -> #(reverse(taken), list)
    False, [first, ..rest] -> split_loop(rest, index - 1, [first, ..taken])
  }
}

/// Cuts a list in two before the first element for which a function is false.
///
/// ```gleam
/// assert list.split_while([2, 4, 5, 6], satisfying: int.is_even)
///   == #([2, 4], [5, 6])
/// ```
pub fn split_while(
  list list: List(a),
  satisfying predicate: fn(a) -> Bool,
) -> #(List(a), List(a)) {
  split_while_loop(list, predicate, [])
}

fn split_while_loop(
  list: List(a),
  predicate: fn(a) -> Bool,
  taken: List(a),
) -> #(List(a), List(a)) {
  case list {
    [first, ..rest] ->
      case predicate(first) {
        True -> split_while_loop(rest, predicate, [first, ..taken])
        False -> #(reverse(taken), list)
      }
    [] -> #(reverse(taken), [])
  }
}

/// Finds the value that belongs to a key in a list of pairs.
///
/// ```gleam
/// assert list.key_find([#("a", 1), #("b", 2)], find: "b") == Ok(2)
/// ```
pub fn key_find(
  in keyword_list: List(#(k, v)),
  find desired_key: k,
) -> Result(v, Nil) {
  case keyword_list {
    [] -> Error(Nil)
    [#(key, value), ..] if key == desired_key -> Ok(value)
    [_, ..rest] -> key_find(rest, desired_key)
  }
}

/// Finds all values that belong to a key in a list of pairs.
///
/// ```gleam
/// assert list.key_filter([#("a", 1), #("b", 2), #("a", 3)], find: "a") == [1, 3]
/// ```
pub fn key_filter(
  in keyword_list: List(#(k, v)),
  find desired_key: k,
) -> List(v) {
  case keyword_list {
    [#(key, value), ..rest] if key == desired_key -> [
      value,
      ..key_filter(rest, desired_key)
    ]
    [_, ..rest] -> key_filter(rest, desired_key)
    [] -> []
  }
}

/// Takes the first pair with a key out of a list of pairs: gives its value and
/// the other pairs.
///
/// ```gleam
/// assert list.key_pop([#("a", 1), #("b", 2)], "a") == Ok(#(1, [#("b", 2)]))
/// ```
pub fn key_pop(
  list: List(#(k, v)),
  key: k,
) -> Result(#(v, List(#(k, v))), Nil) {
  key_pop_loop(list, key, [])
}

fn key_pop_loop(
  list: List(#(k, v)),
  key: k,
  checked: List(#(k, v)),
) -> Result(#(v, List(#(k, v))), Nil) {
  case list {
    [] -> Error(Nil)
    [#(k, v), ..rest] if k == key -> Ok(#(v, reverse_and_prepend(checked, rest)))
    [first, ..rest] -> key_pop_loop(rest, key, [first, ..checked])
  }
}

/// Replaces the value of the first pair with a key, or adds a pair at the end.
///
/// ```gleam
/// assert list.key_set([#(1, "a")], 1, "b") == [#(1, "b")]
/// assert list.key_set([#(1, "a")], 2, "b") == [#(1, "a"), #(2, "b")]
/// ```
pub fn key_set(list: List(#(k, v)), key: k, value: v) -> List(#(k, v)) {
  case list {
    [] -> [#(key, value)]
    [#(k, _), ..rest] if k == key -> [#(key, value), ..rest]
    [first, ..rest] -> [first, ..key_set(rest, key, value)]
  }
}

/// Calls a function for every element and drops what it returns.
///
/// ```gleam
/// list.each(["Ann", "Bob"], io.println)
/// ```
pub fn each(list: List(a), f: fn(a) -> b) -> Nil {
  case list {
    [first, ..rest] -> {
      f(first)
      each(rest, f)
    }
    [] -> Nil
  }
}

/// Calls a function that can fail for every element. Stops at the first failure
/// and returns it.
///
/// ```gleam
/// assert list.try_each(["1", "x"], with: int.parse) == Error(Nil)
/// ```
pub fn try_each(
  over list: List(a),
  with fun: fn(a) -> Result(b, e),
) -> Result(Nil, e) {
  case list {
    [first, ..rest] ->
      case fun(first) {
        Ok(_) -> try_each(rest, fun)
        Error(error) -> Error(error)
      }
    [] -> Ok(Nil)
  }
}

/// Separates the elements for which a function is true from the others.
///
/// ```gleam
/// assert list.partition([1, 2, 3, 4], with: int.is_odd) == #([1, 3], [2, 4])
/// ```
pub fn partition(
  list: List(a),
  with categorise: fn(a) -> Bool,
) -> #(List(a), List(a)) {
  partition_loop(list, categorise, [], [])
}

fn partition_loop(
  list: List(a),
  categorise: fn(a) -> Bool,
  trues: List(a),
  falses: List(a),
) -> #(List(a), List(a)) {
  case list {
    [first, ..rest] ->
      case categorise(first) {
        True -> partition_loop(rest, categorise, [first, ..trues], falses)
        False -> partition_loop(rest, categorise, trues, [first, ..falses])
      }
    [] -> #(reverse(trues), reverse(falses))
  }
}

/// All orders in which the elements can stand.
///
/// ```gleam
/// assert list.permutations([1, 2]) == [[1, 2], [2, 1]]
/// ```
pub fn permutations(list: List(a)) -> List(List(a)) {
  case list {
    [] -> [[]]
    _ -> permutations_loop([], list, [])
  }
}

/// Gives every element of `after` the first place in turn, with the
/// permutations of all other elements behind it. `before` is reversed.
fn permutations_loop(
  before: List(a),
  after: List(a),
  found: List(List(a)),
) -> List(List(a)) {
  case after {
    [first, ..rest] -> {
      let others = reverse_and_prepend(before, rest)
      let found = prepend_each(permutations(others), first, found)
      permutations_loop([first, ..before], rest, found)
    }
    [] -> reverse(found)
  }
}

/// Puts an element in front of every list, and the lists, from last to first,
/// in front of `found`.
fn prepend_each(
  lists: List(List(a)),
  element: a,
  found: List(List(a)),
) -> List(List(a)) {
  fold(lists, found, fn(found, list) { [[element, ..list], ..found] })
}

/// The overlapping windows of a size, from first to last.
///
/// ```gleam
/// assert list.window([1, 2, 3, 4], by: 3) == [[1, 2, 3], [2, 3, 4]]
/// assert list.window([1, 2], by: 4) == []
/// ```
pub fn window(list: List(a), by n: Int) -> List(List(a)) {
  case n <= 0 {
    True -> []
    False -> window_loop(list, drop(list, n - 1), n)
  }
}

/// `ends` holds the last elements of the windows that are still to come.
fn window_loop(list: List(a), ends: List(a), n: Int) -> List(List(a)) {
  case list, ends {
    [], _ | _, [] -> []
    [_, ..rest], [_, ..ends] -> [take(list, n), ..window_loop(rest, ends, n)]
  }
}

/// Pairs every element with the next one.
///
/// ```gleam
/// assert list.window_by_2([1, 2, 3]) == [#(1, 2), #(2, 3)]
/// ```
pub fn window_by_2(list: List(a)) -> List(#(a, a)) {
  zip(list, drop(list, 1))
}

/// Leaves out the elements at the start for which a function is true.
///
/// ```gleam
/// assert list.drop_while([2, 4, 5, 6], satisfying: int.is_even) == [5, 6]
/// ```
pub fn drop_while(
  in list: List(a),
  satisfying predicate: fn(a) -> Bool,
) -> List(a) {
  case list {
    [first, ..rest] ->
      case predicate(first) {
        True -> drop_while(rest, predicate)
        False -> list
      }
    [] -> []
  }
}

/// Takes the elements at the start for which a function is true.
///
/// ```gleam
/// assert list.take_while([2, 4, 5, 6], satisfying: int.is_even) == [2, 4]
/// ```
pub fn take_while(
  in list: List(a),
  satisfying predicate: fn(a) -> Bool,
) -> List(a) {
  case list {
    [first, ..rest] ->
      case predicate(first) {
        True -> [first, ..take_while(rest, predicate)]
        False -> []
      }
    [] -> []
  }
}

/// Cuts a list wherever the value that a function gives for the elements
/// changes.
///
/// ```gleam
/// assert list.chunk([2, 4, 1, 3, 6], by: int.is_even) == [[2, 4], [1, 3], [6]]
/// ```
pub fn chunk(in list: List(a), by f: fn(a) -> k) -> List(List(a)) {
  case list {
    [first, ..rest] -> chunk_loop(rest, f, f(first), [first], [])
    [] -> []
  }
}

fn chunk_loop(
  list: List(a),
  f: fn(a) -> k,
  current_key: k,
  current: List(a),
  chunks: List(List(a)),
) -> List(List(a)) {
  case list {
    [first, ..rest] -> {
      let key = f(first)
      case key == current_key {
        True -> chunk_loop(rest, f, key, [first, ..current], chunks)
        False -> chunk_loop(rest, f, key, [first], [reverse(current), ..chunks])
      }
    }
    [] -> reverse([reverse(current), ..chunks])
  }
}

/// Cuts a list into pieces of a size; the last may be smaller.
///
/// ```gleam
/// assert list.sized_chunk([1, 2, 3], into: 2) == [[1, 2], [3]]
/// ```
@external(javascript, "../arrays.mjs", "sized_chunk")
pub fn sized_chunk(in list: List(a), into count: Int) -> List(List(a)) {
  sized_chunk_loop(list, int.max(count, 1))
}

fn sized_chunk_loop(list: List(a), count: Int) -> List(List(a)) {
  case list {
    [] -> []
    _ -> [take(list, count), ..sized_chunk_loop(drop(list, count), count)]
  }
}

/// Like [`fold`](#fold), starting with the first element itself; an error if
/// there is none.
///
/// ```gleam
/// assert list.reduce([1, 2, 3], with: int.add) == Ok(6)
/// assert list.reduce([], with: int.add) == Error(Nil)
/// ```
pub fn reduce(over list: List(a), with fun: fn(a, a) -> a) -> Result(a, Nil) {
  case list {
    [first, ..rest] -> Ok(fold(rest, first, fun))
    [] -> Error(Nil)
  }
}

/// Like [`fold`](#fold), but gives every intermediate value.
///
/// ```gleam
/// assert list.scan([1, 2, 3], from: 100, with: int.add) == [101, 103, 106]
/// ```
pub fn scan(
  over list: List(a),
  from initial: acc,
  with fun: fn(acc, a) -> acc,
) -> List(acc) {
  case list {
    [first, ..rest] -> {
      let acc = fun(initial, first)
      [acc, ..scan(rest, acc, fun)]
    }
    [] -> []
  }
}

/// The last element, if there is one.
///
/// ```gleam
/// assert list.last([1, 2]) == Ok(2)
/// assert list.last([]) == Error(Nil)
/// ```
pub fn last(list: List(a)) -> Result(a, Nil) {
  case list {
    [last] -> Ok(last)
    [_, ..rest] -> last(rest)
    [] -> Error(Nil)
  }
}

/// All ways to choose a number of elements, which stay in order.
///
/// ```gleam
/// assert list.combinations([1, 2, 3], by: 2) == [[1, 2], [1, 3], [2, 3]]
/// ```
pub fn combinations(items: List(a), by n: Int) -> List(List(a)) {
  case n < 0 {
    True -> []
    False -> combinations_of(items, length(items), n)
  }
}

fn combinations_of(items: List(a), count: Int, n: Int) -> List(List(a)) {
  case n {
    0 -> [[]]
    _ -> combinations_loop(items, count, n, [])
  }
}

/// Gives every item the first place in turn, with the combinations of what
/// follows it behind it. There is one way to choose all items, and knowing it
/// keeps the recursion shallow.
fn combinations_loop(
  items: List(a),
  count: Int,
  n: Int,
  found: List(List(a)),
) -> List(List(a)) {
  case items, int.compare(count, n) {
    [], _ | _, Lt -> reverse(found)
    _, Eq -> reverse([items, ..found])
    [first, ..rest], Gt -> {
      let behind = combinations_of(rest, count - 1, n - 1)
      let found = prepend_each(behind, first, found)
      combinations_loop(rest, count - 1, n, found)
    }
  }
}

/// All ways to choose two elements, which stay in order.
///
/// ```gleam
/// assert list.combination_pairs([1, 2, 3]) == [#(1, 2), #(1, 3), #(2, 3)]
/// ```
pub fn combination_pairs(items: List(a)) -> List(#(a, a)) {
  combination_pairs_loop(items, [])
}

fn combination_pairs_loop(
  items: List(a),
  found: List(#(a, a)),
) -> List(#(a, a)) {
  case items {
    [first, ..rest] -> {
      let found =
        fold(rest, found, fn(found, other) { [#(first, other), ..found] })
      combination_pairs_loop(rest, found)
    }
    [] -> reverse(found)
  }
}

/// Takes the first elements of all lists, then the second ones, and so on.
///
/// ```gleam
/// assert list.interleave([[1, 2], [101, 102]]) == [1, 101, 2, 102]
/// ```
pub fn interleave(list: List(List(a))) -> List(a) {
  list |> transpose |> flatten
}

/// Turns rows into columns. Rows may have different lengths.
///
/// ```gleam
/// assert list.transpose([[1, 2], [101, 102]]) == [[1, 101], [2, 102]]
/// ```
pub fn transpose(list_of_list: List(List(a))) -> List(List(a)) {
  transpose_loop(list_of_list, [])
}

fn transpose_loop(
  rows: List(List(a)),
  columns: List(List(a)),
) -> List(List(a)) {
  case column_and_rest(rows, [], []) {
    #([], _) -> reverse(columns)
    #(column, rows) -> transpose_loop(rows, [column, ..columns])
  }
}

/// The first elements of the rows, and the rows without them.
fn column_and_rest(
  rows: List(List(a)),
  column: List(a),
  rests: List(List(a)),
) -> #(List(a), List(List(a))) {
  case rows {
    [] -> #(reverse(column), reverse(rests))
    [[], ..rows] -> column_and_rest(rows, column, rests)
    [[first, ..rest], ..rows] ->
      column_and_rest(rows, [first, ..column], [rest, ..rests])
  }
}

/// Puts the elements in a random order.
///
/// ```gleam
/// let cards = ["king", "queen", "jack"]
/// let deck = list.shuffle(cards)
/// assert list.sort(deck, by: string.compare) == ["jack", "king", "queen"]
/// ```
pub fn shuffle(list: List(a)) -> List(a) {
  list
  |> map(fn(element) { #(float.random(), element) })
  |> sort(fn(a, b) { float.compare(a.0, b.0) })
  |> map(fn(pair) { pair.1 })
}

/// The greatest element by a comparison; the first of them if several are
/// equally great.
///
/// ```gleam
/// assert list.max([3, 14, 7], with: int.compare) == Ok(14)
/// assert list.max([], with: int.compare) == Error(Nil)
/// ```
pub fn max(
  over list: List(a),
  with compare: fn(a, a) -> Order,
) -> Result(a, Nil) {
  reduce(list, fn(greatest, other) {
    case compare(greatest, other) {
      Lt -> other
      Eq | Gt -> greatest
    }
  })
}

/// A number of elements chosen at random, in random order; all of them if there
/// are fewer.
///
/// ```gleam
/// let winners = list.sample(from: ["Ann", "Bob", "Cleo", "Dan"], up_to: 3)
/// assert list.length(winners) == 3
/// ```
pub fn sample(from list: List(a), up_to n: Int) -> List(a) {
  let #(chosen, rest) = split(list, n)
  case chosen, rest {
    [], _ -> []
    _, [] -> shuffle(chosen)
    _, _ -> {
      let places =
        index_fold(chosen, dict.new(), fn(places, element, place) {
          dict.insert(places, place, element)
        })
      sample_loop(rest, n, places, 1.0)
      |> dict.values
      |> shuffle
    }
  }
}

// Algorithm L of K.-H. Li, "Reservoir-Sampling Algorithms of Time Complexity
// O(n(1 + log(N/n)))" (1994): says how many elements to leave out until the next
// one takes the place of one that was chosen.
fn sample_loop(
  rest: List(a),
  n: Int,
  places: Dict(Int, a),
  weight: Float,
) -> Dict(Int, a) {
  let weight =
    weight *. float.exponential(random_logarithm() /. int.to_float(n))
  let skipped = case float.logarithm(1.0 -. weight) {
    Ok(logarithm) if logarithm <. 0.0 ->
      float.truncate(float.min(random_logarithm() /. logarithm, 1.0e15))
    // The weight is too small to tell it from 0, the skip too long for any list.
    Ok(_) -> 1_000_000_000_000_000
    // The weight is too near to 1 to tell it from 1.
    Error(_) -> 0
  }
  case drop(rest, skipped) {
    [] -> places
    [element, ..rest] ->
      sample_loop(rest, n, dict.insert(places, int.random(n), element), weight)
  }
}

fn random_logarithm() -> Float {
  case float.logarithm(float.random()) {
    Ok(logarithm) -> logarithm
    // The random number was 0.
    Error(_) -> random_logarithm()
  }
}
