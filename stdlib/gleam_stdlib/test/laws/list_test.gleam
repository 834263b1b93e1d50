import gleam/int
import gleam/list
import gleam/order
import gleam/result
import property.{for_all, int, list_of, numbers, pair}

fn even(n: Int) -> Bool {
  n % 2 == 0
}

pub fn reverse_and_append_test() {
  use #(a, b) <- for_all(pair(numbers(), numbers()))
  assert list.reverse(list.reverse(a)) == a
  assert list.reverse(list.append(a, b))
    == list.append(list.reverse(b), list.reverse(a))
  assert list.length(list.append(a, b)) == list.length(a) + list.length(b)
  assert list.flatten([a, b, a]) == list.append(a, list.append(b, a))
}

fn map_naive(list: List(a), f: fn(a) -> b) -> List(b) {
  case list {
    [] -> []
    [first, ..rest] -> [f(first), ..map_naive(rest, f)]
  }
}

fn filter_naive(list: List(a), keeps: fn(a) -> Bool) -> List(a) {
  case list {
    [] -> []
    [first, ..rest] ->
      case keeps(first) {
        True -> [first, ..filter_naive(rest, keeps)]
        False -> filter_naive(rest, keeps)
      }
  }
}

pub fn map_and_filter_test() {
  use numbers <- for_all(numbers())
  let double = fn(n) { n * 2 }
  assert list.map(numbers, double) == map_naive(numbers, double)
  assert list.filter(numbers, even) == filter_naive(numbers, even)
  assert list.partition(numbers, even)
    == #(filter_naive(numbers, even), filter_naive(numbers, fn(n) { !even(n) }))
  assert list.count(numbers, even) == list.length(filter_naive(numbers, even))
  assert list.filter_map(numbers, fn(n) {
      case even(n) {
        True -> Ok(n * 2)
        False -> Error(Nil)
      }
    })
    == map_naive(filter_naive(numbers, even), double)
  assert list.flat_map(numbers, fn(n) { [n, n + 1] })
    == list.flatten(map_naive(numbers, fn(n) { [n, n + 1] }))
}

