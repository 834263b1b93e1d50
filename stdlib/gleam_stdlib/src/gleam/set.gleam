//// Sets: collections in which no value occurs twice.
////
//// Members may be of any type and are compared with `==`. Their order is not
//// defined.

import gleam/dict.{type Dict}
import gleam/list

/// A set of members.
pub opaque type Set(member) {
  Set(dict: Dict(member, Nil))
}

/// The set without members.
///
/// ```gleam
/// assert set.size(set.new()) == 0
/// ```
pub fn new() -> Set(member) {
  Set(dict.new())
}

/// The number of members.
///
/// ```gleam
/// assert set.size(set.from_list([1, 2, 2])) == 2
/// ```
pub fn size(set: Set(member)) -> Int {
  dict.size(set.dict)
}

/// Whether there are no members.
///
/// ```gleam
/// assert set.is_empty(set.new())
/// ```
pub fn is_empty(set: Set(member)) -> Bool {
  dict.is_empty(set.dict)
}

/// Adds a member.
///
/// ```gleam
/// assert set.new() |> set.insert(1) |> set.insert(1) |> set.size == 1
/// ```
pub fn insert(into set: Set(member), this member: member) -> Set(member) {
  Set(dict.insert(set.dict, member, Nil))
}

/// Whether a value is a member.
///
/// ```gleam
/// assert set.from_list([1, 2]) |> set.contains(1)
/// ```
pub fn contains(in set: Set(member), this member: member) -> Bool {
  dict.has_key(set.dict, member)
}

/// Removes a member, if it is one.
///
/// ```gleam
/// assert set.from_list([1, 2]) |> set.delete(1) == set.from_list([2])
/// ```
pub fn delete(from set: Set(member), this member: member) -> Set(member) {
  Set(dict.delete(set.dict, member))
}

/// The members, in no particular order.
///
/// ```gleam
/// assert set.to_list(set.from_list([2])) == [2]
/// ```
pub fn to_list(set: Set(member)) -> List(member) {
  dict.keys(set.dict)
}

/// Makes a set of the elements of a list.
///
/// ```gleam
/// assert set.from_list([1, 1, 2]) == set.from_list([2, 1])
/// ```
pub fn from_list(members: List(member)) -> Set(member) {
  members
  |> list.map(fn(member) { #(member, Nil) })
  |> dict.from_list
  |> Set
}

/// Combines all members into one value, in no particular order: the function
/// gets the value so far and a member, and gives the next value.
///
/// ```gleam
/// assert set.from_list([1, 3, 9]) |> set.fold(from: 0, with: int.add) == 13
/// ```
pub fn fold(
  over set: Set(member),
  from initial: acc,
  with reducer: fn(acc, member) -> acc,
) -> acc {
  dict.fold(set.dict, initial, fn(acc, member, _) { reducer(acc, member) })
}

/// The members for which a function is true.
///
/// ```gleam
/// assert set.from_list([1, 4, 6]) |> set.filter(keeping: int.is_even)
///   == set.from_list([4, 6])
/// ```
pub fn filter(
  in set: Set(member),
  keeping predicate: fn(member) -> Bool,
) -> Set(member) {
  Set(dict.filter(set.dict, fn(member, _) { predicate(member) }))
}

/// Applies a function to every member. The set may become smaller.
///
/// ```gleam
/// assert set.from_list([1, 2, 3]) |> set.map(with: fn(x) { x / 2 })
///   == set.from_list([0, 1])
/// ```
pub fn map(set: Set(member), with fun: fn(member) -> mapped) -> Set(mapped) {
  set |> to_list |> list.map(fun) |> from_list
}

/// Removes all given members.
///
/// ```gleam
/// assert set.from_list([1, 2, 3]) |> set.drop([1, 3]) == set.from_list([2])
/// ```
pub fn drop(
  from set: Set(member),
  drop disallowed: List(member),
) -> Set(member) {
  Set(dict.drop(set.dict, disallowed))
}

/// Keeps only the given members.
///
/// ```gleam
/// assert set.from_list([1, 2, 3]) |> set.take(keeping: [1, 3, 5])
///   == set.from_list([1, 3])
/// ```
pub fn take(
  from set: Set(member),
  keeping desired: List(member),
) -> Set(member) {
  Set(dict.take(set.dict, desired))
}

/// The members of either set.
///
/// ```gleam
/// assert set.union(set.from_list([1, 2]), set.from_list([2, 3]))
///   == set.from_list([1, 2, 3])
/// ```
pub fn union(of first: Set(member), and second: Set(member)) -> Set(member) {
  let #(larger, smaller) = by_size(first, second)
  Set(dict.merge(into: larger.dict, from: smaller.dict))
}

fn by_size(
  first: Set(member),
  second: Set(member),
) -> #(Set(member), Set(member)) {
  case size(first) >= size(second) {
    True -> #(first, second)
    False -> #(second, first)
  }
}

/// The members of both sets.
///
/// ```gleam
/// assert set.intersection(set.from_list([1, 2]), set.from_list([2, 3]))
///   == set.from_list([2])
/// ```
pub fn intersection(
  of first: Set(member),
  and second: Set(member),
) -> Set(member) {
  let #(larger, smaller) = by_size(first, second)
  filter(smaller, contains(larger, _))
}

/// The members of the first set that are not in the second.
///
/// ```gleam
/// assert set.difference(set.from_list([1, 2]), set.from_list([2, 3]))
///   == set.from_list([1])
/// ```
pub fn difference(
  from first: Set(member),
  minus second: Set(member),
) -> Set(member) {
  filter(first, fn(member) { !contains(second, member) })
}

/// Whether all members of the first set are in the second.
///
/// ```gleam
/// assert set.is_subset(set.from_list([1]), set.from_list([1, 2]))
/// ```
pub fn is_subset(first: Set(member), of second: Set(member)) -> Bool {
  size(first) <= size(second) && list.all(to_list(first), contains(second, _))
}

/// Whether the sets have no member in common.
///
/// ```gleam
/// assert set.is_disjoint(set.from_list([1]), from: set.from_list([2]))
/// ```
pub fn is_disjoint(first: Set(member), from second: Set(member)) -> Bool {
  is_empty(intersection(of: first, and: second))
}

/// The members that are in exactly one of the sets.
///
/// ```gleam
/// assert set.symmetric_difference(set.from_list([1, 2]), set.from_list([2, 3]))
///   == set.from_list([1, 3])
/// ```
pub fn symmetric_difference(
  of first: Set(member),
  and second: Set(member),
) -> Set(member) {
  difference(
    from: union(of: first, and: second),
    minus: intersection(of: first, and: second),
  )
}

/// Calls a function for every member, in no particular order, and drops what it
/// returns.
///
/// ```gleam
/// set.each(set.from_list(["Ann", "Bob"]), io.println)
/// ```
pub fn each(set: Set(member), fun: fn(member) -> a) -> Nil {
  fold(set, Nil, fn(nil, member) {
    fun(member)
    nil
  })
}
