//// Tables in memory that processes share: the ETS tables of Erlang, with types
//// for keys and values. What is read from a table or written to it is copied,
//// and no process stands in between.
////
//// ```gleam
//// let assert Ok(ages) = ets.options() |> ets.set
//// let assert Ok(Nil) = ets.insert(ages, "Ada", 36)
//// assert ets.lookup(ages, "Ada") == Ok(36)
//// assert ets.lookup(ages, "Bob") == Error(ets.NotFound)
//// ```
////
//// There are four kinds of tables: a `Set` and an `OrderedSet` have one value for
//// each key, a `Bag` and a `DuplicateBag` many. The compiler knows which functions
//// a kind has: ranges are for ordered sets, counters for sets of integers.
////
//// A table belongs to the process that made it and is gone when that ends, unless
//// there is an heir. The functions then give the error `NoTable`.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/atom
import gleam/erlang/process.{type Pid, type Selector}
import gleam/erlang/reference.{type Reference}
import gleam/option.{type Option, None, Some}

/// A table. Its kind is `One` or `Many`, see the names for the four kinds.
pub type Table(kind, key, value)

/// The kind of tables with one value for each key.
pub type One(order)

/// The kind of tables with many values for a key.
pub type Many(duplicates)

/// The keys have no order.
pub type Unordered

/// The keys are in order.
pub type Ordered

/// A key has a value once.
pub type NoDuplicates

/// A key can have the same value several times.
pub type Duplicates

/// One value for each key.
pub type Set(key, value) =
  Table(One(Unordered), key, value)

/// One value for each key, and the keys are in the order of Erlang's terms:
/// numbers by value, strings by their bytes, tuples by size and then by their
/// elements.
pub type OrderedSet(key, value) =
  Table(One(Ordered), key, value)

/// Many values for a key, each once.
pub type Bag(key, value) =
  Table(Many(NoDuplicates), key, value)

/// Many values for a key, the same ones several times if they were inserted
/// several times.
pub type DuplicateBag(key, value) =
  Table(Many(Duplicates), key, value)

/// Why a function gives no result.
pub type Error {
  /// The key is not in the table, or there is none in the direction.
  NotFound
  /// The table does not exist, or no longer does.
  NoTable
  /// The table is protected or private and belongs to another process.
  NoAccess
  /// The process that shall own the table has ended, or owns it already.
  NoProcess
}

/// Which processes may use a table.
pub type Access {
  /// All may read and write.
  Public
  /// All may read, the owner may write.
  Protected
  /// The owner alone may read and write.
  Private
}

