//// Which items of a list have to be moved, so that as few as possible are.

import gleam/dict.{type Dict}
import gleam/list
import gleam/set.{type Set}

/// The members of a longest increasing subsequence of a list of distinct
/// numbers, by patience sorting (Fredman 1975).
pub fn longest_increasing(numbers: List(Int)) -> Set(Int) {
  let tails = list.fold(numbers, dict.new(), place)
  case dict.get(tails, dict.size(tails)) {
    Ok(longest) -> set.from_list(longest)
    Error(Nil) -> set.new()
  }
}

/// Whether every number is greater than the one before it.
pub fn is_increasing(numbers: List(Int)) -> Bool {
  case numbers {
    [a, b, ..] if a >= b -> False
    [_, ..rest] -> is_increasing(rest)
    [] -> True
  }
}

/// `tails` has, by length, the sequence of that length with the least end. The
/// sequences are written backwards and share their beginnings.
fn place(tails: Dict(Int, List(Int)), number: Int) -> Dict(Int, List(Int)) {
  let length = shortest_not_below(tails, number, 1, dict.size(tails) + 1)
  let sequence = case dict.get(tails, length - 1) {
    Ok(shorter) -> [number, ..shorter]
    Error(Nil) -> [number]
  }
  dict.insert(tails, length, sequence)
}

fn shortest_not_below(
  tails: Dict(Int, List(Int)),
  number: Int,
  low: Int,
  high: Int,
) -> Int {
  case low < high {
    False -> low
    True -> {
      let middle = { low + high } / 2
      case dict.get(tails, middle) {
        Ok([end, ..]) if end < number ->
          shortest_not_below(tails, number, middle + 1, high)
        _ -> shortest_not_below(tails, number, low, middle)
      }
    }
  }
}
