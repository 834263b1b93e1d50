//! Functions that build lists on the way back.

pub fn range(from: Int, to: Int) -> List(Int) {
  case from > to {
    True -> []
    False -> [from, ..range(from + 1, to)]
  }
}

pub fn map(list: List(a), f: fn(a) -> b) -> List(b) {
  case list {
    [] -> []
    [first, ..rest] -> [f(first), ..map(rest, f)]
  }
}

pub fn filter(list: List(a), keep: fn(a) -> Bool) -> List(a) {
  case list {
    [] -> []
    [first, ..rest] ->
      case keep(first) {
        True -> [first, ..filter(rest, keep)]
        False -> filter(rest, keep)
      }
  }
}

pub fn filter_map(list: List(a), f: fn(a) -> Result(b, e)) -> List(b) {
  case list {
    [] -> []
    [first, ..rest] ->
      case f(first) {
        Ok(value) -> [value, ..filter_map(rest, f)]
        Error(_) -> filter_map(rest, f)
      }
  }
}

pub fn append(first: List(a), second: List(a)) -> List(a) {
  case first {
    [] -> second
    [item, ..rest] -> [item, ..append(rest, second)]
  }
}

pub fn zip(first: List(a), second: List(b)) -> List(#(a, b)) {
  case first, second {
    [a, ..rest], [b, ..others] -> [#(a, b), ..zip(rest, others)]
    _, _ -> []
  }
}

/// Two functions that go on with each other.
pub fn flatten(lists: List(List(a))) -> List(a) {
  case lists {
    [] -> []
    [first, ..rest] -> flatten_first(first, rest)
  }
}

fn flatten_first(list: List(a), lists: List(List(a))) -> List(a) {
  case list {
    [] -> flatten(lists)
    [first, ..rest] -> [first, ..flatten_first(rest, lists)]
  }
}

pub fn interleave(first: List(a), second: List(a)) -> List(a) {
  case first, second {
    [a, ..first], [b, ..second] -> [a, b, ..interleave(first, second)]
    [], others | others, [] -> others
  }
}

pub fn take_while(list: List(a), keep: fn(a) -> Bool) -> List(a) {
  case list {
    [first, ..rest] ->
      case keep(first) {
        True -> [first, ..take_while(rest, keep)]
        False -> []
      }
    [] -> []
  }
}

/// The call stands in a `let` before the list.
pub fn doubled(list: List(Int)) -> List(Int) {
  case list {
    [] -> []
    [first, ..rest] -> {
      let twice = first * 2
      let others = doubled(rest)
      [twice, ..others]
    }
  }
}

/// Pipelines before and in the tail.
pub fn squares(list: List(Int)) -> List(Int) {
  case list {
    [] -> []
    [first, ..rest] -> [
      first |> multiply(first),
      ..rest
      |> squares
    ]
  }
}

fn multiply(a: Int, b: Int) -> Int {
  { a * b } % 65_521
}

pub type Token {
  Number(Int)
  Plus
  Word(String)
}

/// A tokenizer: three functions, one of which gathers digits.
pub fn tokens(text: String) -> List(Token) {
  case text {
    "" -> []
    " " <> rest -> tokens(rest)
    "+" <> rest -> [Plus, ..tokens(rest)]
    "0" <> _ | "1" <> _ | "2" <> _ -> number(text, 0)
    "x" <> rest -> [Word("x"), ..tokens(rest)]
    _ -> word(text)
  }
}

fn number(text: String, value: Int) -> List(Token) {
  case text {
    "0" <> rest -> number(rest, value * 10)
    "1" <> rest -> number(rest, value * 10 + 1)
    "2" <> rest -> number(rest, value * 10 + 2)
    _ -> [Number(value), ..tokens(text)]
  }
}

fn word(text: String) -> List(Token) {
  case text {
    "let " <> rest -> [Word("let"), ..tokens(rest)]
    _ -> [Word(text)]
  }
}
