import support/data
import gleam/int
import gleam/list
import gleam/string

pub fn map_10() {
  let list = data.ints(10)
  fn() { list.map(list, fn(x) { x + 1 }) }
}

pub fn fold_10() {
  let list = data.ints(10)
  fn() { list.fold(list, 0, fn(a, x) { a + x }) }
}

pub fn filter_10() {
  let list = data.ints(10)
  fn() { list.filter(list, int.is_even) }
}

pub fn reverse_10() {
  let list = data.ints(10)
  fn() { list.reverse(list) }
}

pub fn sort_mixed_10() {
  let list = data.mixed(10)
  fn() { list.sort(list, int.compare) }
}

pub fn sort_sorted_10() {
  let list = data.ints(10)
  fn() { list.sort(list, int.compare) }
}

pub fn map_1000() {
  let list = data.ints(1000)
  fn() { list.map(list, fn(x) { x + 1 }) }
}

pub fn fold_1000() {
  let list = data.ints(1000)
  fn() { list.fold(list, 0, fn(a, x) { a + x }) }
}

pub fn filter_1000() {
  let list = data.ints(1000)
  fn() { list.filter(list, int.is_even) }
}

pub fn reverse_1000() {
  let list = data.ints(1000)
  fn() { list.reverse(list) }
}

pub fn sort_mixed_1000() {
  let list = data.mixed(1000)
  fn() { list.sort(list, int.compare) }
}

pub fn sort_sorted_1000() {
  let list = data.ints(1000)
  fn() { list.sort(list, int.compare) }
}

pub fn map_100000() {
  let list = data.ints(100000)
  fn() { list.map(list, fn(x) { x + 1 }) }
}

pub fn fold_100000() {
  let list = data.ints(100000)
  fn() { list.fold(list, 0, fn(a, x) { a + x }) }
}

pub fn filter_100000() {
  let list = data.ints(100000)
  fn() { list.filter(list, int.is_even) }
}

pub fn reverse_100000() {
  let list = data.ints(100000)
  fn() { list.reverse(list) }
}

pub fn sort_mixed_100000() {
  let list = data.mixed(100000)
  fn() { list.sort(list, int.compare) }
}

pub fn sort_sorted_100000() {
  let list = data.ints(100000)
  fn() { list.sort(list, int.compare) }
}

pub fn sort_descending() {
  let list = list.reverse(data.ints(1000))
  fn() { list.sort(list, int.compare) }
}

pub fn sort_strings() {
  let list = data.words(1000)
  fn() { list.sort(list, string.compare) }
}

pub fn length() {
  let list = data.ints(1000)
  fn() { list.length(list) }
}

pub fn count() {
  let list = data.ints(1000)
  fn() { list.count(list, int.is_even) }
}

pub fn contains() {
  let list = data.ints(1000)
  fn() { list.contains(list, 999) }
}

pub fn group() {
  let list = data.ints(1000)
  fn() { list.group(list, fn(x) { x % 10 }) }
}

pub fn filter_map() {
  let list = data.ints(1000)
  fn() { list.filter_map(list, fn(x) { case int.is_even(x) { True -> Ok(x) False -> Error(Nil) } }) }
}

pub fn map2() {
  let list = data.ints(1000)
  fn() { list.map2(list, list, int.add) }
}

