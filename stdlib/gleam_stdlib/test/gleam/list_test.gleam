import gleam/dict
import gleam/float
import gleam/int
import gleam/list
import gleam/order
import gleam/string

const million = 1_000_000

/// The numbers from 1 up.
fn up_to(n: Int) -> List(Int) {
  int.range(from: n, to: 0, with: [], run: list.prepend)
}

pub fn length_test() {
  assert list.map([[]], list.length) == [0]
  assert list.length([1, 2, 3]) == 3
  assert list.length(up_to(million)) == million
}

pub fn count_test() {
  assert list.count([], where: int.is_odd) == 0
  assert list.count([1, 2, 3], where: int.is_odd) == 2
}

pub fn reverse_test() {
  assert list.reverse([]) == []
  assert list.reverse([1, 2, 3]) == [3, 2, 1]
  assert list.first(list.reverse(up_to(million))) == Ok(million)
}

pub fn is_empty_test() {
  assert list.is_empty([])
  assert !list.is_empty([Nil])
}

pub fn contains_test() {
  assert list.contains([1, 2], any: 2)
  assert !list.contains([1, 2], any: 3)
  assert list.contains([[1], [2]], any: [2])
  assert !list.contains([], any: 1)
  assert !list.contains(up_to(million), any: 0)
}

pub fn first_rest_and_last_test() {
  assert list.first([]) == Error(Nil)
  assert list.first([1, 2]) == Ok(1)
  assert list.rest([]) == Error(Nil)
  assert list.rest([1]) == Ok([])
  assert list.rest([1, 2, 3]) == Ok([2, 3])
  assert list.last([]) == Error(Nil)
  assert list.last([1, 2, 3]) == Ok(3)
  assert list.last(up_to(million)) == Ok(million)
}

