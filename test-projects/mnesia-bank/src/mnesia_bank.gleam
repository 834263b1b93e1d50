//// A bank whose accounts are in Mnesia: transactions are made whole or not at
//// all, and those that were made are there in the next virtual machine that
//// opens the folder, though the one before has ended without a farewell.

import gleam/io
import gleam/list
import gleam/string
import tindra/mnesia.{type Table, type TransactionError}
import tindra/peer

pub type Account {
  Account(owner: String, balance: Int)
}

pub type Problem {
  NoAccount(owner: String)
  TooLittle(owner: String, balance: Int)
}

fn accounts() -> Table(String, Account) {
  mnesia.table("accounts", version: 1, key: fn(account: Account) {
    account.owner
  })
  |> mnesia.ordered
  |> mnesia.on(mnesia.Disc)
}

fn transfer(
  from: String,
  to: String,
  amount: Int,
) -> Result(Nil, TransactionError(Problem)) {
  use access <- mnesia.transaction
  // The receiver gets the money first: it is taken back when the sender has
  // too little.
  case mnesia.get_for_update(access, accounts(), to) {
    Error(Nil) -> Error(NoAccount(to))
    Ok(Account(balance:, ..)) -> {
      mnesia.put(access, accounts(), Account(to, balance + amount))
      case mnesia.get_for_update(access, accounts(), from) {
        Error(Nil) -> Error(NoAccount(from))
        Ok(Account(balance:, ..)) if balance < amount ->
          Error(TooLittle(from, balance))
        Ok(Account(balance:, ..)) -> {
          mnesia.put(access, accounts(), Account(from, balance - amount))
          Ok(Nil)
        }
      }
    }
  }
}

/// What a virtual machine does with the folder.
fn with_bank(folder: String, function: fn() -> List(String)) -> List(String) {
  let assert Ok(Nil) = mnesia.start(mnesia.InFolder(folder))
  let assert Ok(Nil) = mnesia.open(accounts(), within: 10_000)
  let lines = function()
  let assert Ok(Nil) = mnesia.flush()
  lines
}

fn statement() -> List(String) {
  let assert Ok(accounts) =
    mnesia.transaction(fn(access) {
      let all = mnesia.Unbounded
      Ok(mnesia.range(access, accounts(), from: all, to: all, at_most: 100))
    })
  list.map(accounts, string.inspect)
}

fn first_day() -> List(String) {
  let assert Ok(Nil) =
    mnesia.transaction(fn(access) {
      mnesia.put(access, accounts(), Account("ada", 100))
      mnesia.put(access, accounts(), Account("bob", 20))
      Ok(Nil)
    })
  let transfers =
    [
      transfer("ada", "bob", 30),
      transfer("bob", "ada", 500),
      transfer("ada", "eve", 1),
    ]
    |> list.map(string.inspect)
  list.append(transfers, statement())
}

fn second_day() -> List(String) {
  let before = statement()
  let transfer = string.inspect(transfer("bob", "ada", 50))
  list.flatten([before, [transfer], statement()])
}

/// Runs the function in a virtual machine of its own, which is ended at once.
fn day(name: String, folder: String, function: fn() -> List(String)) -> Nil {
  let assert Ok(peer) = peer.start_alone()
  let lines =
    peer.run(peer, within: 30_000, run: fn() { with_bank(folder, function) })
  peer.stop(peer)
  io.println(name)
  case lines {
    Ok(lines) -> list.each(lines, fn(line) { io.println("  " <> line) })
    Error(error) -> io.println(string.inspect(error))
  }
}

pub fn main() {
  let folder = temporary_folder()
  day("first day", folder, first_day)
  day("second day", folder, second_day)
  remove_folder(folder)
}

@external(erlang, "mnesia_bank_ffi", "temporary_folder")
fn temporary_folder() -> String

@external(erlang, "mnesia_bank_ffi", "remove_folder")
fn remove_folder(path: String) -> Nil
