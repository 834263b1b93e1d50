import gleam/dict
import gleam/int
import gleam/list
import gleam/yielder.{type Yielder, Done, Next}
import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

/// A yielder that crashes when it is asked for more than the elements of the
/// list: what is tested with it must not ask.
fn only(elements: List(a)) -> Yielder(a) {
  yielder.append(
    yielder.from_list(elements),
    yielder.once(fn() { panic as "An element too many was asked for" }),
  )
}

/// A yielder that crashes when it is asked for anything.
fn untouched() -> Yielder(a) {
  only([])
}

fn one_to(n: Int) -> Yielder(Int) {
  yielder.range(1, n)
}

// Making yielders

pub fn unfold_test() {
  let countdown =
    yielder.unfold(3, fn(n) {
      case n {
        0 -> Done
        _ -> Next(element: n, accumulator: n - 1)
      }
    })
  assert yielder.to_list(countdown) == [3, 2, 1]
  // It can be run again.
  assert yielder.to_list(countdown) == [3, 2, 1]
}

pub fn yield_test() {
  let yielder = {
    use <- yielder.yield(1)
    use <- yielder.yield(2)
    yielder.from_list([3, 4])
  }
  assert yielder.to_list(yielder) == [1, 2, 3, 4]
  let lazy = {
    use <- yielder.yield(1)
    untouched()
  }
  assert yielder.first(lazy) == Ok(1)
}

pub fn small_yielders_test() {
  assert yielder.to_list(yielder.empty()) == []
  assert yielder.to_list(yielder.single(1)) == [1]
  assert yielder.to_list(yielder.once(fn() { 1 })) == [1]
}

pub fn from_list_test() {
  assert yielder.to_list(yielder.from_list([])) == []
  assert yielder.to_list(yielder.from_list([1, 2, 3])) == [1, 2, 3]
}

pub fn range_test() {
  assert yielder.to_list(yielder.range(1, 3)) == [1, 2, 3]
  assert yielder.to_list(yielder.range(1, -1)) == [1, 0, -1]
  assert yielder.to_list(yielder.range(5, 5)) == [5]
}

pub fn endless_yielders_test() {
  let three = fn(yielder) { yielder |> yielder.take(3) |> yielder.to_list }
  assert three(yielder.repeat(1)) == [1, 1, 1]
  assert three(yielder.repeatedly(fn() { 2 })) == [2, 2, 2]
  assert three(yielder.iterate(1, fn(n) { n * 3 })) == [1, 3, 9]
  assert three(yielder.cycle(one_to(2))) == [1, 2, 1]
}

// Running yielders

pub fn step_test() {
  let assert Next(1, rest) = yielder.step(one_to(2))
  let assert Next(2, rest) = yielder.step(rest)
  let assert Done = yielder.step(rest)
}

pub fn run_test() {
  assert yielder.run(one_to(3)) == Nil
  assert yielder.each(one_to(3), int.to_string) == Nil
}

pub fn fold_test() {
  assert yielder.fold(one_to(3), "", fn(acc, n) { acc <> int.to_string(n) })
    == "123"
  assert yielder.fold(one_to(200_000), 0, int.add) == 20_000_100_000
}

pub fn fold_until_test() {
  let add = fn(sum, n) {
    case n < 3 {
      True -> list.Continue(sum + n)
      False -> list.Stop(sum)
    }
  }
  assert yielder.fold_until(only([1, 2, 3]), 0, add) == 3
  assert yielder.fold_until(one_to(2), 0, add) == 3
}

pub fn try_fold_test() {
  let add = fn(sum, n) {
    case n < 3 {
      True -> Ok(sum + n)
      False -> Error(n)
    }
  }
  assert yielder.try_fold(only([1, 2, 3]), 0, add) == Error(3)
  assert yielder.try_fold(one_to(2), 0, add) == Ok(3)
}

pub fn reduce_test() {
  assert yielder.reduce(one_to(4), int.subtract) == Ok(-8)
  assert yielder.reduce(yielder.empty(), int.add) == Error(Nil)
}

pub fn length_test() {
  assert yielder.length(yielder.empty()) == 0
  assert yielder.length(one_to(7)) == 7
}

pub fn ends_test() {
  assert yielder.first(only([1])) == Ok(1)
  assert yielder.first(yielder.empty()) == Error(Nil)
  assert yielder.last(one_to(3)) == Ok(3)
  assert yielder.last(yielder.empty()) == Error(Nil)
}

pub fn at_test() {
  assert yielder.at(only([1, 2, 3]), 2) == Ok(3)
  assert yielder.at(one_to(3), 3) == Error(Nil)
  assert yielder.at(untouched(), -1) == Error(Nil)
}

pub fn any_test() {
  assert yielder.any(only([1, 2]), int.is_even)
  assert !yielder.any(yielder.from_list([1, 3]), int.is_even)
  assert !yielder.any(yielder.empty(), int.is_even)
}

pub fn all_test() {
  assert !yielder.all(only([2, 1]), int.is_even)
  assert yielder.all(yielder.from_list([2, 4]), int.is_even)
  assert yielder.all(yielder.empty(), int.is_even)
}