pub fn map_fold() {
  let list = data.ints(1000)
  fn() { list.map_fold(list, 0, fn(a, x) { #(a + x, x) }) }
}

pub fn index_map() {
  let list = data.ints(1000)
  fn() { list.index_map(list, int.add) }
}

pub fn try_map() {
  let list = data.ints(1000)
  fn() { list.try_map(list, Ok) }
}

pub fn drop() {
  let list = data.ints(1000)
  fn() { list.drop(list, 900) }
}

pub fn take() {
  let list = data.ints(1000)
  fn() { list.take(list, 900) }
}

pub fn append() {
  let list = data.ints(1000)
  fn() { list.append(list, list) }
}

pub fn flatten() {
  let list = data.ints(1000)
  fn() { list.flatten([list, list, list]) }
}

pub fn flat_map() {
  let list = data.ints(1000)
  fn() { list.flat_map(list, fn(x) { [x, x] }) }
}

pub fn fold_right() {
  let list = data.ints(1000)
  fn() { list.fold_right(list, 0, int.add) }
}

pub fn index_fold() {
  let list = data.ints(1000)
  fn() { list.index_fold(list, 0, fn(a, x, i) { a + x * i }) }
}

pub fn try_fold() {
  let list = data.ints(1000)
  fn() { list.try_fold(list, 0, fn(a, x) { Ok(a + x) }) }
}

pub fn fold_until() {
  let list = data.ints(1000)
  fn() { list.fold_until(list, 0, fn(a, x) { list.Continue(a + x) }) }
}

pub fn find() {
  let list = data.ints(1000)
  fn() { list.find(list, fn(x) { x == 999 }) }
}

pub fn find_map() {
  let list = data.ints(1000)
  fn() { list.find_map(list, fn(x) { case x { 999 -> Ok(x) _ -> Error(Nil) } }) }
}

pub fn all() {
  let list = data.ints(1000)
  fn() { list.all(list, fn(x) { x > 0 }) }
}

pub fn any() {
  let list = data.ints(1000)
  fn() { list.any(list, fn(x) { x < 0 }) }
}

pub fn zip() {
  let list = data.ints(1000)
  fn() { list.zip(list, list) }
}

pub fn strict_zip() {
  let list = data.ints(1000)
  fn() { list.strict_zip(list, list) }
}

pub fn intersperse() {
  let list = data.ints(1000)
  fn() { list.intersperse(list, 0) }
}

pub fn unique() {
  let list = data.ints(1000)
  fn() { list.unique(list) }
}

pub fn repeat() {
  fn() { list.repeat(0, 1000) }
}

pub fn split() {
  let list = data.ints(1000)
  fn() { list.split(list, 500) }
}

pub fn split_while() {
  let list = data.ints(1000)
  fn() { list.split_while(list, fn(x) { x < 500 }) }
}

pub fn each() {
  let list = data.ints(1000)
  fn() { list.each(list, fn(x) { x }) }
}

pub fn try_each() {
  let list = data.ints(1000)
  fn() { list.try_each(list, fn(_) { Ok(Nil) }) }
}

pub fn partition() {
  let list = data.ints(1000)
  fn() { list.partition(list, int.is_even) }
}

pub fn permutations() {
  fn() { list.permutations([1, 2, 3, 4, 5, 6]) }
}

pub fn window() {
  let list = data.ints(1000)
  fn() { list.window(list, 5) }
}

pub fn window_by_2() {
  let list = data.ints(1000)
  fn() { list.window_by_2(list) }
}

pub fn drop_while() {
  let list = data.ints(1000)
  fn() { list.drop_while(list, fn(x) { x < 900 }) }
}

pub fn take_while() {
  let list = data.ints(1000)
  fn() { list.take_while(list, fn(x) { x < 900 }) }
}

pub fn chunk() {
  let list = data.ints(1000)
  fn() { list.chunk(list, fn(x) { x / 7 }) }
}

pub fn sized_chunk() {
  let list = data.ints(1000)
  fn() { list.sized_chunk(list, 7) }
}

pub fn reduce() {
  let list = data.ints(1000)
  fn() { list.reduce(list, int.add) }
}

pub fn scan() {
  let list = data.ints(1000)
  fn() { list.scan(list, 0, int.add) }
}

pub fn last() {
  let list = data.ints(1000)
  fn() { list.last(list) }
}

pub fn combinations() {
  fn() { list.combinations([1, 2, 3, 4, 5, 6, 7, 8], 4) }
}

pub fn combination_pairs() {
  fn() { list.combination_pairs([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) }
}

pub fn shuffle() {
  let list = data.ints(1000)
  fn() { list.shuffle(list) }
}

pub fn max() {
  let list = data.ints(1000)
  fn() { list.max(list, int.compare) }
}

pub fn sample() {
  let list = data.ints(1000)
  fn() { list.sample(list, 10) }
}

pub fn unzip() {
  let list = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  fn() { list.unzip(list) }
}

pub fn key_find() {
  let list = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  fn() { list.key_find(list, 900) }
}

pub fn key_filter() {
  let list = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  fn() { list.key_filter(list, 900) }
}

pub fn key_pop() {
  let list = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  fn() { list.key_pop(list, 900) }
}

pub fn key_set() {
  let list = data.ints(1000) |> list.map(fn(x) { #(x, x) })
  fn() { list.key_set(list, 900, 0) }
}

pub fn transpose() {
  let rows = data.ints(100) |> list.map(fn(_) { data.ints(20) })
  fn() { list.transpose(rows) }
}

pub fn interleave() {
  let rows = data.ints(100) |> list.map(fn(_) { data.ints(20) })
  fn() { list.interleave(rows) }
}
