//// A yielder does what the same function of lists does, and not more of it
//// than is asked for.

import gleam/int
import gleam/list
import gleam/yielder.{type Yielder}

const lists = [[], [1], [2, 1], [1, 1, 2], [5, 4, 3, 2, 1], [0, -1, 7, 7, 8, 2]]

fn each_list(law: fn(List(Int)) -> Nil) -> Nil {
  list.each(lists, law)
}

/// Fails when it is asked for more than the list has.
fn exactly(items: List(a)) -> Yielder(a) {
  yielder.append(
    yielder.from_list(items),
    yielder.once(fn() { panic as "more was asked for" }),
  )
}

pub fn to_list_is_the_inverse_of_from_list_test() {
  use items <- each_list
  assert yielder.to_list(yielder.from_list(items)) == items
  assert yielder.length(yielder.from_list(items)) == list.length(items)
}

pub fn functions_of_lists_test() {
  use items <- each_list
  let it = yielder.from_list(items)
  let double = fn(n) { n * 2 }
  assert it |> yielder.map(double) |> yielder.to_list == list.map(items, double)
  assert it |> yielder.filter(int.is_even) |> yielder.to_list
    == list.filter(items, int.is_even)
  assert it |> yielder.fold(from: [], with: list.prepend) == list.reverse(items)
  assert it |> yielder.reduce(int.subtract) == list.reduce(items, int.subtract)
  assert yielder.first(it) == list.first(items)
  assert yielder.last(it) == list.last(items)
  assert yielder.any(it, int.is_even) == list.any(items, int.is_even)
  assert yielder.all(it, int.is_even) == list.all(items, int.is_even)
  assert yielder.find(it, int.is_even) == list.find(items, int.is_even)
  assert it |> yielder.intersperse(0) |> yielder.to_list
    == list.intersperse(items, 0)
  assert it |> yielder.scan(from: 0, with: int.add) |> yielder.to_list
    == list.scan(items, 0, int.add)
  assert it |> yielder.chunk(by: int.is_even) |> yielder.to_list
    == list.chunk(items, int.is_even)
  assert it |> yielder.sized_chunk(into: 2) |> yielder.to_list
    == list.sized_chunk(items, 2)
  assert it |> yielder.index |> yielder.to_list
    == list.index_map(items, fn(item, index) { #(item, index) })
}

pub fn take_and_drop_are_the_parts_test() {
  use items <- each_list
  let it = yielder.from_list(items)
  use n <- list.each([-1, 0, 1, 2, 5, 100])
  let taken = yielder.to_list(yielder.take(it, n))
  let dropped = yielder.to_list(yielder.drop(it, n))
  assert list.append(taken, dropped) == items
  assert taken == list.take(items, n)
  let before = yielder.to_list(yielder.take_while(it, fn(item) { item > n }))
  let after = yielder.to_list(yielder.drop_while(it, fn(item) { item > n }))
  assert list.append(before, after) == items
  let found = case list.drop(items, n) {
    [item, ..] if n >= 0 -> Ok(item)
    _ -> Error(Nil)
  }
  assert n < 0 || yielder.at(it, n) == found
}

pub fn several_yielders_test() {
  use a <- each_list
  use b <- each_list
  let first = yielder.from_list(a)
  let second = yielder.from_list(b)
  assert yielder.to_list(yielder.append(first, second)) == list.append(a, b)
  assert yielder.to_list(yielder.zip(first, second)) == list.zip(a, b)
  assert yielder.to_list(yielder.concat([first, second, first]))
    == list.flatten([a, b, a])
  assert yielder.to_list(yielder.flatten(yielder.from_list([first, second])))
    == list.append(a, b)
  let both = yielder.to_list(yielder.interleave(first, second))
  assert list.sort(both, int.compare)
    == list.sort(list.append(a, b), int.compare)
}

pub fn only_what_is_needed_is_made_test() {
  let items = exactly([1, 2, 3])
  assert yielder.to_list(yielder.take(items, 3)) == [1, 2, 3]
  assert yielder.first(items) == Ok(1)
  assert yielder.at(items, 2) == Ok(3)
  assert yielder.any(items, fn(item) { item == 3 })
  assert !yielder.all(items, fn(item) { item < 3 })
  assert yielder.find(items, fn(item) { item > 2 }) == Ok(3)
  let doubled = yielder.map(items, fn(item) { item * 2 })
  assert yielder.to_list(yielder.take(doubled, 3)) == [2, 4, 6]
  let zipped = yielder.zip(yielder.from_list(["a", "b", "c"]), items)
  assert yielder.to_list(yielder.take(zipped, 3))
    == [#("a", 1), #("b", 2), #("c", 3)]
}

pub fn without_an_end_test() {
  let naturals = yielder.iterate(0, fn(n) { n + 1 })
  assert naturals |> yielder.drop(100_000) |> yielder.first == Ok(100_000)
  assert naturals
    |> yielder.filter(fn(n) { n % 1000 == 999 })
    |> yielder.take(2)
    |> yielder.to_list
    == [999, 1999]
  use items <- each_list
  let cycled = yielder.take(yielder.cycle(yielder.from_list(items)), 7)
  assert items == [] || yielder.length(cycled) == 7
}