pub fn find_test() {
  assert yielder.find(only([1, 2]), int.is_even) == Ok(2)
  assert yielder.find(yielder.from_list([1]), int.is_even) == Error(Nil)
  assert yielder.find_map(only(["a", "1"]), int.parse) == Ok(1)
  assert yielder.find_map(yielder.from_list(["a"]), int.parse) == Error(Nil)
}

pub fn group_test() {
  assert yielder.group(one_to(5), by: int.is_even)
    == dict.from_list([#(True, [2, 4]), #(False, [1, 3, 5])])
}

// Choosing elements

pub fn take_test() {
  assert yielder.to_list(yielder.take(only([1, 2]), 2)) == [1, 2]
  assert yielder.to_list(yielder.take(one_to(2), 5)) == [1, 2]
  assert yielder.to_list(yielder.take(untouched(), 0)) == []
  assert yielder.to_list(yielder.take(untouched(), -1)) == []
}

pub fn drop_test() {
  assert yielder.to_list(yielder.drop(one_to(4), 2)) == [3, 4]
  assert yielder.to_list(yielder.drop(one_to(2), 5)) == []
  assert yielder.to_list(yielder.drop(one_to(2), 0)) == [1, 2]
  assert yielder.to_list(yielder.drop(one_to(2), -1)) == [1, 2]
}

pub fn while_test() {
  let small = fn(n) { n < 3 }
  assert yielder.to_list(yielder.take_while(only([1, 3]), small)) == [1]
  let list = yielder.from_list([1, 3, 2])
  assert yielder.to_list(yielder.drop_while(list, small)) == [3, 2]
  assert yielder.to_list(yielder.drop_while(one_to(2), small)) == []
}

pub fn filter_test() {
  assert yielder.to_list(yielder.filter(one_to(5), int.is_even)) == [2, 4]
  let list = yielder.from_list(["1", "a", "2"])
  assert yielder.to_list(yielder.filter_map(list, int.parse)) == [1, 2]
}

// Changing elements

pub fn map_test() {
  assert yielder.to_list(yielder.map(one_to(3), fn(n) { n * 2 })) == [2, 4, 6]
  assert yielder.to_list(yielder.map2(one_to(2), one_to(3), int.add)) == [2, 4]
  assert yielder.to_list(yielder.map2(one_to(3), one_to(2), int.add)) == [2, 4]
}

pub fn zip_test() {
  let letters = yielder.from_list(["a", "b"])
  assert yielder.to_list(yielder.zip(letters, one_to(3)))
    == [#("a", 1), #("b", 2)]
  assert yielder.to_list(yielder.index(letters)) == [#("a", 0), #("b", 1)]
}

pub fn transform_test() {
  let sums =
    yielder.transform(only([1, 2, 3]), 0, fn(sum, n) {
      case n {
        3 -> Done
        _ -> Next(sum + n, sum + n)
      }
    })
  assert yielder.to_list(sums) == [1, 3]
}

pub fn scan_test() {
  assert yielder.to_list(yielder.scan(one_to(3), 10, int.add)) == [11, 13, 16]
}

// Putting yielders together

pub fn append_test() {
  assert yielder.to_list(yielder.append(one_to(2), one_to(1))) == [1, 2, 1]
  assert yielder.to_list(yielder.prepend(one_to(2), 0)) == [0, 1, 2]
}

pub fn flatten_test() {
  let lists = [[], [1], [], [2, 3], []]
  let yielders = list.map(lists, yielder.from_list)
  assert yielder.to_list(yielder.concat(yielders)) == [1, 2, 3]
  assert yielder.to_list(yielder.flatten(yielder.from_list(yielders)))
    == [1, 2, 3]
  assert yielder.to_list(yielder.flat_map(one_to(3), one_to))
    == [1, 1, 2, 1, 2, 3]
}

pub fn many_empty_yielders_test() {
  let empties = yielder.take(yielder.repeat(yielder.empty()), 100_000)
  assert yielder.to_list(yielder.flatten(empties)) == []
}

pub fn cycle_of_nothing_test() {
  assert yielder.to_list(yielder.cycle(yielder.empty())) == []
}

pub fn interleave_test() {
  let letters = yielder.from_list(["a", "b", "c"])
  let digits = yielder.from_list(["1"])
  assert yielder.to_list(yielder.interleave(letters, digits))
    == ["a", "1", "b", "c"]
  assert yielder.to_list(yielder.interleave(digits, letters))
    == ["1", "a", "b", "c"]
}

pub fn intersperse_test() {
  assert yielder.to_list(yielder.intersperse(one_to(3), 0)) == [1, 0, 2, 0, 3]
  assert yielder.to_list(yielder.intersperse(one_to(1), 0)) == [1]
  assert yielder.to_list(yielder.intersperse(yielder.empty(), 0)) == []
}

pub fn chunk_test() {
  let list = yielder.from_list([1, 3, 2, 4, 5])
  assert yielder.to_list(yielder.chunk(list, int.is_even))
    == [[1, 3], [2, 4], [5]]
  assert yielder.to_list(yielder.chunk(yielder.empty(), int.is_even)) == []
}

pub fn sized_chunk_test() {
  assert yielder.to_list(yielder.sized_chunk(one_to(5), 2))
    == [[1, 2], [3, 4], [5]]
  assert yielder.to_list(yielder.sized_chunk(one_to(4), 2)) == [[1, 2], [3, 4]]
  assert yielder.to_list(yielder.sized_chunk(yielder.empty(), 2)) == []
}
