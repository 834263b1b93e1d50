import gleam/erlang/process.{type Pid}
import gleam/int
import gleam/list
import tindra/ets.{
  type OrderedSet, type Set, Ascending, Descending, Excluding, Including,
  Unbounded,
}

fn set() -> Set(String, Int) {
  let assert Ok(table) = ets.set(ets.options())
  table
}

fn digits() -> OrderedSet(Int, String) {
  let assert Ok(table) = ets.ordered_set(ets.options())
  let pairs =
    list.map([4, 1, 3, 5, 2], fn(number) { #(number, int.to_string(number)) })
  assert ets.insert_list(table, pairs) == Ok(Nil)
  table
}

/// Runs a function in another process and waits for what it gives.
fn elsewhere(run: fn() -> a) -> a {
  let subject = process.new_subject()
  process.spawn(fn() { process.send(subject, run()) })
  let assert Ok(value) = process.receive(subject, 1000)
  value
}

fn keys(result: Result(List(#(key, value)), ets.Error)) -> List(key) {
  let assert Ok(pairs) = result
  list.map(pairs, fn(pair) { pair.0 })
}

pub fn lookup_test() {
  let table = set()
  assert ets.insert(table, "a", 1) == Ok(Nil)
  assert ets.insert(table, "a", 2) == Ok(Nil)
  assert ets.lookup(table, "a") == Ok(2)
  assert ets.lookup(table, "b") == Error(ets.NotFound)
  assert ets.has_key(table, "a") == Ok(True)
  assert ets.has_key(table, "b") == Ok(False)
}

pub fn insert_new_test() {
  let table = set()
  assert ets.insert_new(table, "a", 1) == Ok(True)
  assert ets.insert_new(table, "a", 2) == Ok(False)
  assert ets.lookup(table, "a") == Ok(1)
}

pub fn delete_and_take_test() {
  let table = set()
  let assert Ok(Nil) = ets.insert_list(table, [#("a", 1), #("b", 2), #("c", 3)])
  assert ets.delete(table, "a") == Ok(Nil)
  assert ets.take(table, "b") == Ok(2)
  assert ets.take(table, "b") == Error(ets.NotFound)
  assert ets.delete_value(table, "c", 4) == Ok(Nil)
  assert ets.to_list(table) == Ok([#("c", 3)])
  assert ets.delete_value(table, "c", 3) == Ok(Nil)
  assert ets.size(table) == Ok(0)
}

pub fn clear_and_drop_test() {
  let table = set()
  let assert Ok(Nil) = ets.insert(table, "a", 1)
  assert ets.clear(table) == Ok(Nil)
  assert ets.size(table) == Ok(0)
  assert ets.drop(table) == Ok(Nil)
  assert ets.size(table) == Error(ets.NoTable)
  assert ets.memory(table) == Error(ets.NoTable)
  assert ets.owner(table) == Error(ets.NoTable)
  assert ets.insert(table, "a", 1) == Error(ets.NoTable)
  assert ets.fold(table, 0, fn(sum, _, _) { sum }) == Error(ets.NoTable)
  assert ets.drop(table) == Error(ets.NoTable)
}

pub fn memory_and_owner_test() {
  let table = set()
  let assert Ok(before) = ets.memory(table)
  let assert Ok(Nil) = ets.insert_list(table, list.repeat(#("a", 1), 1))
  let assert Ok(after) = ets.memory(table)
  assert after > before
  assert ets.owner(table) == Ok(process.self())
}

pub fn counters_lose_nothing_test() {
  let assert Ok(table) =
    ets.options()
    |> ets.access(ets.Public)
    |> ets.write_concurrency
    |> ets.read_concurrency
    |> ets.set
  let done = process.new_subject()
  let count = fn(_) { ets.update_counter(table, "n", add: 1, initial: 100) }
  let hundred = list.repeat(Nil, 100)
  list.each([1, 2, 3, 4], fn(_) {
    process.spawn(fn() {
      list.each(hundred, count)
      process.send(done, Nil)
    })
  })
  list.each([1, 2, 3, 4], fn(_) {
    let assert Ok(Nil) = process.receive(done, 1000)
  })
  assert ets.lookup(table, "n") == Ok(500)
}

pub fn fold_test() {
  let table = digits()
  assert ets.fold(table, "", fn(text, _, value) { text <> value })
    == Ok("12345")
}

pub fn fold_while_the_table_changes_test() {
  let table = set()
  let assert Ok(Nil) = ets.insert_list(table, [#("a", 1), #("b", 2)])
  let sum =
    ets.fold(table, 0, fn(sum, key, value) {
      let assert Ok(Nil) = ets.delete(table, key)
      sum + value
    })
  assert sum == Ok(3)
  assert ets.size(table) == Ok(0)
}

pub fn bag_test() {
  let assert Ok(table) = ets.bag(ets.options())
  let assert Ok(Nil) = ets.insert(table, "a", 1)
  let assert Ok(Nil) = ets.insert(table, "a", 2)
  let assert Ok(Nil) = ets.insert(table, "a", 1)
  assert ets.lookup_all(table, "a") == Ok([1, 2])
  assert ets.lookup_all(table, "b") == Ok([])
  assert ets.fold(table, 0, fn(sum, _, value) { sum + value }) == Ok(3)
  assert ets.take_all(table, "a") == Ok([1, 2])
  assert ets.size(table) == Ok(0)
}

pub fn duplicate_bag_test() {
  let assert Ok(table) = ets.duplicate_bag(ets.options())
  let assert Ok(Nil) = ets.insert(table, "a", 1)
  let assert Ok(Nil) = ets.insert(table, "a", 1)
  assert ets.lookup_all(table, "a") == Ok([1, 1])
  assert ets.delete_value(table, "a", 1) == Ok(Nil)
  assert ets.lookup_all(table, "a") == Ok([])
}

pub fn first_last_next_previous_test() {
  let table = digits()
  assert ets.first(table) == Ok(#(1, "1"))
  assert ets.last(table) == Ok(#(5, "5"))
  assert ets.next(table, after: 1) == Ok(#(2, "2"))
  assert ets.next(table, after: -7) == Ok(#(1, "1"))
  assert ets.next(table, after: 5) == Error(ets.NotFound)
  assert ets.previous(table, before: 3) == Ok(#(2, "2"))
  assert ets.previous(table, before: 1) == Error(ets.NotFound)
  let assert Ok(Nil) = ets.clear(table)
  assert ets.first(table) == Error(ets.NotFound)
  assert ets.last(table) == Error(ets.NotFound)
}

pub fn range_test() {
  let table = digits()
  let range = fn(from, to) { keys(ets.range(table, from, to, Ascending)) }
  assert range(Unbounded, Unbounded) == [1, 2, 3, 4, 5]
  assert range(Including(2), Including(4)) == [2, 3, 4]
  assert range(Excluding(2), Excluding(4)) == [3]
  assert range(Including(4), Including(2)) == []
  assert keys(ets.range(table, Excluding(1), Unbounded, Descending))
    == [5, 4, 3, 2]
}

pub fn limited_range_test() {
  let table = digits()
  let range = fn(limit, direction) {
    keys(ets.limited_range(table, Including(2), Unbounded, limit, direction))
  }
  assert range(2, Ascending) == [2, 3]
  assert range(2, Descending) == [5, 4]
  assert range(9, Ascending) == [2, 3, 4, 5]
  assert range(0, Ascending) == []
  assert range(-1, Descending) == []
}

pub fn count_and_delete_range_test() {
  let table = digits()
  assert ets.count_range(table, Including(2), Including(4)) == Ok(3)
  assert ets.delete_range(table, Including(2), Including(4)) == Ok(3)
  assert keys(ets.to_list(table)) == [1, 5]
}

pub fn ranges_of_tuples_test() {
  let assert Ok(table) = ets.ordered_set(ets.options())
  let pairs = [#(#("a", 1), 1), #(#("a", 2), 2), #(#("b", 1), 3)]
  let assert Ok(Nil) = ets.insert_list(table, pairs)
  assert keys(ets.range(
      table,
      Including(#("a", 2)),
      Excluding(#("b", 1)),
      Ascending,
    ))
    == [#("a", 2)]
}

pub fn access_test() {
  let table = set()
  let assert Ok(Nil) = ets.insert(table, "a", 1)
  assert elsewhere(fn() { ets.lookup(table, "a") }) == Ok(1)
  assert elsewhere(fn() { ets.insert(table, "a", 2) }) == Error(ets.NoAccess)
  let assert Ok(private) = ets.options() |> ets.access(ets.Private) |> ets.set
  let assert Ok(Nil) = ets.insert(private, "a", 1)
  assert elsewhere(fn() { ets.lookup(private, "a") }) == Error(ets.NoAccess)
  assert elsewhere(fn() { ets.fold(private, 0, fn(n, _, _) { n }) })
    == Error(ets.NoAccess)
}

pub fn owner_death_test() {
  let table = elsewhere(set)
  process.sleep(10)
  assert ets.lookup(table, "a") == Error(ets.NoTable)
}

pub fn name_test() {
  let name = ets.new_name("numbers")
  assert ets.named_set(name) == Error(ets.NoTable)
  let options = ets.options() |> ets.name(name)
  let assert Ok(table) = ets.set(options)
  let assert Ok(Nil) = ets.insert(table, 1, "one")
  let assert Ok(found) = ets.named_set(name)
  assert ets.lookup(found, 1) == Ok("one")
  // It is not a table of another kind, and there is no other of the name.
  assert ets.named_ordered_set(name) == Error(ets.NoTable)
  assert ets.named_bag(name) == Error(ets.NoTable)
  assert ets.named_duplicate_bag(name) == Error(ets.NoTable)
  assert ets.bag(options) == Error(Nil)
}

fn receive_transfer() -> ets.Transfer {
  let assert Ok(transfer) =
    process.new_selector()
    |> ets.select_transfers(fn(transfer) { transfer })
    |> process.selector_receive(within: 1000)
  transfer
}

pub fn give_away_test() {
  let gift = ets.new_gift()
  let other = ets.new_gift()
  let me = process.self()
  let table =
    elsewhere(fn() {
      let table = set()
      let assert Ok(Nil) = ets.insert(table, "a", 1)
      assert ets.give_away(table, to: me, gift:) == Ok(Nil)
      table
    })
  let transfer = receive_transfer()
  assert ets.received_set(transfer, other) == Error(Nil)
  assert ets.received_bag(transfer, gift) == Error(Nil)
  let assert Ok(received) = ets.received_set(transfer, gift)
  assert received == table
  assert ets.lookup(received, "a") == Ok(1)
  assert ets.give_away(table, to: me, gift:) == Error(ets.NoProcess)
  assert ets.give_away(table, to: ended(), gift:) == Error(ets.NoProcess)
  assert elsewhere(fn() { ets.give_away(table, to: me, gift:) })
    == Error(ets.NoAccess)
}

fn ended() -> Pid {
  let pid = elsewhere(process.self)
  process.sleep(10)
  pid
}

pub fn heir_test() {
  let gift = ets.new_gift()
  let me = process.self()
  elsewhere(fn() {
    let assert Ok(table) =
      ets.options() |> ets.heir(me, gift) |> ets.duplicate_bag
    let assert Ok(Nil) = ets.insert(table, "a", "left behind")
  })
  let assert Ok(table) = ets.received_duplicate_bag(receive_transfer(), gift)
  assert ets.lookup_all(table, "a") == Ok(["left behind"])
}
