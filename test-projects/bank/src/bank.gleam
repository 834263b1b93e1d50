//// Accounts, transfers and what can go wrong with them.

import bank/account.{type Account, Account}
import bank/ledger
import gleam/int
import gleam/io
import gleam/list
import gleam/result

pub fn main() {
  let ledger =
    ledger.new()
    |> ledger.open("ada", 100)
    |> ledger.open("bob", 20)
  let attempts = [
    #("ada", "bob", 30),
    #("bob", "ada", 500),
    #("ada", "eve", 1),
    #("ada", "bob", -5),
    #("bob", "ada", 50),
  ]
  let ledger =
    list.fold(attempts, ledger, fn(ledger, attempt) {
      let #(from, to, amount) = attempt
      case ledger.transfer(ledger, from:, to:, amount:) {
        Ok(ledger) -> {
          io.println(from <> " -> " <> to <> ": " <> int.to_string(amount))
          ledger
        }
        Error(problem) -> {
          io.println(from <> " -> " <> to <> ": " <> ledger.explain(problem))
          ledger
        }
      }
    })
  ledger.accounts(ledger)
  |> list.map(describe)
  |> list.each(io.println)
  let richest =
    ledger.accounts(ledger)
    |> list.reduce(fn(a, b) {
      case a.balance >= b.balance {
        True -> a
        False -> b
      }
    })
    |> result.map(describe)
    |> result.unwrap("nobody")
  io.println("richest: " <> richest)
}

fn describe(account: Account) -> String {
  let Account(owner:, balance:, ..) = account
  owner <> " has " <> int.to_string(balance)
}