/// What a new table shall be like, made with `options`.
pub opaque type Options(key, value) {
  Options(
    access: Access,
    name: Option(Name(key, value)),
    heir: Option(#(Pid, Gift(key, value))),
    read_concurrency: Bool,
    write_concurrency: Bool,
  )
}

/// A name under which the table is found, made with `new_name`.
pub opaque type Name(key, value) {
  Name(process.Name(#(key, value)))
}

/// What says which tables come to a process, made with `new_gift`.
pub opaque type Gift(key, value) {
  Gift(Reference)
}

/// Options for a protected table without name and heir.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// assert ets.insert(table, "key", "value") == Ok(Nil)
/// ```
pub fn options() -> Options(key, value) {
  Options(
    access: Protected,
    name: None,
    heir: None,
    read_concurrency: False,
    write_concurrency: False,
  )
}

/// Sets which processes may use the table.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(table) = ets.options() |> ets.access(ets.Public) |> ets.set
/// process.spawn(fn() { ets.insert(table, 1, 2) })
/// ```
pub fn access(
  options: Options(key, value),
  access: Access,
) -> Options(key, value) {
  Options(..options, access:)
}

/// Makes a name that is unlike all others and starts with the prefix. Names are
/// never freed: make them when the program starts.
///
/// ```gleam
/// let ages = ets.new_name("ages")
/// let assert Ok(table) = ets.options() |> ets.name(ages) |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "Ada", 36)
/// let assert Ok(found) = ets.named_set(ages)
/// assert ets.lookup(found, "Ada") == Ok(36)
/// ```
pub fn new_name(prefix: String) -> Name(key, value) {
  Name(process.new_name(prefix))
}

/// Sets the name of the table. No other table may have it when the table is made.
///
/// ```gleam
/// let name = ets.new_name("ages")
/// assert ets.named_bag(name) == Error(ets.NoTable)
/// let assert Ok(table) = ets.options() |> ets.name(name) |> ets.bag
/// assert ets.named_bag(name) == Ok(table)
/// ```
pub fn name(
  options: Options(key, value),
  name: Name(key, value),
) -> Options(key, value) {
  Options(..options, name: Some(name))
}

/// Sets the process that gets the table, with a message, when its owner ends.
/// See `select_transfers`.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let gift = ets.new_gift()
/// let me = process.self()
/// process.spawn(fn() {
///   let assert Ok(table) = ets.options() |> ets.heir(me, gift) |> ets.set
///   ets.insert(table, "a", 1)
/// })
/// let assert Ok(transfer) =
///   process.new_selector()
///   |> ets.select_transfers(fn(transfer) { transfer })
///   |> process.selector_receive(within: 1000)
/// let assert Ok(table) = ets.received_set(transfer, gift)
/// assert ets.lookup(table, "a") == Ok(1)
/// ```
pub fn heir(
  options: Options(key, value),
  pid: Pid,
  gift: Gift(key, value),
) -> Options(key, value) {
  Options(..options, heir: Some(#(pid, gift)))
}

/// Makes the table good for many processes that read at the same time, at some
/// cost for reads and writes in turn.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.read_concurrency |> ets.set
/// assert ets.insert(table, "a", 1) == Ok(Nil)
/// ```
pub fn read_concurrency(options: Options(key, value)) -> Options(key, value) {
  Options(..options, read_concurrency: True)
}

/// Makes the table good for many processes that write at the same time, at some
/// cost of memory.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.write_concurrency |> ets.set
/// assert ets.insert(table, "a", 1) == Ok(Nil)
/// ```
pub fn write_concurrency(options: Options(key, value)) -> Options(key, value) {
  Options(..options, write_concurrency: True)
}

type Kind {
  Set
  OrderedSet
  Bag
  DuplicateBag
}

@external(erlang, "tindra_ets_ffi", "new")
fn new(
  kind: Kind,
  options: Options(key, value),
) -> Result(Table(kind, key, value), Nil)

/// Makes a table with one value for each key. It is an error when another table
/// has the name.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// assert ets.insert(table, "a", 2) == Ok(Nil)
/// assert ets.to_list(table) == Ok([#("a", 2)])
/// ```
pub fn set(options: Options(key, value)) -> Result(Set(key, value), Nil) {
  new(Set, options)
}

/// Makes a table with one value for each key and keys in order. It is an error
/// when another table has the name.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, "a"), #(2, "b")])
/// assert ets.first(table) == Ok(#(1, "a"))
/// ```
pub fn ordered_set(
  options: Options(key, value),
) -> Result(OrderedSet(key, value), Nil) {
  new(OrderedSet, options)
}

/// Makes a table with many values for a key, each once. It is an error when
/// another table has the name.
///
/// ```gleam
/// let assert Ok(tags) = ets.options() |> ets.bag
/// let assert Ok(Nil) = ets.insert(tags, "tea", "hot")
/// let assert Ok(Nil) = ets.insert(tags, "tea", "hot")
/// assert ets.lookup_all(tags, "tea") == Ok(["hot"])
/// ```
pub fn bag(options: Options(key, value)) -> Result(Bag(key, value), Nil) {
  new(Bag, options)
}

/// Makes a table with many values for a key. It is an error when another table
/// has the name.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.duplicate_bag
/// let assert Ok(Nil) = ets.insert_list(table, [#("a", 1), #("a", 1)])
/// assert ets.lookup_all(table, "a") == Ok([1, 1])
/// ```
pub fn duplicate_bag(
  options: Options(key, value),
) -> Result(DuplicateBag(key, value), Nil) {
  new(DuplicateBag, options)
}

@external(erlang, "tindra_ets_ffi", "named")
fn named(
  kind: Kind,
  name: Name(key, value),
) -> Result(Table(kind, key, value), Error)

/// The set that has the name. It is the error `NoTable` when no set has it.
///
/// ```gleam
/// let name = ets.new_name("ages")
/// assert ets.named_set(name) == Error(ets.NoTable)
/// let assert Ok(table) = ets.options() |> ets.name(name) |> ets.set
/// assert ets.named_set(name) == Ok(table)
/// ```
pub fn named_set(name: Name(key, value)) -> Result(Set(key, value), Error) {
  named(Set, name)
}

/// The ordered set that has the name. It is the error `NoTable` when none has it.
///
/// ```gleam
/// let name = ets.new_name("ages")
/// assert ets.named_ordered_set(name) == Error(ets.NoTable)
/// let assert Ok(table) = ets.options() |> ets.name(name) |> ets.ordered_set
/// assert ets.named_ordered_set(name) == Ok(table)
/// ```
pub fn named_ordered_set(
  name: Name(key, value),
) -> Result(OrderedSet(key, value), Error) {
  named(OrderedSet, name)
}

/// The bag that has the name. It is the error `NoTable` when none has it.
///
/// ```gleam
/// let name = ets.new_name("ages")
/// assert ets.named_bag(name) == Error(ets.NoTable)
/// let assert Ok(table) = ets.options() |> ets.name(name) |> ets.bag
/// assert ets.named_bag(name) == Ok(table)
/// ```
pub fn named_bag(name: Name(key, value)) -> Result(Bag(key, value), Error) {
  named(Bag, name)
}

/// The duplicate bag that has the name. It is the error `NoTable` when none has
/// it.
///
/// ```gleam
/// let name = ets.new_name("ages")
/// assert ets.named_duplicate_bag(name) == Error(ets.NoTable)
/// let assert Ok(table) = ets.options() |> ets.name(name) |> ets.duplicate_bag
/// assert ets.named_duplicate_bag(name) == Ok(table)
/// ```
pub fn named_duplicate_bag(
  name: Name(key, value),
) -> Result(DuplicateBag(key, value), Error) {
  named(DuplicateBag, name)
}

// All tables

/// Puts a value under a key: in place of the one there in tables with one, beside
/// those there in tables with many.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// assert ets.insert(table, "a", 1) == Ok(Nil)
/// assert ets.lookup(table, "a") == Ok(1)
/// ```
pub fn insert(
  table: Table(kind, key, value),
  key: key,
  value: value,
) -> Result(Nil, Error) {
  insert_pair(table, #(key, value))
}

@external(erlang, "tindra_ets_ffi", "insert")
fn insert_pair(
  table: Table(kind, key, value),
  pair: #(key, value),
) -> Result(Nil, Error)

/// Puts many values under their keys, in one step that nobody sees half done.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(2, "b"), #(1, "a")])
/// assert ets.to_list(table) == Ok([#(1, "a"), #(2, "b")])
/// ```
@external(erlang, "tindra_ets_ffi", "insert")
pub fn insert_list(
  table: Table(kind, key, value),
  pairs: List(#(key, value)),
) -> Result(Nil, Error)

/// Puts a value under a key that is not in the table. Gives `False`, and leaves
/// the table as it is, when it is there.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// assert ets.insert_new(table, "a", 1) == Ok(True)
/// assert ets.insert_new(table, "a", 2) == Ok(False)
/// assert ets.lookup(table, "a") == Ok(1)
/// ```
pub fn insert_new(
  table: Table(kind, key, value),
  key: key,
  value: value,
) -> Result(Bool, Error) {
  insert_new_pair(table, #(key, value))
}

@external(erlang, "tindra_ets_ffi", "insert_new")
fn insert_new_pair(
  table: Table(kind, key, value),
  pair: #(key, value),
) -> Result(Bool, Error)

/// Whether the key is in the table.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// assert ets.has_key(table, "a") == Ok(True)
/// assert ets.has_key(table, "b") == Ok(False)
/// ```
@external(erlang, "tindra_ets_ffi", "member")
pub fn has_key(table: Table(kind, key, value), key: key) -> Result(Bool, Error)

/// Takes away the key and all its values, if it is there.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// assert ets.delete(table, "a") == Ok(Nil)
/// assert ets.has_key(table, "a") == Ok(False)
/// ```
@external(erlang, "tindra_ets_ffi", "delete")
pub fn delete(table: Table(kind, key, value), key: key) -> Result(Nil, Error)

/// Takes away one value of a key, as often as it is there.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.bag
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// let assert Ok(Nil) = ets.insert(table, "a", 2)
/// assert ets.delete_value(table, "a", 1) == Ok(Nil)
/// assert ets.lookup_all(table, "a") == Ok([2])
/// ```
pub fn delete_value(
  table: Table(kind, key, value),
  key: key,
  value: value,
) -> Result(Nil, Error) {
  delete_pair(table, #(key, value))
}

@external(erlang, "tindra_ets_ffi", "delete_pair")
fn delete_pair(
  table: Table(kind, key, value),
  pair: #(key, value),
) -> Result(Nil, Error)

/// Takes away everything in the table.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// assert ets.clear(table) == Ok(Nil)
/// assert ets.size(table) == Ok(0)
/// ```
@external(erlang, "tindra_ets_ffi", "clear")
pub fn clear(table: Table(kind, key, value)) -> Result(Nil, Error)

/// Takes away the table itself.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, 1, 1)
/// assert ets.drop(table) == Ok(Nil)
/// assert ets.lookup(table, 1) == Error(ets.NoTable)
/// ```
@external(erlang, "tindra_ets_ffi", "drop")
pub fn drop(table: Table(kind, key, value)) -> Result(Nil, Error)

/// How many pairs of key and value are in the table.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.bag
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// let assert Ok(Nil) = ets.insert(table, "a", 2)
/// assert ets.size(table) == Ok(2)
/// ```
@external(erlang, "tindra_ets_ffi", "size")
pub fn size(table: Table(kind, key, value)) -> Result(Int, Error)

/// How many bytes of memory the table takes.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// let assert Ok(bytes) = ets.memory(table)
/// assert bytes > 0
/// ```
@external(erlang, "tindra_ets_ffi", "memory")
pub fn memory(table: Table(kind, key, value)) -> Result(Int, Error)

/// The process that the table belongs to.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// assert ets.owner(table) == Ok(process.self())
/// ```
@external(erlang, "tindra_ets_ffi", "owner")
pub fn owner(table: Table(kind, key, value)) -> Result(Pid, Error)

/// All pairs, in the order of the keys for ordered sets and in none for others.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, "a"), #(2, "b")])
/// assert ets.to_list(table) == Ok([#(1, "a"), #(2, "b")])
/// ```
@external(erlang, "tindra_ets_ffi", "to_list")
pub fn to_list(
  table: Table(kind, key, value),
) -> Result(List(#(key, value)), Error)

/// Goes through all pairs, one after the other, without a list of them. No pair
/// is missed or met twice because others write to the table meanwhile.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, 10), #(2, 20)])
/// let sum = ets.fold(table, 0, fn(sum, key, value) { sum + key * value })
/// assert sum == Ok(50)
/// ```
@external(erlang, "tindra_ets_ffi", "fold")
pub fn fold(
  over table: Table(kind, key, value),
  from initial: accumulator,
  with combine: fn(accumulator, key, value) -> accumulator,
) -> Result(accumulator, Error)

// Tables with one value for each key

/// The value of a key.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// assert ets.lookup(table, "a") == Ok(1)
/// assert ets.lookup(table, "b") == Error(ets.NotFound)
/// ```
@external(erlang, "tindra_ets_ffi", "lookup")
pub fn lookup(
  table: Table(One(order), key, value),
  key: key,
) -> Result(value, Error)

/// The value of a key, which is taken away in the same step.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// assert ets.take(table, "a") == Ok(1)
/// assert ets.take(table, "a") == Error(ets.NotFound)
/// ```
@external(erlang, "tindra_ets_ffi", "take")
pub fn take(
  table: Table(One(order), key, value),
  key: key,
) -> Result(value, Error)

/// Adds an amount to the value of a key and gives the sum, in one step: no count
/// is lost when many processes count. A key that is not there starts with the
/// initial value.
///
/// ```gleam
/// let assert Ok(visits) = ets.options() |> ets.set
/// assert ets.update_counter(visits, "home", add: 1, initial: 0) == Ok(1)
/// assert ets.update_counter(visits, "home", add: 2, initial: 0) == Ok(3)
/// ```
@external(erlang, "tindra_ets_ffi", "update_counter")
pub fn update_counter(
  table: Table(One(order), key, Int),
  key: key,
  add amount: Int,
  initial initial: Int,
) -> Result(Int, Error)

// Tables with many values for a key

/// All values of a key, in the order of their insertion. Those that came with one
/// `insert_list` have no order among them.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.bag
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// let assert Ok(Nil) = ets.insert(table, "a", 2)
/// assert ets.lookup_all(table, "a") == Ok([1, 2])
/// assert ets.lookup_all(table, "b") == Ok([])
/// ```
@external(erlang, "tindra_ets_ffi", "lookup_all")
pub fn lookup_all(
  table: Table(Many(duplicates), key, value),
  key: key,
) -> Result(List(value), Error)

/// All values of a key, which are taken away in the same step.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.bag
/// let assert Ok(Nil) = ets.insert(table, "a", 1)
/// let assert Ok(Nil) = ets.insert(table, "a", 2)
/// assert ets.take_all(table, "a") == Ok([1, 2])
/// assert ets.size(table) == Ok(0)
/// ```
@external(erlang, "tindra_ets_ffi", "take_all")
pub fn take_all(
  table: Table(Many(duplicates), key, value),
  key: key,
) -> Result(List(value), Error)

// Ordered tables

/// Where a range begins or ends.
pub type Bound(key) {
  /// At the first or last key of the table.
  Unbounded
  /// At the key.
  Including(key)
  /// Next to the key.
  Excluding(key)
}

/// The order of the pairs of a range.
pub type Direction {
  Ascending
  Descending
}

type Side {
  First
  Last
  Next
  Prev
}

@external(erlang, "tindra_ets_ffi", "edge")
fn edge(
  table: OrderedSet(key, value),
  side: Side,
) -> Result(#(key, value), Error)

@external(erlang, "tindra_ets_ffi", "neighbour")
fn neighbour(
  table: OrderedSet(key, value),
  side: Side,
  key: key,
) -> Result(#(key, value), Error)

/// The first key and its value.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, "a"), #(2, "b")])
/// assert ets.first(table) == Ok(#(1, "a"))
/// ```
pub fn first(table: OrderedSet(key, value)) -> Result(#(key, value), Error) {
  edge(table, First)
}

/// The last key and its value.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, "a"), #(2, "b")])
/// assert ets.last(table) == Ok(#(2, "b"))
/// ```
pub fn last(table: OrderedSet(key, value)) -> Result(#(key, value), Error) {
  edge(table, Last)
}

/// The key after a key, which need not be there itself.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, "a"), #(5, "b")])
/// assert ets.next(table, after: 2) == Ok(#(5, "b"))
/// assert ets.next(table, after: 5) == Error(ets.NotFound)
/// ```
pub fn next(
  table: OrderedSet(key, value),
  after key: key,
) -> Result(#(key, value), Error) {
  neighbour(table, Next, key)
}

/// The key before a key, which need not be there itself.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, "a"), #(2, "b")])
/// assert ets.previous(table, before: 2) == Ok(#(1, "a"))
/// assert ets.previous(table, before: 1) == Error(ets.NotFound)
/// ```
pub fn previous(
  table: OrderedSet(key, value),
  before key: key,
) -> Result(#(key, value), Error) {
  neighbour(table, Prev, key)
}

/// The pairs whose keys are within the bounds.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) =
///   ets.insert_list(table, [#(1, "a"), #(2, "b"), #(3, "c")])
/// assert ets.range(table, ets.Including(1), ets.Excluding(3), ets.Ascending)
///   == Ok([#(1, "a"), #(2, "b")])
/// ```
pub fn range(
  table: OrderedSet(key, value),
  from: Bound(key),
  to: Bound(key),
  direction: Direction,
) -> Result(List(#(key, value)), Error) {
  range_of(table, from, to, None, direction)
}

/// At most a number of pairs whose keys are within the bounds: the first ones in
/// the direction. The rest of the table is not looked at.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) =
///   ets.insert_list(table, [#(1, "a"), #(2, "b"), #(3, "c")])
/// let up_to = fn(key) {
///   ets.limited_range(table, ets.Unbounded, ets.Including(key), 1, ets.Descending)
/// }
/// assert up_to(2) == Ok([#(2, "b")])
/// ```
pub fn limited_range(
  table: OrderedSet(key, value),
  from: Bound(key),
  to: Bound(key),
  limit: Int,
  direction: Direction,
) -> Result(List(#(key, value)), Error) {
  range_of(table, from, to, Some(limit), direction)
}

@external(erlang, "tindra_ets_ffi", "range")
fn range_of(
  table: OrderedSet(key, value),
  from: Bound(key),
  to: Bound(key),
  limit: Option(Int),
  direction: Direction,
) -> Result(List(#(key, value)), Error)

/// How many keys are within the bounds.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, "a"), #(2, "b")])
/// assert ets.count_range(table, ets.Excluding(1), ets.Unbounded) == Ok(1)
/// ```
@external(erlang, "tindra_ets_ffi", "count_range")
pub fn count_range(
  table: OrderedSet(key, value),
  from: Bound(key),
  to: Bound(key),
) -> Result(Int, Error)

/// Takes away the keys that are within the bounds, and gives their number.
///
/// ```gleam
/// let assert Ok(table) = ets.options() |> ets.ordered_set
/// let assert Ok(Nil) = ets.insert_list(table, [#(1, "a"), #(2, "b")])
/// assert ets.delete_range(table, ets.Unbounded, ets.Including(1)) == Ok(1)
/// assert ets.to_list(table) == Ok([#(2, "b")])
/// ```
@external(erlang, "tindra_ets_ffi", "delete_range")
pub fn delete_range(
  table: OrderedSet(key, value),
  from: Bound(key),
  to: Bound(key),
) -> Result(Int, Error)

// Owners

/// A table that came to this process.
pub type Transfer

/// Makes a gift, which the giver and the receiver of tables both have to know.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let gift = ets.new_gift()
/// let me = process.self()
/// process.spawn(fn() {
///   let assert Ok(table) = ets.options() |> ets.set
///   let assert Ok(Nil) = ets.insert(table, "a", 1)
///   ets.give_away(table, to: me, gift:)
/// })
/// let assert Ok(transfer) =
///   process.new_selector()
///   |> ets.select_transfers(fn(transfer) { transfer })
///   |> process.selector_receive(within: 1000)
/// let assert Ok(table) = ets.received_set(transfer, gift)
/// assert ets.to_list(table) == Ok([#("a", 1)])
/// ```
pub fn new_gift() -> Gift(key, value) {
  Gift(reference.new())
}

/// Gives the table, which must belong to this process, to another one. That gets
/// a message, see `select_transfers`.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let gift = ets.new_gift()
/// let assert Ok(table) = ets.options() |> ets.set
/// let assert Ok(Nil) = ets.insert(table, "key", "value")
/// let received = process.new_subject()
/// let keeper =
///   process.spawn(fn() {
///     let assert Ok(transfer) =
///       process.new_selector()
///       |> ets.select_transfers(fn(transfer) { transfer })
///       |> process.selector_receive(within: 1000)
///     process.send(received, ets.received_set(transfer, gift))
///   })
/// assert ets.give_away(table, to: keeper, gift:) == Ok(Nil)
/// assert process.receive(received, within: 1000) == Ok(Ok(table))
/// ```
@external(erlang, "tindra_ets_ffi", "give_away")
pub fn give_away(
  table: Table(kind, key, value),
  to pid: Pid,
  gift gift: Gift(key, value),
) -> Result(Nil, Error)

/// Adds the messages about tables that came to this process: that were given
/// away, or whose owner ended when this process was the heir.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let gift = ets.new_gift()
/// let me = process.self()
/// process.spawn(fn() {
///   let assert Ok(table) = ets.options() |> ets.set
///   let assert Ok(Nil) = ets.insert(table, "a", 1)
///   ets.give_away(table, to: me, gift:)
/// })
/// let assert Ok(transfer) =
///   process.new_selector()
///   |> ets.select_transfers(fn(transfer) { transfer })
///   |> process.selector_receive(within: 1000)
/// let assert Ok(table) = ets.received_set(transfer, gift)
/// assert ets.to_list(table) == Ok([#("a", 1)])
/// ```
pub fn select_transfers(
  selector: Selector(payload),
  mapping: fn(Transfer) -> payload,
) -> Selector(payload) {
  process.select_record(
    selector,
    tag: atom.create("ETS-TRANSFER"),
    fields: 3,
    mapping: fn(message) { mapping(to_transfer(message)) },
  )
}

@external(erlang, "gleam_erlang_ffi", "identity")
fn to_transfer(message: Dynamic) -> Transfer

@external(erlang, "tindra_ets_ffi", "received")
fn received(
  kind: Kind,
  transfer: Transfer,
  gift: Gift(key, value),
) -> Result(Table(kind, key, value), Nil)

/// The set that came with the gift; an error for other gifts and kinds.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let gift = ets.new_gift()
/// let me = process.self()
/// process.spawn(fn() {
///   let assert Ok(table) = ets.options() |> ets.set
///   let assert Ok(Nil) = ets.insert(table, "a", 1)
///   ets.give_away(table, to: me, gift:)
/// })
/// let assert Ok(transfer) =
///   process.new_selector()
///   |> ets.select_transfers(fn(transfer) { transfer })
///   |> process.selector_receive(within: 1000)
/// let assert Ok(table) = ets.received_set(transfer, gift)
/// assert ets.to_list(table) == Ok([#("a", 1)])
/// ```
pub fn received_set(
  transfer: Transfer,
  gift: Gift(key, value),
) -> Result(Set(key, value), Nil) {
  received(Set, transfer, gift)
}

/// The ordered set that came with the gift; an error for other gifts and kinds.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let gift = ets.new_gift()
/// let me = process.self()
/// process.spawn(fn() {
///   let assert Ok(table) = ets.options() |> ets.ordered_set
///   let assert Ok(Nil) = ets.insert(table, "a", 1)
///   ets.give_away(table, to: me, gift:)
/// })
/// let assert Ok(transfer) =
///   process.new_selector()
///   |> ets.select_transfers(fn(transfer) { transfer })
///   |> process.selector_receive(within: 1000)
/// let assert Ok(table) = ets.received_ordered_set(transfer, gift)
/// assert ets.to_list(table) == Ok([#("a", 1)])
/// ```
pub fn received_ordered_set(
  transfer: Transfer,
  gift: Gift(key, value),
) -> Result(OrderedSet(key, value), Nil) {
  received(OrderedSet, transfer, gift)
}

/// The bag that came with the gift; an error for other gifts and kinds.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let gift = ets.new_gift()
/// let me = process.self()
/// process.spawn(fn() {
///   let assert Ok(table) = ets.options() |> ets.bag
///   let assert Ok(Nil) = ets.insert(table, "a", 1)
///   ets.give_away(table, to: me, gift:)
/// })
/// let assert Ok(transfer) =
///   process.new_selector()
///   |> ets.select_transfers(fn(transfer) { transfer })
///   |> process.selector_receive(within: 1000)
/// let assert Ok(table) = ets.received_bag(transfer, gift)
/// assert ets.to_list(table) == Ok([#("a", 1)])
/// ```
pub fn received_bag(
  transfer: Transfer,
  gift: Gift(key, value),
) -> Result(Bag(key, value), Nil) {
  received(Bag, transfer, gift)
}

/// The duplicate bag that came with the gift; an error for other gifts and kinds.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let gift = ets.new_gift()
/// let me = process.self()
/// process.spawn(fn() {
///   let assert Ok(table) = ets.options() |> ets.duplicate_bag
///   let assert Ok(Nil) = ets.insert(table, "a", 1)
///   ets.give_away(table, to: me, gift:)
/// })
/// let assert Ok(transfer) =
///   process.new_selector()
///   |> ets.select_transfers(fn(transfer) { transfer })
///   |> process.selector_receive(within: 1000)
/// let assert Ok(table) = ets.received_duplicate_bag(transfer, gift)
/// assert ets.to_list(table) == Ok([#("a", 1)])
/// ```
pub fn received_duplicate_bag(
  transfer: Transfer,
  gift: Gift(key, value),
) -> Result(DuplicateBag(key, value), Nil) {
  received(DuplicateBag, transfer, gift)
}
