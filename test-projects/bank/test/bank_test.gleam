import bank/account.{Account, In, Out}
import bank/ledger.{NoAccount, NotPositive, Short}
import gleeunit

pub fn main() {
  gleeunit.main()
}

pub fn transfer_moves_money_test() {
  let ledger = ledger.new() |> ledger.open("a", 10) |> ledger.open("b", 0)
  let assert Ok(ledger) = ledger.transfer(ledger, from: "a", to: "b", amount: 4)
  let assert [a, b] = ledger.accounts(ledger)
  assert a == Account("a", 6, [Out(4)])
  assert b == Account("b", 4, [In(4)])
}

pub fn problems_test() {
  let ledger = ledger.new() |> ledger.open("a", 10)
  assert ledger.transfer(ledger, from: "a", to: "x", amount: 1)
    == Error(NoAccount("x"))
  assert ledger.transfer(ledger, from: "a", to: "a", amount: 0)
    == Error(NotPositive)
  assert ledger.transfer(ledger, from: "a", to: "a", amount: 12)
    == Error(Short(by: 2))
}

pub fn withdraw_test() {
  let account = Account("a", 3, [])
  assert account.withdraw(account, 3) == Ok(Account("a", 0, [Out(3)]))
  assert account.withdraw(account, 5) == Error(2)
}
