import gleam/erlang/process
import gleam/list
import gleam/string
import tindra/mnesia.{
  type Table, Disc, Excluding, Including, Memory, Rejected, Unbounded,
}
import tindra/node
import tindra/peer.{type Peer}

pub type Account {
  Account(owner: String, balance: Int)
}

pub type Person {
  Person(name: String, city: String, age: Int)
}

fn memory() -> Nil {
  case mnesia.start(mnesia.InMemory) {
    Ok(Nil) | Error(mnesia.AlreadyRunning) -> Nil
    Error(error) -> panic as string.inspect(error)
  }
}

fn accounts(name: String) -> Table(String, Account) {
  mnesia.table(name, version: 1, key: fn(account: Account) { account.owner })
}

fn open(table: Table(key, value)) -> Table(key, value) {
  memory()
  assert mnesia.open(table, within: 2000) == Ok(Nil)
  table
}

fn fill(table: Table(key, value), values: List(value)) -> Nil {
  let assert Ok(Nil) =
    mnesia.dirty(fn(access) { list.each(values, mnesia.put(access, table, _)) })
  Nil
}

pub fn a_rejected_transaction_changes_nothing_test() {
  let table = open(accounts("rejected"))
  fill(table, [Account("ada", 5)])
  assert mnesia.transaction(fn(access) {
      mnesia.put(access, table, Account("ada", 0))
      mnesia.put(access, table, Account("bob", 5))
      assert mnesia.get(access, table, "bob") == Ok(Account("bob", 5))
      Error("no")
    })
    == Error(Rejected("no"))
  assert mnesia.dirty(mnesia.keys(_, table)) == Ok(["ada"])
  assert mnesia.dirty(mnesia.get(_, table, "ada")) == Ok(Ok(Account("ada", 5)))
}

pub fn a_crash_changes_nothing_and_goes_on_test() {
  let table = open(accounts("crash"))
  let crashed =
    rescue(fn() {
      mnesia.transaction(fn(access) {
        mnesia.put(access, table, Account("ada", 0))
        panic as "on purpose"
      })
    })
  assert crashed == Error("on purpose")
  assert mnesia.size(table) == Ok(0)
  assert rescue(fn() { mnesia.dirty(fn(_) { panic as "dirty" }) })
    == Error("dirty")
}

@external(erlang, "tindra_mnesia_test_ffi", "rescue")
fn rescue(function: fn() -> a) -> Result(a, String)

pub fn transactions_exclude_each_other_test() {
  let table = open(accounts("concurrent"))
  fill(table, [Account("ada", 0)])
  let done = process.new_subject()
  let workers = list.repeat(Nil, 20)
  list.each(workers, fn(_) {
    process.spawn(fn() {
      list.each(list.repeat(Nil, 10), fn(_) {
        let assert Ok(Nil) =
          mnesia.transaction(fn(access) {
            let assert Ok(account) = mnesia.get(access, table, "ada")
            let balance = account.balance + 1
            mnesia.put(access, table, Account(..account, balance:))
            Ok(Nil)
          })
      })
      process.send(done, Nil)
    })
  })
  list.each(workers, fn(_) {
    assert process.receive(done, 5000) == Ok(Nil)
  })
  assert mnesia.dirty(mnesia.get(_, table, "ada"))
    == Ok(Ok(Account("ada", 200)))
}

pub fn ranges_test() {
  let check = fn(table: Table(Int, Int)) {
    fill(open(table), [7, 1, 5, 3, 9])
    let range = fn(lower, upper, limit) {
      let assert Ok(dirty) =
        mnesia.dirty(mnesia.range(_, table, lower, upper, limit))
      let safe =
        mnesia.transaction(fn(access) {
          Ok(mnesia.range(access, table, lower, upper, limit))
        })
      assert safe == Ok(dirty)
      dirty
    }
    assert range(Unbounded, Unbounded, 10) == [1, 3, 5, 7, 9]
    assert range(Unbounded, Unbounded, 2) == [1, 3]
    assert range(Unbounded, Unbounded, 0) == []
    assert range(Including(3), Including(7), 10) == [3, 5, 7]
    assert range(Excluding(3), Excluding(7), 10) == [5]
    assert range(Including(4), Excluding(6), 10) == [5]
    assert range(Excluding(4), Unbounded, 1) == [5]
    assert range(Including(10), Unbounded, 10) == []
    assert range(Including(7), Including(3), 10) == []
    // What the transaction itself has written is there too.
    assert mnesia.transaction(fn(access) {
        mnesia.put(access, table, 4)
        mnesia.delete(access, table, 5)
        Ok(mnesia.range(access, table, Including(3), Excluding(9), 10))
      })
      == Ok([3, 4, 7])
  }
  check(mnesia.table("range_set", version: 1, key: fn(n) { n }))
  check(
    mnesia.ordered(mnesia.table("range_ordered", version: 1, key: fn(n) { n })),
  )
}

