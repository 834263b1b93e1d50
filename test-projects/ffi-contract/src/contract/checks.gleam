//// Constructors that are called like things of JavaScript and of the prelude.

pub type Clash {
  Array(Int)
  Object
  Symbol
  Math
  Number(number: Int)
  String(text: String)
  Promise
  Function
  Map
  Set
  Uint8Array
  BigInt
  CustomType
  List(List(Int))
  Empty
  NonEmpty(head: Int)
  BitArray(BitArray)
  UtfCodepoint
  Infinity
  NaN
  Symbol1
  FILEPATH
}

pub type Outcome {
  Ok(Int)
  Error(Clash)
}

pub fn clashes() -> String {
  let found = [
    same(Array(7 / half(4)), Array(3)),
    same(Number(-7 % half(0)), Number(0)),
    same(List([half(2)]), List([1])),
    !same(Empty, NonEmpty(1)),
    same(BitArray(<<half(2), 2:3>>), BitArray(<<1, 2:3>>)),
    same(String("a" <> "b"), String("ab")),
    same(Infinity, Infinity),
    matches(Error(Infinity)) == "error",
    matches(Error(BitArray(<<"x":utf8>>))) == "bits",
    matches(Error(FILEPATH)) == "path",
    halve(7.0) == 3.5,
    !same(Object, Symbol) && !same(Math, Promise) && !same(Function, Map),
    !same(Set, Uint8Array) && !same(BigInt, CustomType) && !same(Symbol, Symbol1),
    !same(UtfCodepoint, NaN),
  ]
  all(found)
}

fn same(a: Clash, b: Clash) -> Bool {
  a == b
}

fn half(x: Int) -> Int {
  x / 2
}

fn all(found: List(Bool)) -> String {
  case found {
    [] -> "ok"
    [True, ..rest] -> all(rest)
    [False, ..] -> panic as "a clash"
  }
}

fn matches(outcome: Outcome) -> String {
  case outcome {
    Ok(1) -> "one"
    Error(BitArray(<<x, _:bits>>)) if x > 0 -> "bits"
    Error(List([1, ..])) -> "list"
    Error(FILEPATH) -> "path"
    Error(_) -> "error"
    Ok(_) -> panic as "other numbers"
  }
}

fn halve(x: Float) -> Float {
  x /. 2.0
}
