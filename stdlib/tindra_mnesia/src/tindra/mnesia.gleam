//// Mnesia, the database that is part of Erlang/OTP: tables in memory, on disc
//// if wanted, on several nodes if wanted, and transactions over them.
////
//// A table holds values of one type, each under the key that a function finds
//// in it. The description of a table is an ordinary value that a function of
//// the program returns:
////
//// ```gleam
//// let accounts =
////   mnesia.table("accounts", version: 1, key: fn(account: #(String, Int)) {
////     account.0
////   })
//// let _ = mnesia.start(mnesia.InMemory)
//// assert mnesia.open(accounts, within: 1000) == Ok(Nil)
////
//// assert mnesia.transaction(fn(access) {
////     mnesia.put(access, accounts, #("ada", 100))
////     Ok(Nil)
////   })
////   == Ok(Nil)
//// assert mnesia.transaction(fn(access) { mnesia.get(access, accounts, "ada") })
////   == Ok(#("ada", 100))
//// ```
////
//// The database remembers the version of each table. A program that has
//// changed the type of the values raises it, and cannot open what was written
//// by the program before until it says how to `upgrade` that.
////
//// Mnesia is one for each node. It is not in the list of applications that
//// start with the program, because `start` first says where the data is.

import gleam/dynamic.{type Dynamic}
import gleam/erlang/atom.{type Atom}
import gleam/erlang/node.{type Node}
import gleam/list

/// Where the database is.
pub type Location {
  /// In memory alone. Nothing is left when the node ends.
  InMemory
  /// In a folder, which belongs to the node with this node's name.
  InFolder(path: String)
}

/// How a node keeps its copy of a table.
pub type Storage {
  /// In memory.
  Memory
  /// In memory and on disc, from which it comes back at the next start.
  Disc
  /// On disc alone: slow, of at most two gigabytes, and not for ordered tables.
  DiscOnly
}

/// Why the database did not start.
pub type StartError {
  /// It runs already.
  AlreadyRunning
  /// The folder belongs to a node of another name.
  OtherNode
  /// Mnesia gives another reason, here in Erlang's notation.
  CannotStart(reason: String)
}

/// Why something could not be done.
pub type Error {
  /// The database has not been started on this node, or was stopped.
  NotRunning
  /// There is no table of the name, or no node that has it is connected.
  NoTable(name: String)
  /// The tables were not ready in time.
  NotReady(names: List(String))
  /// The table was made for values of another version.
  OtherVersion(found: Int)
  /// The table was made with another key, kind, layout or other indexes.
  OtherShape
  /// The node cannot be reached or does not run the database.
  NodeDown
  /// Mnesia gives another reason, here in Erlang's notation.
  Other(reason: String)
}

/// Why a transaction did not change anything.
pub type TransactionError(error) {
  /// Its function gave an error.
  Rejected(error)
  /// It could not be carried out.
  Failed(Error)
}