pub fn folds_test() {
  use numbers <- for_all(numbers())
  let prepend = fn(list, n) { [n, ..list] }
  assert list.fold(numbers, [], prepend) == list.reverse(numbers)
  assert list.fold_right(numbers, [], prepend) == numbers
  assert list.index_fold(numbers, [], fn(list, n, i) { [#(i, n), ..list] })
    == list.reverse(list.index_map(numbers, fn(n, i) { #(i, n) }))
  assert list.scan(numbers, 0, int.add)
    == list.index_map(numbers, fn(_, i) { int.sum(list.take(numbers, i + 1)) })
}

fn is_sorted(list: List(Int)) -> Bool {
  case list {
    [a, b, ..rest] -> a <= b && is_sorted([b, ..rest])
    _ -> True
  }
}

pub fn sort_test() {
  use numbers <- for_all(list_of(int(-50, 50), up_to: 70))
  let sorted = list.sort(numbers, int.compare)
  assert is_sorted(sorted)
  assert list.length(sorted) == list.length(numbers)
  list.each(numbers, fn(n) {
    assert list.count(sorted, fn(m) { m == n })
      == list.count(numbers, fn(m) { m == n })
  })
  assert list.sort(sorted, int.compare) == sorted
  assert list.sort(numbers, fn(a, b) { order.negate(int.compare(a, b)) })
    == list.reverse(sorted)
}

pub fn sort_is_stable_test() {
  use numbers <- for_all(list_of(int(0, 5), up_to: 70))
  let entries = list.index_map(numbers, fn(n, i) { #(n, i) })
  let sorted = list.sort(entries, fn(a, b) { int.compare(a.0, b.0) })
  let by_both = fn(a: #(Int, Int), b: #(Int, Int)) {
    order.break_tie(in: int.compare(a.0, b.0), with: int.compare(a.1, b.1))
  }
  assert sorted == list.sort(list.reverse(entries), by_both)
}

pub fn take_and_drop_test() {
  use #(list, n) <- for_all(pair(numbers(), int(-3, 15)))
  assert list.append(list.take(list, n), list.drop(list, n)) == list
  assert list.split(list, n) == #(list.take(list, n), list.drop(list, n))
  assert list.length(list.take(list, n))
    == int.clamp(n, min: 0, max: list.length(list))
  let #(front, back) = list.split_while(list, even)
  assert front == list.take_while(list, even)
  assert back == list.drop_while(list, even)
  assert list.append(front, back) == list
  assert list.all(front, even)
}

pub fn chunks_test() {
  use #(list, n) <- for_all(pair(numbers(), int(1, 5)))
  assert list.flatten(list.chunk(list, even)) == list
  let chunks = list.sized_chunk(list, n)
  assert list.flatten(chunks) == list
  assert list.all(chunks, fn(c) { c != [] && list.length(c) <= n })
  let windows = list.window(list, n)
  assert list.length(windows) == int.max(0, list.length(list) - n + 1)
  assert windows
    == list.index_map(windows, fn(_, i) { list.take(list.drop(list, i), n) })
}

pub fn unique_and_group_test() {
  use numbers <- for_all(numbers())
  let unique = list.unique(numbers)
  assert list.unique(unique) == unique
  assert list.all(numbers, fn(n) { list.contains(unique, n) })
  assert list.all(unique, fn(n) { list.count(unique, fn(m) { m == n }) == 1 })
  assert list.first(unique) == list.first(numbers)
  assert list.last(numbers) == list.first(list.reverse(numbers))
}

pub fn zip_and_transpose_test() {
  use #(a, b) <- for_all(pair(numbers(), numbers()))
  let zipped = list.zip(a, b)
  assert list.length(zipped) == int.min(list.length(a), list.length(b))
  let #(left, right) = list.unzip(zipped)
  assert left == list.take(a, list.length(zipped))
  assert right == list.take(b, list.length(zipped))
  assert result.is_ok(list.strict_zip(a, b))
    == { list.length(a) == list.length(b) }
  let rows = [left, right]
  assert left == [] || list.transpose(list.transpose(rows)) == rows
  assert list.interleave(rows)
    == list.flat_map(zipped, fn(both) { [both.0, both.1] })
}

pub fn choices_test() {
  use numbers <- for_all(list_of(int(0, 9), up_to: 5))
  let length = list.length(numbers)
  assert list.length(list.permutations(numbers))
    == int.product(list.take([1, 2, 3, 4, 5], length))
  assert list.length(list.combination_pairs(numbers))
    == length * { length - 1 } / 2
  assert list.map(list.combinations(numbers, 2), fn(both) {
      let assert [a, b] = both
      #(a, b)
    })
    == list.combination_pairs(numbers)
  assert list.sort(list.shuffle(numbers), int.compare)
    == list.sort(numbers, int.compare)
}

pub fn keys_test() {
  let entry = pair(int(0, 4), int(0, 99))
  use #(entries, key) <- for_all(pair(list_of(entry, up_to: 8), int(0, 4)))
  let values = list.key_filter(entries, key)
  assert list.key_find(entries, key) == list.first(values)
  assert list.key_find(list.key_set(entries, key, -1), key) == Ok(-1)
  case list.key_pop(entries, key) {
    Error(Nil) -> {
      assert values == []
    }
    Ok(#(value, rest)) -> {
      assert [value, ..list.key_filter(rest, key)] == values
      assert list.length(rest) == list.length(entries) - 1
    }
  }
}

pub fn extremes_test() {
  use numbers <- for_all(numbers())
  let sorted = list.sort(numbers, int.compare)
  assert list.max(numbers, int.compare) == list.last(sorted)
  assert list.reduce(numbers, int.min) == list.first(sorted)
}
