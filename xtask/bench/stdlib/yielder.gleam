import gleam/int
import gleam/yielder

pub fn to_list() {
  fn() { yielder.range(1, 1000) |> yielder.to_list }
}

pub fn fold() {
  fn() { yielder.range(1, 1000) |> yielder.fold(0, int.add) }
}

pub fn map_filter() {
  fn() { yielder.range(1, 1000) |> yielder.map(fn(x) { x + 1 }) |> yielder.filter(int.is_even) |> yielder.run }
}

pub fn take_iterate() {
  fn() { yielder.iterate(1, fn(x) { x + 1 }) |> yielder.take(1000) |> yielder.to_list }
}

pub fn flat_map() {
  fn() { yielder.range(1, 1000) |> yielder.flat_map(fn(x) { yielder.from_list([x, x]) }) |> yielder.run }
}

pub fn zip() {
  fn() { yielder.zip(yielder.range(1, 1000), yielder.range(1, 1000)) |> yielder.run }
}

pub fn chunk() {
  fn() { yielder.range(1, 1000) |> yielder.chunk(fn(x) { x / 7 }) |> yielder.run }
}

pub fn sized_chunk() {
  fn() { yielder.range(1, 1000) |> yielder.sized_chunk(7) |> yielder.run }
}

pub fn append() {
  fn() { yielder.append(yielder.range(1, 1000), yielder.range(1, 1000)) |> yielder.run }
}

pub fn scan() {
  fn() { yielder.range(1, 1000) |> yielder.scan(0, int.add) |> yielder.run }
}

pub fn index() {
  fn() { yielder.range(1, 1000) |> yielder.index |> yielder.run }
}

pub fn length() {
  fn() { yielder.range(1, 1000) |> yielder.length }
}

pub fn last() {
  fn() { yielder.range(1, 1000) |> yielder.last }
}

pub fn at() {
  fn() { yielder.range(1, 1000) |> yielder.at(900) }
}

pub fn find() {
  fn() { yielder.range(1, 1000) |> yielder.find(fn(x) { x == 900 }) }
}

pub fn group() {
  fn() { yielder.range(1, 1000) |> yielder.group(fn(x) { x % 10 }) }
}

pub fn take_while() {
  fn() { yielder.range(1, 1000) |> yielder.take_while(fn(x) { x < 900 }) |> yielder.run }
}

pub fn interleave() {
  fn() { yielder.interleave(yielder.range(1, 1000), yielder.range(1, 1000)) |> yielder.run }
}

pub fn intersperse() {
  fn() { yielder.range(1, 1000) |> yielder.intersperse(0) |> yielder.run }
}

pub fn transform() {
  fn() { yielder.range(1, 1000) |> yielder.transform(0, fn(a, x) { yielder.Next(x, a + x) }) |> yielder.run }
}

pub fn cycle() {
  fn() { yielder.from_list([1, 2, 3]) |> yielder.cycle |> yielder.take(1000) |> yielder.run }
}

pub fn filter_map() {
  fn() { yielder.range(1, 1000) |> yielder.filter_map(Ok) |> yielder.run }
}