/// The description of a table.
pub opaque type Table(key, value) {
  Table(
    name: Atom,
    version: Int,
    kind: Kind,
    storage: Storage,
    layout: Layout,
    key: fn(value) -> key,
    indexes: List(#(Atom, fn(value) -> Dynamic)),
  )
}

type Kind {
  Set
  OrderedSet
  Bag
}

/// Mnesia stores Erlang's records. A value of any type is put into one, or is
/// one itself.
type Layout {
  Wrapped
  Record(tag: Atom, fields: List(Atom))
}

/// A further way to find values, see `indexed`.
pub opaque type Index(value, key) {
  Index(name: Atom, key: fn(value) -> key)
}

/// The right to use tables, which the functions of `transaction` and `dirty`
/// have until they return.
pub type Access

/// One end of a range of keys.
pub type Bound(key) {
  /// The range goes on to the end of the table.
  Unbounded
  /// The key itself is in the range.
  Including(key)
  /// The key itself is not in the range.
  Excluding(key)
}

// The database

/// Starts the database of this node. In a folder it makes a new one if there
/// is none.
///
/// ```gleam
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.start(mnesia.InMemory) == Error(mnesia.AlreadyRunning)
/// ```
@external(erlang, "tindra_mnesia_ffi", "start")
pub fn start(location: Location) -> Result(Nil, StartError)

/// Stops the database of this node, after all that was written is on disc. If
/// it does not run, nothing is done.
///
/// ```gleam no_run
/// mnesia.stop()
/// assert !mnesia.is_running()
/// ```
@external(erlang, "tindra_mnesia_ffi", "stop")
pub fn stop() -> Nil

/// Whether the database of this node runs.
///
/// ```gleam
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.is_running()
/// ```
@external(erlang, "tindra_mnesia_ffi", "is_running")
pub fn is_running() -> Bool

/// Waits until all transactions up to now are on disc. A computer that loses
/// its power may otherwise forget the last of them; a program that ends with
/// `stop` does not.
///
/// ```gleam
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.flush() == Ok(Nil)
/// ```
@external(erlang, "tindra_mnesia_ffi", "flush")
pub fn flush() -> Result(Nil, Error)

// Descriptions of tables

/// Describes a table of values, each of which is stored under the key that the
/// function finds in it. One value is stored under each key, in memory; see
/// `ordered`, `bag` and `on` for other tables.
///
/// The name becomes an atom.
///
/// ```gleam
/// let numbers = mnesia.table("numbers", version: 1, key: fn(n: Int) { n })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(numbers, within: 1000) == Ok(Nil)
/// assert mnesia.size(numbers) == Ok(0)
/// ```
pub fn table(
  name: String,
  version version: Int,
  key key: fn(value) -> key,
) -> Table(key, value) {
  Table(
    name: atom.create(name),
    version:,
    kind: Set,
    storage: Memory,
    layout: Wrapped,
    key:,
    indexes: [],
  )
}

/// Describes a table that programs in Erlang use too: the values are of a type
/// with one constructor, which is a record to them. Its name and the names of
/// its fields, two or more, are those of the record. The first field is the
/// key. Indexes have the names of fields.
///
/// ```gleam
/// // In a module: pub type Account { Account(owner: String, balance: Int) }
/// let account = fn(owner, balance) { #(mnesia.tag("Account"), owner, balance) }
/// let accounts =
///   mnesia.record_table(
///     "erlang_accounts",
///     version: 1,
///     constructor: "Account",
///     fields: ["owner", "balance"],
///     key: fn(account: #(_, String, Int)) { account.1 },
///   )
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(accounts, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, accounts, account("ada", 1))
///     mnesia.get(access, accounts, "ada")
///   })
///   == Ok(Ok(account("ada", 1)))
/// ```
pub fn record_table(
  name: String,
  version version: Int,
  constructor constructor: String,
  fields fields: List(String),
  key key: fn(value) -> key,
) -> Table(key, value) {
  let fields = list.map(fields, atom.create)
  Table(..table(name, version:, key:), layout: Record(tag(constructor), fields))
}

/// The atom that stands in front of the values of a constructor.
///
/// ```gleam
/// import gleam/erlang/atom
///
/// assert atom.to_string(mnesia.tag("MyAccount")) == "my_account"
/// ```
@external(erlang, "tindra_mnesia_ffi", "tag")
pub fn tag(constructor: String) -> Atom

/// Keeps the values in the order of their keys, which is that of Erlang.
///
/// ```gleam
/// let years = mnesia.table("years", version: 1, key: fn(year: Int) { year })
/// let years = mnesia.ordered(years)
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(years, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, years, 1986)
///     mnesia.put(access, years, 1815)
///     mnesia.keys(access, years)
///   })
///   == Ok([1815, 1986])
/// ```
pub fn ordered(table: Table(key, value)) -> Table(key, value) {
  Table(..table, kind: OrderedSet)
}

/// Stores any number of different values under each key, see `all`.
///
/// ```gleam
/// let words = mnesia.table("words_of", version: 1, key: fn(pair: #(Int, String)) { pair.0 })
/// let words = mnesia.bag(words)
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(words, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, words, #(3, "cat"))
///     mnesia.put(access, words, #(3, "dog"))
///   })
///   == Ok(Nil)
/// assert mnesia.size(words) == Ok(2)
/// ```
pub fn bag(table: Table(key, value)) -> Table(key, value) {
  Table(..table, kind: Bag)
}

/// Sets how this node keeps the table. A table with copies on disc is loaded
/// again at the next start.
///
/// ```gleam no_run
/// let kept = mnesia.table("kept", version: 1, key: fn(n: Int) { n })
/// let kept = mnesia.on(kept, mnesia.Disc)
/// assert mnesia.start(mnesia.InFolder("data")) == Ok(Nil)
/// assert mnesia.open(kept, within: 10_000) == Ok(Nil)
/// ```
pub fn on(table: Table(key, value), storage: Storage) -> Table(key, value) {
  Table(..table, storage:)
}

/// Describes a further way to find values: by the key that the function gives.
///
/// ```gleam
/// import gleam/string
///
/// let by_size = mnesia.index("size", by: string.length)
/// let names =
///   mnesia.table("names", version: 1, key: fn(name: String) { name })
///   |> mnesia.indexed(by: by_size)
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(names, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, names, "bob")
///     mnesia.find_by(access, names, by_size, 3)
///   })
///   == Ok(["bob"])
/// ```
pub fn index(name: String, by key: fn(value) -> key) -> Index(value, key) {
  Index(name: atom.create(name), key:)
}

/// Adds an index to a table, which `find_by` makes use of.
///
/// ```gleam
/// let even = mnesia.index("even", by: fn(n: Int) { n % 2 == 0 })
/// let numbers =
///   mnesia.table("evens", version: 1, key: fn(n) { n }) |> mnesia.indexed(by: even)
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(numbers, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, numbers, 1)
///     mnesia.put(access, numbers, 2)
///     mnesia.find_by(access, numbers, even, True)
///   })
///   == Ok([2])
/// ```
pub fn indexed(
  table: Table(key, value),
  by index: Index(value, index_key),
) -> Table(key, value) {
  let Index(name:, key:) = index
  let key = fn(value) { to_dynamic(key(value)) }
  Table(..table, indexes: list.append(table.indexes, [#(name, key)]))
}

@external(erlang, "tindra_mnesia_ffi", "identity")
fn to_dynamic(value: anything) -> Dynamic

// Tables

/// Makes sure that there is such a table and waits until it can be used: it is
/// loaded from disc or from another node, or made anew.
///
/// ```gleam
/// let words = mnesia.table("words", version: 1, key: fn(word: String) { word })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(words, within: 1000) == Ok(Nil)
/// let other = mnesia.table("words", version: 2, key: fn(word: String) { word })
/// assert mnesia.open(other, within: 1000) == Error(mnesia.OtherVersion(1))
/// ```
@external(erlang, "tindra_mnesia_ffi", "open")
pub fn open(
  table: Table(key, value),
  within milliseconds: Int,
) -> Result(Nil, Error)

/// Changes all values of a table to those of another version. Keys stay as they
/// are. If the table is of the new version already, nothing is done.
///
/// ```gleam
/// let old = mnesia.table("cars", version: 1, key: fn(car: String) { car })
/// let new = mnesia.table("cars", version: 2, key: fn(car: #(String, Int)) { car.0 })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(old, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) { mnesia.put(access, old, "2CV") }) == Ok(Nil)
///
/// assert mnesia.upgrade(old, to: new, with: fn(car) { #(car, 1948) }) == Ok(Nil)
/// assert mnesia.open(new, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) { mnesia.get(access, new, "2CV") })
///   == Ok(Ok(#("2CV", 1948)))
/// ```
@external(erlang, "tindra_mnesia_ffi", "upgrade")
pub fn upgrade(
  from old: Table(key, old),
  to new: Table(key, new),
  with change: fn(old) -> new,
) -> Result(Nil, Error)

/// Removes a table from all nodes, with all its values.
///
/// ```gleam
/// let temporary = mnesia.table("temporary", version: 1, key: fn(n: Int) { n })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(temporary, within: 1000) == Ok(Nil)
/// assert mnesia.drop(temporary) == Ok(Nil)
/// assert mnesia.drop(temporary) == Error(mnesia.NoTable("temporary"))
/// ```
@external(erlang, "tindra_mnesia_ffi", "drop")
pub fn drop(table: Table(key, value)) -> Result(Nil, Error)

/// Removes all values of a table.
///
/// ```gleam
/// let notes = mnesia.table("notes", version: 1, key: fn(note: String) { note })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(notes, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) { mnesia.put(access, notes, "milk") }) == Ok(Nil)
/// assert mnesia.clear(notes) == Ok(Nil)
/// assert mnesia.size(notes) == Ok(0)
/// ```
@external(erlang, "tindra_mnesia_ffi", "clear")
pub fn clear(table: Table(key, value)) -> Result(Nil, Error)

/// How many values a table has.
///
/// ```gleam
/// let absent = mnesia.table("absent", version: 1, key: fn(n: Int) { n })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.size(absent) == Error(mnesia.NoTable("absent"))
/// ```
@external(erlang, "tindra_mnesia_ffi", "size")
pub fn size(table: Table(key, value)) -> Result(Int, Error)

// Several nodes

/// Makes the database of this node one with that of another. This node must
/// run its own in memory and have no tables that the other has too.
///
/// ```gleam no_run
/// import gleam/erlang/atom
/// import gleam/erlang/node
///
/// let assert Ok(other) = node.connect(atom.create("bank@127.0.0.1"))
/// assert mnesia.start(mnesia.InMemory) == Ok(Nil)
/// assert mnesia.join(other) == Ok(Nil)
/// ```
@external(erlang, "tindra_mnesia_ffi", "join")
pub fn join(node: Node) -> Result(Nil, Error)

/// Gives a node a copy of a table. If it has one, that is kept in the given way
/// from now on. Copies on disc need the node's database in a folder.
///
/// ```gleam
/// import gleam/erlang/node
///
/// let shared = mnesia.table("shared", version: 1, key: fn(n: Int) { n })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(shared, within: 1000) == Ok(Nil)
/// assert mnesia.copy(shared, to: node.self(), on: mnesia.Memory) == Ok(Nil)
/// assert mnesia.copies(shared) == Ok([node.self()])
/// ```
@external(erlang, "tindra_mnesia_ffi", "copy")
pub fn copy(
  table: Table(key, value),
  to node: Node,
  on storage: Storage,
) -> Result(Nil, Error)

/// Takes away a node's copy of a table. With the last one goes the table.
///
/// ```gleam
/// import gleam/erlang/node
///
/// let lost = mnesia.table("lost", version: 1, key: fn(n: Int) { n })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(lost, within: 1000) == Ok(Nil)
/// assert mnesia.remove_copy(lost, from: node.self()) == Ok(Nil)
/// assert mnesia.copies(lost) == Error(mnesia.NoTable("lost"))
/// ```
@external(erlang, "tindra_mnesia_ffi", "remove_copy")
pub fn remove_copy(
  table: Table(key, value),
  from node: Node,
) -> Result(Nil, Error)

/// The nodes that have copies of a table, by their names.
///
/// ```gleam
/// import gleam/erlang/node
///
/// let here = mnesia.table("here", version: 1, key: fn(n: Int) { n })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(here, within: 1000) == Ok(Nil)
/// assert mnesia.copies(here) == Ok([node.self()])
/// ```
@external(erlang, "tindra_mnesia_ffi", "copies")
pub fn copies(table: Table(key, value)) -> Result(List(Node), Error)

// Transactions

/// Runs a function that reads and changes tables. Either all of its changes
/// are made or, when it gives an error or crashes, none. No other transaction
/// sees only some of them.
///
/// The function can be run several times, when another transaction was faster,
/// so it must do nothing but use tables. A crash of it goes on to the caller.
///
/// ```gleam
/// let stock =
///   mnesia.table("stock", version: 1, key: fn(item: #(String, Int)) { item.0 })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(stock, within: 1000) == Ok(Nil)
/// let sell = fn(item, number) {
///   use access <- mnesia.transaction
///   case mnesia.get_for_update(access, stock, item) {
///     Ok(#(_, left)) if left >= number -> {
///       mnesia.put(access, stock, #(item, left - number))
///       Ok(left - number)
///     }
///     _ -> Error("sold out")
///   }
/// }
/// assert mnesia.dirty(fn(access) { mnesia.put(access, stock, #("pen", 3)) })
///   == Ok(Nil)
/// assert sell("pen", 2) == Ok(1)
/// assert sell("pen", 2) == Error(mnesia.Rejected("sold out"))
/// ```
@external(erlang, "tindra_mnesia_ffi", "transaction")
pub fn transaction(
  run: fn(Access) -> Result(value, error),
) -> Result(value, TransactionError(error))

/// Runs a function that reads and changes tables at once and without the
/// protection of a transaction: each change is made for itself and can be in
/// the way of others. Much faster than a transaction, and right where one
/// operation is all there is to do.
///
/// ```gleam
/// let hits = mnesia.table("hits", version: 1, key: fn(hit: #(String, Int)) { hit.0 })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(hits, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) { mnesia.put(access, hits, #("/", 1)) }) == Ok(Nil)
/// ```
@external(erlang, "tindra_mnesia_ffi", "dirty")
pub fn dirty(run: fn(Access) -> value) -> Result(value, Error)

// Values

/// The value under a key. If the table is a bag, one of them.
///
/// ```gleam
/// let towns = mnesia.table("towns", version: 1, key: fn(town: String) { town })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(towns, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) { mnesia.get(access, towns, "Oslo") })
///   == Ok(Error(Nil))
/// ```
@external(erlang, "tindra_mnesia_ffi", "get")
pub fn get(
  access: Access,
  table: Table(key, value),
  key: key,
) -> Result(value, Nil)

/// The value under a key, which will be changed: no other transaction reads it
/// until this one has ended. With `get`, two transactions that change what they
/// have read would both have to wait, and one would have to start again.
///
/// ```gleam
/// let counts = mnesia.table("counts", version: 1, key: fn(count: #(String, Int)) { count.0 })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(counts, within: 1000) == Ok(Nil)
/// let count = fn() {
///   use access <- mnesia.transaction
///   case mnesia.get_for_update(access, counts, "visits") {
///     Ok(#(name, n)) -> mnesia.put(access, counts, #(name, n + 1))
///     Error(Nil) -> mnesia.put(access, counts, #("visits", 1))
///   }
///   mnesia.get(access, counts, "visits")
/// }
/// assert count() == Ok(#("visits", 1))
/// assert count() == Ok(#("visits", 2))
/// ```
@external(erlang, "tindra_mnesia_ffi", "get_for_update")
pub fn get_for_update(
  access: Access,
  table: Table(key, value),
  key: key,
) -> Result(value, Nil)

/// All values under a key, in the order in which they were put there.
///
/// ```gleam
/// let tags = mnesia.table("tags", version: 1, key: fn(tag: #(String, String)) { tag.0 })
/// let tags = mnesia.bag(tags)
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(tags, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, tags, #("cat", "animal"))
///     mnesia.put(access, tags, #("cat", "pet"))
///     mnesia.put(access, tags, #("cat", "pet"))
///     mnesia.all(access, tags, "cat")
///   })
///   == Ok([#("cat", "animal"), #("cat", "pet")])
/// ```
@external(erlang, "tindra_mnesia_ffi", "all")
pub fn all(access: Access, table: Table(key, value), key: key) -> List(value)

/// Stores a value under its key. In a bag it is one more, in other tables it
/// takes the place of the one before.
///
/// ```gleam
/// let birds = mnesia.table("birds", version: 1, key: fn(bird: #(String, Int)) { bird.0 })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(birds, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, birds, #("wren", 1))
///     mnesia.put(access, birds, #("wren", 2))
///     mnesia.get(access, birds, "wren")
///   })
///   == Ok(Ok(#("wren", 2)))
/// ```
@external(erlang, "tindra_mnesia_ffi", "put")
pub fn put(access: Access, table: Table(key, value), value: value) -> Nil

/// Removes all values under a key.
///
/// ```gleam
/// let guests = mnesia.table("guests", version: 1, key: fn(name: String) { name })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(guests, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, guests, "eve")
///     mnesia.delete(access, guests, "eve")
///     mnesia.get(access, guests, "eve")
///   })
///   == Ok(Error(Nil))
/// ```
@external(erlang, "tindra_mnesia_ffi", "delete")
pub fn delete(access: Access, table: Table(key, value), key: key) -> Nil

/// Removes one value and leaves others under its key alone, in a bag.
///
/// ```gleam
/// let calls = mnesia.table("calls", version: 1, key: fn(call: #(String, Int)) { call.0 })
/// let calls = mnesia.bag(calls)
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(calls, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, calls, #("ada", 1))
///     mnesia.put(access, calls, #("ada", 2))
///     mnesia.delete_value(access, calls, #("ada", 1))
///     mnesia.all(access, calls, "ada")
///   })
///   == Ok([#("ada", 2)])
/// ```
@external(erlang, "tindra_mnesia_ffi", "delete_value")
pub fn delete_value(
  access: Access,
  table: Table(key, value),
  value: value,
) -> Nil

/// All keys of a table, in their order if it is an ordered one.
///
/// ```gleam
/// let fish = mnesia.table("fish", version: 1, key: fn(fish: #(String, Int)) { fish.0 })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(fish, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, fish, #("cod", 1))
///     mnesia.keys(access, fish)
///   })
///   == Ok(["cod"])
/// ```
@external(erlang, "tindra_mnesia_ffi", "keys")
pub fn keys(access: Access, table: Table(key, value)) -> List(key)

/// Goes through all values of a table, in the order of their keys if it is an
/// ordered one.
///
/// ```gleam
/// let sizes = mnesia.table("sizes", version: 1, key: fn(n: Int) { n })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(sizes, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, sizes, 4)
///     mnesia.put(access, sizes, 6)
///     mnesia.fold(access, over: sizes, from: 0, with: fn(sum, n) { sum + n })
///   })
///   == Ok(10)
/// ```
@external(erlang, "tindra_mnesia_ffi", "fold")
pub fn fold(
  access: Access,
  over table: Table(key, value),
  from initial: acc,
  with fun: fn(acc, value) -> acc,
) -> acc

/// The values whose keys are in a range, in the order of their keys, and not
/// more than a number of them.
///
/// ```gleam
/// let days = mnesia.table("days", version: 1, key: fn(day: Int) { day })
/// let days = mnesia.ordered(days)
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(days, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, days, 1)
///     mnesia.put(access, days, 5)
///     mnesia.put(access, days, 9)
///     mnesia.range(
///       access,
///       days,
///       from: mnesia.Including(1),
///       to: mnesia.Excluding(9),
///       at_most: 10,
///     )
///   })
///   == Ok([1, 5])
/// ```
@external(erlang, "tindra_mnesia_ffi", "range")
pub fn range(
  access: Access,
  table: Table(key, value),
  from lower: Bound(key),
  to upper: Bound(key),
  at_most limit: Int,
) -> List(value)

/// The values for which the function is true, and not more than a number of
/// them. All values are looked at; for searches that are made often there are
/// indexes.
///
/// ```gleam
/// let ages = mnesia.table("ages", version: 1, key: fn(age: #(String, Int)) { age.0 })
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(ages, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, ages, #("ada", 36))
///     mnesia.put(access, ages, #("bob", 7))
///     mnesia.find(access, ages, where: fn(age) { age.1 > 17 }, at_most: 10)
///   })
///   == Ok([#("ada", 36)])
/// ```
pub fn find(
  access: Access,
  table: Table(key, value),
  where is_wanted: fn(value) -> Bool,
  at_most limit: Int,
) -> List(value) {
  let #(found, _) =
    fold(access, over: table, from: #([], limit), with: fn(acc, value) {
      let #(found, left) = acc
      case left > 0 && is_wanted(value) {
        True -> #([value, ..found], left - 1)
        False -> acc
      }
    })
  list.reverse(found)
}

/// The values that an index finds under a key, in no particular order.
///
/// ```gleam
/// let by_city = mnesia.index("city", by: fn(person: #(String, String)) { person.1 })
/// let people =
///   mnesia.table("people", version: 1, key: fn(person: #(String, String)) { person.0 })
///   |> mnesia.indexed(by: by_city)
/// let _ = mnesia.start(mnesia.InMemory)
/// assert mnesia.open(people, within: 1000) == Ok(Nil)
/// assert mnesia.dirty(fn(access) {
///     mnesia.put(access, people, #("ada", "London"))
///     mnesia.put(access, people, #("joe", "Oslo"))
///     mnesia.find_by(access, people, by_city, "Oslo")
///   })
///   == Ok([#("joe", "Oslo")])
/// ```
pub fn find_by(
  access: Access,
  table: Table(key, value),
  index: Index(value, index_key),
  key: index_key,
) -> List(value) {
  find_in_index(access, table, index.name, key)
}

@external(erlang, "tindra_mnesia_ffi", "find_by")
fn find_in_index(
  access: Access,
  table: Table(key, value),
  index: Atom,
  key: index_key,
) -> List(value)
