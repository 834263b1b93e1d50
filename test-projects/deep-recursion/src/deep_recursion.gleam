//! Idioms of recursion, each a million deep; see README.md.

import deep/callbacks
import deep/frames
import deep/helpers.{More, Stop}
import deep/lists
import deep/loops
import gleam/int
import gleam/io
import gleam/option.{None, Some}
import gleam/string

const depth = 1_000_000

pub fn main() -> Nil {
  loops()
  lists()
  callbacks()
  frames()
}

fn loops() -> Nil {
  let numbers = lists.range(1, depth)
  show("counting loop", loops.count(depth))
  show("accumulator", loops.sum(depth, 0))
  show_bool("even and odd", loops.is_even(depth))
  let #(light, seen) = loops.red(depth, 0)
  io.println("state machine: " <> string.inspect(light) <> " " <> int.to_string(seen))
  show_bool("all, by &&", loops.all_below(numbers, depth + 1))
  show_bool("any, by ||", loops.any_above(numbers, depth))
  show("nested cases and guards", loops.collatz_steps(depth, 27, 0))
  show("pipeline", loops.piped(depth, 1))
  show("closures of rounds", loops.apply(loops.adders(depth, []), 1))
  io.println("swapped arguments: " <> loops.swap(depth + 1, "a", "b"))
  show("string", loops.letters(string.repeat("abc", depth / 2), 0))
  let bits = string.repeat("bytes", depth / 5)
  show("bit array", loops.bytes(<<bits:utf8>>, 7))
}

fn lists() -> Nil {
  let numbers = lists.range(1, depth)
  show_list("range", numbers)
  show_list("map", lists.map(numbers, fn(n) { n % 10 }))
  show_list("filter", lists.filter(numbers, int.is_even))
  let odd = fn(n) {
    case n % 2 {
      1 -> Ok(n * 3 % 1000)
      _ -> Error(Nil)
    }
  }
  show_list("filter_map", lists.filter_map(numbers, odd))
  show_list("append", lists.append(numbers, [7]))
  let sums = lists.map(lists.zip(numbers, numbers), fn(pair) { pair.0 + pair.1 })
  show_list("zip", sums)
  show_list("flatten", lists.flatten([numbers, [], [1], numbers]))
  show_list("interleave", lists.interleave(numbers, numbers))
  show_list("take_while", lists.take_while(numbers, fn(n) { n != depth }))
  show_list("let before the list", lists.doubled(numbers))
  show_list("pipelines in the list", lists.squares(numbers))
  let tokens = lists.tokens(string.repeat("12 + let x", depth / 4))
  let values = lists.map(tokens, fn(token) {
    case token {
      lists.Number(n) -> n
      lists.Plus -> 1
      lists.Word(word) -> string.length(word)
    }
  })
  show_list("tokenizer", values)
}

fn callbacks() -> Nil {
  show_result("use and result.try", callbacks.try_sum(depth, 0))
  show_result("result.try in a pipeline", callbacks.try_sum_piped(depth, 0))
  show_list("use and bool.guard", callbacks.countdown(depth))
  case callbacks.option_sum(depth, 0) {
    Some(total) -> show("use and option.then", total)
    None -> io.println("none")
  }
  show_result("result.lazy_or", callbacks.first_ok(depth))
  case callbacks.steps(depth, 0) {
    More(total) -> show("a helper of another module", total)
    Stop(reason) -> io.println(reason)
  }
  case callbacks.ping(depth, []) {
    Ok(made) -> show_list("helpers and two functions", made)
    Error(reason) -> io.println(reason)
  }
}

fn frames() -> Nil {
  let numbers = lists.range(1, depth)
  show("1 + length", frames.length(numbers))
  let sum = frames.fold_right(numbers, 7, fn(n, sum) { { sum * 3 + n } % 65_521 })
  show("fold from the right", sum)
  let #(even, odd) = frames.partition(numbers)
  show_list("two lists: even", even)
  show_list("two lists: odd", odd)
  case frames.try_map(numbers, fn(n) { Ok(n % 9) }) {
    Ok(digits) -> show_list("result.try and result.map", digits)
    Error(reason) -> io.println(reason)
  }
  let small = fn(n) {
    case n < depth {
      True -> Ok(n)
      False -> Error("the last is too large")
    }
  }
  case frames.try_map(numbers, small) {
    Ok(_) -> io.println("all are small")
    Error(reason) -> io.println(reason)
  }
  show("records", frames.chain_sum(frames.chain(depth)))
  show_list("pipeline behind the call", frames.reversed(numbers))
  show("two places", frames.digits(depth))
}

fn show(what: String, value: Int) -> Nil {
  io.println(what <> ": " <> int.to_string(value))
}

fn show_bool(what: String, value: Bool) -> Nil {
  io.println(what <> ": " <> string.inspect(value))
}

fn show_result(what: String, value: Result(Int, String)) -> Nil {
  case value {
    Ok(value) -> show(what, value)
    Error(reason) -> io.println(what <> ": " <> reason)
  }
}

/// Length and checksum.
fn show_list(what: String, list: List(Int)) -> Nil {
  let #(length, sum) = checksum(list, 0, 0)
  io.println(what <> ": " <> int.to_string(length) <> " items, " <> int.to_string(sum))
}

fn checksum(list: List(Int), length: Int, sum: Int) -> #(Int, Int) {
  case list {
    [] -> #(length, sum)
    [first, ..rest] ->
      checksum(rest, length + 1, { sum * 31 + first } % 1_000_003)
  }
}