pub fn group_test() {
  assert list.group([], by: int.is_odd) == dict.new()
  assert list.group([1, 2, 3, 4, 5], by: fn(x) { x % 3 })
    == dict.from_list([#(0, [3]), #(1, [4, 1]), #(2, [5, 2])])
}

pub fn filter_test() {
  assert list.filter([], keeping: int.is_odd) == []
  assert list.filter([1, 2, 3], keeping: int.is_odd) == [1, 3]
  assert list.filter([2, 4], keeping: int.is_odd) == []
}

pub fn filter_map_test() {
  assert list.filter_map(["1", "x", "3"], with: int.parse) == [1, 3]
}

pub fn map_test() {
  assert list.map([], int.negate) == []
  assert list.map([1, 2], int.negate) == [-1, -2]
}

pub fn map2_test() {
  assert list.map2([1, 2, 3], [10, 20], with: int.add) == [11, 22]
  assert list.map2([], [1], with: int.add) == []
  assert list.map2([1], [], with: int.add) == []
}

pub fn map_fold_test() {
  let step = fn(sum, x) { #(sum + x, sum * x) }
  assert list.map_fold([1, 2, 3], from: 10, with: step) == #(16, [10, 22, 39])
  assert list.map_fold([], from: 10, with: step) == #(10, [])
}

pub fn index_map_test() {
  assert list.index_map(["a", "b"], fn(x, i) { #(i, x) })
    == [#(0, "a"), #(1, "b")]
}

pub fn index_fold_test() {
  assert list.index_fold(["a", "b"], from: "", with: fn(acc, x, i) {
      acc <> x <> int.to_string(i)
    })
    == "a0b1"
}

pub fn try_functions_test() {
  assert list.try_map(["1", "2"], with: int.parse) == Ok([1, 2])
  assert list.try_map(["1", "x", "y"], with: int.parse) == Error(Nil)
  let below = fn(limit) {
    fn(sum, x) {
      case x < limit {
        True -> Ok(sum + x)
        False -> Error(x)
      }
    }
  }
  assert list.try_fold([1, 2, 3], from: 0, with: below(9)) == Ok(6)
  assert list.try_fold([1, 2, 3], from: 0, with: below(2)) == Error(2)
  assert list.try_each(["1", "2"], with: int.parse) == Ok(Nil)
  assert list.try_each(["1", "x"], with: int.parse) == Error(Nil)
}

pub fn drop_and_take_test() {
  assert list.drop([1, 2, 3], up_to: 2) == [3]
  assert list.drop([1], up_to: 2) == []
  assert list.drop([1], up_to: -1) == [1]
  assert list.take([1, 2, 3], up_to: 2) == [1, 2]
  assert list.take([1], up_to: 2) == [1]
  assert list.take([1], up_to: -1) == []
}

pub fn new_wrap_and_prepend_test() {
  assert list.new() == []
  assert list.wrap([]) == [[]]
  assert list.prepend(to: [2], this: 1) == [1, 2]
}

pub fn append_test() {
  assert list.append([], []) == []
  assert list.append([1], []) == [1]
  assert list.append([1, 2], [3, 4]) == [1, 2, 3, 4]
}

pub fn flatten_test() {
  assert list.flatten([]) == []
  assert list.flatten([[1], [], [2, 3]]) == [1, 2, 3]
}

pub fn flat_map_test() {
  assert list.flat_map([1, 10], fn(x) { [x, x + 1] }) == [1, 2, 10, 11]
}

pub fn folds_test() {
  assert list.fold([1, 2, 3], from: [], with: list.prepend) == [3, 2, 1]
  assert list.fold_right([1, 2, 3], from: [], with: list.prepend) == [1, 2, 3]
  assert list.fold_until([1, 2, 3, 4], from: 0, with: fn(sum, x) {
      case x < 3 {
        True -> list.Continue(sum + x)
        False -> list.Stop(sum)
      }
    })
    == 3
  assert list.fold_until([], from: 0, with: fn(_, _) { panic }) == 0
}

pub fn find_test() {
  assert list.find([1, 2, 4], one_that: int.is_even) == Ok(2)
  assert list.find([1, 3], one_that: int.is_even) == Error(Nil)
  assert list.find_map(["x", "2", "3"], with: int.parse) == Ok(2)
  assert list.find_map([], with: int.parse) == Error(Nil)
}

pub fn all_and_any_test() {
  assert list.all([], satisfying: int.is_even)
  assert list.all([2, 4], satisfying: int.is_even)
  assert !list.all([2, 3], satisfying: int.is_even)
  assert !list.any([], satisfying: int.is_even)
  assert list.any([1, 2], satisfying: int.is_even)
  assert !list.any([1, 3], satisfying: int.is_even)
}

pub fn zip_test() {
  assert list.zip([1, 2, 3], with: ["a", "b"]) == [#(1, "a"), #(2, "b")]
  assert list.strict_zip([1, 2], with: ["a", "b"]) == Ok([#(1, "a"), #(2, "b")])
  assert list.strict_zip([1], with: []) == Error(Nil)
  assert list.strict_zip([], with: [1]) == Error(Nil)
  assert list.unzip([#(1, "a"), #(2, "b")]) == #([1, 2], ["a", "b"])
}

pub fn intersperse_test() {
  assert list.intersperse([], with: 0) == []
  assert list.intersperse([1], with: 0) == [1]
  assert list.intersperse([1, 2, 3], with: 0) == [1, 0, 2, 0, 3]
}

pub fn unique_test() {
  assert list.unique([1, 1, 4, 1, 3, 4]) == [1, 4, 3]
  assert list.unique([[1], [2], [1]]) == [[1], [2]]
}

pub fn sort_test() {
  assert list.sort([], by: int.compare) == []
  assert list.sort([1], by: int.compare) == [1]
  assert list.sort([4, 3, 6, 5, 4, -1], by: int.compare) == [-1, 3, 4, 4, 5, 6]
  assert list.sort(["b", "", "a"], by: string.compare) == ["", "a", "b"]
}

pub fn sort_is_stable_test() {
  let by_key = fn(a: #(Int, Int), b: #(Int, Int)) { int.compare(a.0, b.0) }
  use size <- list.each([2, 3, 7, 64, 100, 1000])
  let pairs =
    up_to(size) |> list.shuffle |> list.index_map(fn(x, i) { #(x % 5, i) })
  let expected =
    list.flat_map([0, 1, 2, 3, 4], fn(key) {
      list.filter(pairs, fn(pair) { pair.0 == key })
    })
  assert list.sort(pairs, by: by_key) == expected
  assert list.sort(list.reverse(pairs), by: by_key)
    == list.flat_map([0, 1, 2, 3, 4], fn(key) {
      list.filter(list.reverse(pairs), fn(pair) { pair.0 == key })
    })
}

pub fn sort_large_test() {
  let sorted = up_to(100_000)
  assert list.sort(list.shuffle(sorted), by: int.compare) == sorted
  assert list.sort(list.reverse(sorted), by: int.compare) == sorted
  assert list.sort(sorted, by: order.reverse(int.compare))
    == list.reverse(sorted)
  let runs = list.flatten([sorted, list.reverse(sorted), sorted])
  assert list.unique(list.sort(runs, by: int.compare)) == sorted
}

pub fn repeat_test() {
  assert list.repeat("a", times: 3) == ["a", "a", "a"]
  assert list.repeat("a", times: 0) == []
  assert list.repeat("a", times: -1) == []
}

pub fn split_test() {
  assert list.split([1, 2, 3], at: 0) == #([], [1, 2, 3])
  assert list.split([1, 2, 3], at: 2) == #([1, 2], [3])
  assert list.split([1, 2, 3], at: 9) == #([1, 2, 3], [])
  assert list.split([1, 2, 3], at: -1) == #([], [1, 2, 3])
  assert list.split_while([2, 4, 5, 6], satisfying: int.is_even)
    == #([2, 4], [5, 6])
  assert list.split_while([], satisfying: int.is_even) == #([], [])
}

pub fn keys_test() {
  let pairs = [#("a", 1), #("b", 2), #("a", 3)]
  assert list.key_find(pairs, find: "a") == Ok(1)
  assert list.key_find(pairs, find: "c") == Error(Nil)
  assert list.key_filter(pairs, find: "a") == [1, 3]
  assert list.key_pop(pairs, "b") == Ok(#(2, [#("a", 1), #("a", 3)]))
  assert list.key_pop(pairs, "c") == Error(Nil)
  assert list.key_set(pairs, "a", 9) == [#("a", 9), #("b", 2), #("a", 3)]
  assert list.key_set(pairs, "c", 9) == list.append(pairs, [#("c", 9)])
}

pub fn each_test() {
  assert list.each([1, 2], fn(x) { x }) == Nil
}

pub fn partition_test() {
  assert list.partition([1, 2, 3, 4], with: int.is_odd) == #([1, 3], [2, 4])
}

pub fn permutations_test() {
  assert list.permutations([]) == [[]]
  assert list.permutations([1, 2, 3])
    == [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
  assert list.permutations(["a", "a"]) == [["a", "a"], ["a", "a"]]
  assert list.length(list.permutations(up_to(7))) == 5040
}

pub fn window_test() {
  assert list.window([1, 2, 3, 4], by: 3) == [[1, 2, 3], [2, 3, 4]]
  assert list.window([1, 2], by: 2) == [[1, 2]]
  assert list.window([1, 2], by: 3) == []
  assert list.window([1, 2], by: 0) == []
  assert list.window([1, 2], by: -1) == []
  assert list.window_by_2([1, 2, 3]) == [#(1, 2), #(2, 3)]
  assert list.window_by_2([1]) == []
}

pub fn while_test() {
  assert list.drop_while([2, 4, 5, 6], satisfying: int.is_even) == [5, 6]
  assert list.take_while([2, 4, 5, 6], satisfying: int.is_even) == [2, 4]
}

pub fn chunk_test() {
  assert list.chunk([], by: int.is_even) == []
  assert list.chunk([2, 4, 1, 3, 6], by: int.is_even) == [[2, 4], [1, 3], [6]]
  assert list.sized_chunk([], into: 2) == []
  assert list.sized_chunk([1, 2, 3, 4, 5], into: 2) == [[1, 2], [3, 4], [5]]
  assert list.sized_chunk([1, 2, 3, 4], into: 2) == [[1, 2], [3, 4]]
}

pub fn reduce_and_scan_test() {
  assert list.reduce([], with: int.add) == Error(Nil)
  assert list.reduce([1, 2, 3], with: int.subtract) == Ok(-4)
  assert list.scan([], from: 1, with: int.add) == []
  assert list.scan([1, 2, 3], from: 100, with: int.add) == [101, 103, 106]
}

pub fn combinations_test() {
  assert list.combinations([1, 2, 3], by: 0) == [[]]
  assert list.combinations([1, 2, 3], by: 2) == [[1, 2], [1, 3], [2, 3]]
  assert list.combinations([1, 2, 3], by: 3) == [[1, 2, 3]]
  assert list.combinations([1, 2, 3], by: 4) == []
  assert list.combinations([1, 2, 3], by: -1) == []
  assert list.combination_pairs([1, 2, 3]) == [#(1, 2), #(1, 3), #(2, 3)]
  assert list.combination_pairs([1]) == []
}

pub fn transpose_test() {
  assert list.transpose([]) == []
  assert list.transpose([[1, 2], [101, 102]]) == [[1, 101], [2, 102]]
  assert list.transpose([[1], [], [4, 5, 6]]) == [[1, 4], [5], [6]]
  assert list.interleave([[1, 2, 3], [101]]) == [1, 101, 2, 3]
}

pub fn shuffle_and_sample_test() {
  let numbers = up_to(100)
  let shuffled = list.shuffle(numbers)
  assert shuffled != numbers
  assert list.sort(shuffled, by: int.compare) == numbers
  let sample = list.sample(from: numbers, up_to: 10)
  assert list.length(list.unique(sample)) == 10
  assert list.all(sample, list.contains(numbers, _))
  assert list.sample(from: [1], up_to: 5) == [1]
  assert list.sample(from: [1], up_to: -5) == []
}

pub fn max_test() {
  assert list.max([], with: int.compare) == Error(Nil)
  assert list.max([3, 14, 7], with: int.compare) == Ok(14)
  assert list.max([1.0, -2.0], with: order.reverse(float.compare)) == Ok(-2.0)
}

pub fn large_lists_do_not_exhaust_the_stack_test() {
  let numbers = up_to(million)
  let ones = list.map(numbers, fn(_) { 1 })
  assert list.count(ones, fn(_) { True }) == million
  assert list.filter(ones, fn(_) { True }) == ones
  assert list.filter_map(ones, Ok) == ones
  assert list.try_map(ones, Ok) == Ok(ones)
  assert list.flat_map(ones, list.wrap) == ones
  assert list.flatten(list.sized_chunk(ones, into: 1)) == ones
  assert list.append(ones, []) == ones
  assert list.take(ones, million) == ones
  assert list.drop(ones, million) == []
  assert list.split(ones, million) == #(ones, [])
  assert list.unzip(list.zip(ones, ones)) == #(ones, ones)
  assert list.chunk(ones, fn(x) { x }) == [ones]
  assert list.transpose([ones]) == list.map(ones, list.wrap)
  assert list.transpose(list.map(ones, list.wrap)) == [ones]
  assert list.combinations(ones, million) == [ones]
  assert list.length(list.combinations(ones, 1)) == million
  assert list.length(list.window(ones, 2)) == million - 1
  assert list.length(list.intersperse(ones, 0)) == 2 * million - 1
  assert list.key_find(list.zip(numbers, ones), find: million) == Ok(1)
}
