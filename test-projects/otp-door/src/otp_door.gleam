//// A door with a code lock, as a typed state machine. The states carry what
//// only they need: a locked door the digits typed so far, a barred one the
//// time it stays so. The compiler looks for pairs of state and message that
//// nobody thought of.

import gleam/erlang/process.{type Subject}
import gleam/int
import gleam/io
import gleam/list
import gleam/string
import tindra/statem.{type Entering, type Handling, type Next}

type Door {
  Locked(typed: List(Int))
  Unlocked
  Open
  Barred
}

type Message {
  Press(digit: Int)
  Push
  Close
  TimeIsUp
  Describe(reply_to: Subject(String))
}

/// What stays the same in all states.
type Lock {
  Lock(code: List(Int), wrong: Int)
}

fn handle(
  door: Door,
  lock: Lock,
  message: Message,
) -> Next(Door, Lock, Message, Handling) {
  case door, message {
    _, Describe(reply_to:) ->
      statem.keep(lock)
      |> statem.reply(to: reply_to, with: string.inspect(door))

    Locked(typed:), Press(digit:) -> press(lock, list.append(typed, [digit]))
    Locked(_), TimeIsUp -> statem.change(to: Locked([]), data: lock)
    // Whoever pushes before the code is complete gets in once it is.
    Locked(_), Push -> statem.keep(lock) |> statem.postpone
    Locked(_), Close -> statem.keep(lock)

    Unlocked, Push -> statem.change(to: Open, data: lock)
    Unlocked, TimeIsUp -> statem.change(to: Locked([]), data: lock)
    Unlocked, Press(_) | Unlocked, Close -> statem.keep(lock)

    Open, Close -> statem.change(to: Locked([]), data: lock)
    Open, Push | Open, Press(_) | Open, TimeIsUp -> statem.keep(lock)

    Barred, TimeIsUp ->
      statem.change(to: Locked([]), data: Lock(..lock, wrong: 0))
    Barred, Press(_) | Barred, Push | Barred, Close -> statem.keep(lock)
  }
}

fn press(lock: Lock, typed: List(Int)) -> Next(Door, Lock, Message, Handling) {
  let complete = list.length(typed) == list.length(lock.code)
  case complete, typed == lock.code, lock.wrong {
    False, _, _ -> statem.change(to: Locked(typed), data: lock)
    True, True, _ -> statem.change(to: Unlocked, data: Lock(..lock, wrong: 0))
    True, False, 2 -> statem.change(to: Barred, data: Lock(..lock, wrong: 3))
    True, False, wrong ->
      statem.change(to: Locked([]), data: Lock(..lock, wrong: wrong + 1))
  }
}

fn enter(
  previous: Door,
  door: Door,
  lock: Lock,
) -> Next(Door, Lock, Message, Entering) {
  case door {
    Locked(typed: []) -> {
      io.println("locked, wrong codes: " <> int.to_string(lock.wrong))
      statem.keep(lock)
    }
    // Digits that nobody goes on with are forgotten.
    Locked(typed: _) ->
      statem.keep(lock) |> statem.state_timeout(after: 5000, send: TimeIsUp)
    Unlocked -> {
      io.println("unlocked after " <> string.inspect(previous))
      statem.keep(lock) |> statem.state_timeout(after: 200, send: TimeIsUp)
    }
    Open -> {
      io.println("open")
      statem.keep(lock)
    }
    Barred -> {
      io.println("barred")
      statem.keep(lock) |> statem.state_timeout(after: 200, send: TimeIsUp)
    }
  }
}

pub fn main() -> Nil {
  let assert Ok(door) =
    statem.new(state: Locked([]), data: Lock(code: [1, 2, 3], wrong: 0))
    |> statem.on_message(handle)
    |> statem.on_enter(enter)
    |> statem.start
  let press = fn(digits) {
    list.each(digits, fn(digit) { statem.send(door.data, Press(digit)) })
  }
  // The answer comes after all that was sent before has been handled.
  let state = fn() { statem.call(door.data, waiting: 1000, sending: Describe) }
  let describe = fn() { io.println("it is " <> state()) }
  let heading = fn(text) {
    state()
    io.println("-- " <> text)
  }

  heading("the code, and a push")
  press([1, 2, 3])
  statem.send(door.data, Push)
  describe()
  statem.send(door.data, Close)

  heading("a push that waits for the code")
  statem.send(door.data, Push)
  press([1, 2])
  describe()
  press([3])
  describe()
  statem.send(door.data, Close)

  heading("an unlocked door locks itself")
  press([1, 2, 3])
  describe()
  process.sleep(400)
  describe()

  heading("three wrong codes")
  press([3, 2, 1, 9, 9, 9, 0, 0, 0, 1, 2, 3])
  describe()
  process.sleep(400)
  press([1, 2, 3])
  statem.send(door.data, Push)
  describe()
}
