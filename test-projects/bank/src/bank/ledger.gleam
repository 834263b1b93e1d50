import bank/account.{type Account, Account}
import gleam/bool
import gleam/dict.{type Dict}
import gleam/int
import gleam/list
import gleam/result
import gleam/string

pub opaque type Ledger {
  Ledger(accounts: Dict(String, Account))
}

pub type Problem {
  NoAccount(owner: String)
  Short(by: Int)
  NotPositive
}

pub fn new() -> Ledger {
  Ledger(accounts: dict.new())
}

pub fn open(ledger: Ledger, owner: String, balance: Int) -> Ledger {
  put(ledger, Account(owner:, balance:, moves: []))
}

pub fn transfer(
  ledger: Ledger,
  from sender: String,
  to receiver: String,
  amount amount: Int,
) -> Result(Ledger, Problem) {
  use <- bool.guard(when: amount <= 0, return: Error(NotPositive))
  use giving <- result.try(find(ledger, sender))
  use taking <- result.try(find(ledger, receiver))
  use giving <- result.map(
    account.withdraw(giving, amount) |> result.map_error(Short),
  )
  ledger
  |> put(giving)
  |> put(account.deposit(taking, amount))
}

pub fn accounts(ledger: Ledger) -> List(Account) {
  dict.values(ledger.accounts)
  |> list.sort(fn(a, b) { string.compare(a.owner, b.owner) })
}

pub fn explain(problem: Problem) -> String {
  case problem {
    NoAccount(owner) -> "there is no account of " <> owner
    Short(by: 1) -> "one is missing"
    Short(by:) -> int.to_string(by) <> " are missing"
    NotPositive -> "nothing to transfer"
  }
}

fn find(ledger: Ledger, owner: String) -> Result(Account, Problem) {
  dict.get(ledger.accounts, owner)
  |> result.replace_error(NoAccount(owner))
}

fn put(ledger: Ledger, account: Account) -> Ledger {
  Ledger(accounts: dict.insert(ledger.accounts, account.owner, account))
}