pub fn bags_test() {
  let table =
    mnesia.table("bag", version: 1, key: fn(pair: #(Int, Int)) { pair.0 })
    |> mnesia.bag
    |> open
  fill(table, [#(1, 1), #(1, 2), #(2, 1), #(1, 1)])
  assert mnesia.dirty(mnesia.all(_, table, 1)) == Ok([#(1, 1), #(1, 2)])
  assert mnesia.size(table) == Ok(3)
  let assert Ok(Nil) = mnesia.dirty(mnesia.delete_value(_, table, #(1, 1)))
  assert mnesia.dirty(mnesia.all(_, table, 1)) == Ok([#(1, 2)])
  let assert Ok(Nil) = mnesia.dirty(mnesia.delete(_, table, 1))
  assert mnesia.dirty(mnesia.all(_, table, 1)) == Ok([])
}

pub fn indexes_test() {
  let city = mnesia.index("city", by: fn(person: Person) { person.city })
  let adult = mnesia.index("adult", by: fn(person: Person) { person.age >= 18 })
  let plain =
    mnesia.table("people", version: 1, key: fn(person: Person) { person.name })
  let table =
    plain |> mnesia.indexed(by: city) |> mnesia.indexed(by: adult) |> open
  let ada = Person("ada", "London", 36)
  let bob = Person("bob", "Oslo", 7)
  fill(table, [ada, bob])
  assert mnesia.dirty(mnesia.find_by(_, table, city, "Oslo")) == Ok([bob])
  assert mnesia.dirty(mnesia.find_by(_, table, adult, True)) == Ok([ada])
  fill(table, [Person(..bob, city: "London")])
  assert mnesia.dirty(mnesia.find_by(_, table, city, "Oslo")) == Ok([])
  assert mnesia.open(plain, within: 1000) == Error(mnesia.OtherShape)
}

pub fn records_test() {
  let table =
    mnesia.record_table(
      "records",
      version: 1,
      constructor: "Account",
      fields: ["owner", "balance"],
      key: fn(account: Account) { account.owner },
    )
  let balance =
    mnesia.index("balance", by: fn(account: Account) { account.balance })
  let table = open(mnesia.indexed(table, by: balance))
  fill(table, [Account("ada", 1), Account("bob", 2)])
  assert mnesia.dirty(mnesia.find_by(_, table, balance, 2))
    == Ok([Account("bob", 2)])
  assert mnesia.open(table, within: 1000) == Ok(Nil)
}

pub fn errors_test() {
  memory()
  let absent = accounts("absent")
  assert mnesia.dirty(mnesia.get(_, absent, "ada"))
    == Error(mnesia.NoTable("absent"))
  assert mnesia.transaction(fn(access) { mnesia.get(access, absent, "ada") })
    == Error(mnesia.Failed(mnesia.NoTable("absent")))
  assert mnesia.clear(absent) == Error(mnesia.NoTable("absent"))
  assert mnesia.drop(absent) == Error(mnesia.NoTable("absent"))
  assert mnesia.copies(absent) == Error(mnesia.NoTable("absent"))
  let present = open(accounts("present"))
  assert mnesia.copy(present, to: node.self(), on: Memory) == Ok(Nil)
  // The schema is in memory, and so no table can be on disc.
  let assert Error(mnesia.Other(_)) =
    mnesia.copy(present, to: node.self(), on: Disc)
  assert mnesia.open(mnesia.bag(present), within: 1000)
    == Error(mnesia.OtherShape)
}

/// Further virtual machines, one after the other, with the same folder.
pub fn what_is_on_disc_survives_test_() {
  #(Timeout, 60.0, fn() {
    let folder = temporary_folder()
    let table = mnesia.on(accounts("durable"), Disc)
    let first = start_peer()
    assert on(first, fn() {
        assert mnesia.transaction(fn(_) { Ok(Nil) })
          == Error(mnesia.Failed(mnesia.NotRunning))
        assert mnesia.size(table) == Error(mnesia.NotRunning)
        assert mnesia.flush() == Error(mnesia.NotRunning)
        assert mnesia.open(table, within: 2000) == Error(mnesia.NotRunning)
        assert mnesia.start(mnesia.InFolder(folder)) == Ok(Nil)
        assert mnesia.open(table, within: 2000) == Ok(Nil)
        assert mnesia.transaction(fn(access) {
            mnesia.put(access, table, Account("ada", 7))
            Ok(Nil)
          })
          == Ok(Nil)
        mnesia.flush()
      })
      == Ok(Nil)
    // Ends at once, without a stop of the database.
    peer.stop(first)

    let second = start_peer()
    assert on(second, fn() {
        assert mnesia.start(mnesia.InFolder(folder)) == Ok(Nil)
        assert mnesia.open(table, within: 2000) == Ok(Nil)
        let found = mnesia.dirty(mnesia.get(_, table, "ada"))
        mnesia.stop()
        found
      })
      == Ok(Ok(Account("ada", 7)))
    peer.stop(second)

    let third = start_peer()
    assert on(third, fn() {
        let newer =
          mnesia.table("durable", version: 2, key: fn(pair: #(String, Int)) {
            pair.0
          })
          |> mnesia.on(Disc)
        assert mnesia.start(mnesia.InFolder(folder)) == Ok(Nil)
        assert mnesia.open(newer, within: 2000) == Error(mnesia.OtherVersion(1))
        assert mnesia.open(table, within: 2000) == Ok(Nil)
        let change = fn(account: Account) { #(account.owner, account.balance) }
        assert mnesia.upgrade(table, to: newer, with: change) == Ok(Nil)
        assert mnesia.upgrade(table, to: newer, with: change) == Ok(Nil)
        assert mnesia.open(newer, within: 2000) == Ok(Nil)
        assert mnesia.open(table, within: 2000) == Error(mnesia.OtherVersion(2))
        mnesia.dirty(mnesia.get(_, newer, "ada"))
      })
      == Ok(Ok(#("ada", 7)))
    peer.stop(third)
    remove_folder(folder)
  })
}

pub type Timeout {
  Timeout
}

/// Two nodes with one database.
pub fn copies_on_two_nodes_test_() {
  #(Timeout, 60.0, fn() {
    memory()
    mnesia.stop()
    let assert Ok(here) =
      node.long("tindra_mnesia_test", host: "127.0.0.1")
      |> node.loopback
      |> node.start
    let assert Ok(peer) = peer.start("mnesia_east")
    let there = peer.node(peer)
    let table = accounts("shared")

    assert mnesia.join(there) == Error(mnesia.NotRunning)
    memory()
    assert mnesia.join(there) == Error(mnesia.NodeDown)
    assert on(peer, fn() { mnesia.start(mnesia.InMemory) }) == Ok(Nil)
    assert mnesia.join(there) == Ok(Nil)
    assert mnesia.open(table, within: 2000) == Ok(Nil)
    assert on(peer, fn() { mnesia.open(table, within: 2000) }) == Ok(Nil)
    assert mnesia.copies(table) == Ok([here])
    assert mnesia.copy(table, to: there, on: Memory) == Ok(Nil)
    assert mnesia.copies(table)
      == Ok(
        list.sort([here, there], fn(a, b) {
          string.compare(node.name(a), node.name(b))
        }),
      )
    assert on(peer, fn() {
        mnesia.transaction(fn(access) {
          mnesia.put(access, table, Account("far", 1))
          Ok(Nil)
        })
      })
      == Ok(Nil)
    assert mnesia.dirty(mnesia.get(_, table, "far"))
      == Ok(Ok(Account("far", 1)))
    assert mnesia.remove_copy(table, from: here) == Ok(Nil)
    assert mnesia.copies(table) == Ok([there])
    // It is read from the other node.
    assert mnesia.dirty(mnesia.get(_, table, "far"))
      == Ok(Ok(Account("far", 1)))
    peer.stop(peer)
    wait_for_loss(table, 100)
    mnesia.stop()
    assert node.stop() == Ok(Nil)
  })
}

/// Until the database has taken notice that the last copy is gone.
fn wait_for_loss(table: Table(String, Account), tries: Int) -> Nil {
  case mnesia.dirty(mnesia.get(_, table, "far")) {
    Error(error) -> {
      assert error == mnesia.NoTable("shared")
      Nil
    }
    Ok(_) -> {
      assert tries > 0
      process.sleep(50)
      wait_for_loss(table, tries - 1)
    }
  }
}

fn start_peer() -> Peer {
  let assert Ok(peer) = peer.start_alone()
  peer
}

fn on(peer: Peer, function: fn() -> a) -> a {
  case peer.run(peer, within: 20_000, run: function) {
    Ok(value) -> value
    Error(error) -> panic as string.inspect(error)
  }
}

@external(erlang, "tindra_mnesia_test_ffi", "temporary_folder")
fn temporary_folder() -> String

@external(erlang, "tindra_mnesia_test_ffi", "remove_folder")
fn remove_folder(path: String) -> Nil
