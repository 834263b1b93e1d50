pub type Account {
  Account(owner: String, balance: Int, moves: List(Move))
}

pub type Move {
  In(amount: Int)
  Out(amount: Int)
}

pub fn deposit(account: Account, amount: Int) -> Account {
  Account(..account, balance: account.balance + amount, moves: [
    In(amount),
    ..account.moves
  ])
}

pub fn withdraw(account: Account, amount: Int) -> Result(Account, Int) {
  case account.balance - amount {
    rest if rest < 0 -> Error(-rest)
    rest ->
      Ok(
        Account(..account, balance: rest, moves: [Out(amount), ..account.moves]),
      )
  }
}
