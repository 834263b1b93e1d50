//// An Erlang shell looks into an actor: what is typed at its prompt is
//// evaluated and printed here, in the words of Erlang.

import gleam/erlang/process.{type Name, type Subject}
import gleam/io
import gleam/list
import gleam/otp/actor
import gleam/otp/static_supervisor as supervisor
import gleam/otp/supervision

type Message {
  Deposit(amount: Int)
  GetBalance(reply_to: Subject(Int))
}

type Account {
  Account(owner: String, balance: Int)
}

fn handle_message(
  account: Account,
  message: Message,
) -> actor.Next(Account, Message) {
  case message {
    Deposit(amount:) ->
      actor.continue(Account(..account, balance: account.balance + amount))
    GetBalance(reply_to:) -> {
      actor.send(reply_to, account.balance)
      actor.continue(account)
    }
  }
}

/// What somebody types who wants to know more of the account.
const session = [
  "sys:get_state(Pid).",
  "sys:suspend(Pid).",
  "lists:nth(2, element(4, sys:get_status(Pid))).",
  "sys:resume(Pid).",
  "sys:replace_state(Pid, fun({account, Owner, _}) -> {account, Owner, 1000} end).",
  "[{Id, Type} || {Id, _, Type, _} <- supervisor:which_children(Supervisor)].",
  "supervisor:count_children(Supervisor).",
  "element(1, proc_lib:translate_initial_call(Pid)).",
]

pub fn main() -> Nil {
  let name = process.new_name("account")
  let assert Ok(bank) =
    supervisor.new(supervisor.OneForOne)
    |> supervisor.add(supervision.worker(fn() { open_account(name) }))
    |> supervisor.start
  let account = process.named_subject(name)
  actor.send(account, Deposit(30))
  actor.send(account, Deposit(12))
  let assert Ok(pid) = process.named(name)

  list.each(session, fn(input) {
    io.println("> " <> input)
    io.println(evaluate(input, pid, bank.pid))
  })

  assert actor.call(account, waiting: 1000, sending: GetBalance) == 1000
  Nil
}

fn open_account(name: Name(Message)) -> actor.StartResult(Subject(Message)) {
  actor.new(Account(owner: "Ada", balance: 0))
  |> actor.on_message(handle_message)
  |> actor.named(name)
  |> actor.start
}

/// Evaluates like an Erlang shell in which `Pid` and `Supervisor` are bound.
@external(erlang, "otp_introspection_ffi", "evaluate")
fn evaluate(input: String, pid: process.Pid, supervisor: process.Pid) -> String
