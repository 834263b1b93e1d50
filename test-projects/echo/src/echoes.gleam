//// What `echo` shows.

import gleam/dict
import gleam/option.{None, Some}
import gleam/set

@external(erlang, "echoes_native", "native")
@external(javascript, "./echoes_native.mjs", "native")
fn native(index: Int) -> a

@external(erlang, "echoes_native", "count")
@external(javascript, "./echoes_native.mjs", "count")
fn count() -> Int

pub type R(a) {
  R(a: a, b: String)
  HTTPGet
  Plain(Int, Float)
  Mixed(Int, label: String)
  Then(then: Int, constructor: Int)
}

pub opaque type Op {
  Op(x: Int)
}

pub fn main() {
  echo 1
  echo -5
  echo 1_000_000_000_000
  echo 9_007_199_254_740_993
  echo 123_456_789_012_345_678_901_234_567_890
  echo 1.0
  echo -0.0
  echo 0.0
  echo 1.5e10
  echo 1.0e100
  echo 1.5e-10
  echo 123_456_789.123
  echo 1.0e21
  echo 1.0e16
  echo 1.0e15
  echo 0.1
  echo 0.00001
  echo 100_000.0
  echo "hello"
  echo ""
  echo "q\"uo\\te\n\r\t\f\u{0}\u{1}\u{7f}\u{80}\u{9f}\u{a0}ünï 世界 👋🏽 e\u{301} \u{200b}\u{feff}\u{2028}\u{202e}\u{1F468}\u{200D}\u{1F469}"
  echo "a'b$ {x} `"
  echo True
  echo False
  echo Nil
  echo []
  echo [1, 2]
  echo ["a", "b"]
  echo [[1], []]
  echo [104, 101, 108, 108, 111]
  echo [97]
  echo [9, 10, 13]
  echo [1.0]
  echo [0, 97]
  echo [32, 126]
  echo [127]
  echo #()
  echo #(1)
  echo #(1, "a", 2.0)
  echo Ok(1)
  echo Error("x")
  echo Ok(Nil)
  echo Some(1)
  echo None
  echo R(1, "x")
  echo R(R(1, "y"), "x")
  echo HTTPGet
  echo Plain(1, 2.0)
  echo Mixed(1, "x")
  echo Then(1, 2)
  echo Op(1)
  echo <<>>
  echo <<1, 2, 3>>
  echo <<1:1>>
  echo <<1, 5:3>>
  echo <<"hello":utf8>>
  echo <<255, 0>>
  echo <<104:7, 1:2>>
  echo fn() { 1 }
  echo fn(x, y) { x + y }
  echo main
  echo R
  echo fn(
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    aa,
    bb,
  ) {
    #(
      a,
      b,
      c,
      d,
      e,
      f,
      g,
      h,
      i,
      j,
      k,
      l,
      m,
      n,
      o,
      p,
      q,
      r,
      s,
      t,
      u,
      v,
      w,
      x,
      y,
      z,
      aa,
      bb,
    )
  }
  echo dict.new()
  echo dict.from_list([#("a", 1)])
  echo dict.from_list([#("b", 1), #("a", 2), #("c", 3)])
  echo dict.from_list([#(1, dict.from_list([#(2, [])]))])
  echo dict.from_list([#(10, 1), #(9, 2), #(100, 3)])
  echo set.from_list([1])
  echo #(dict.new(), [Ok(<<1>>)])
  echo 1 as "message"
  echo "x" as { "a" <> "b" }
  1 |> echo |> fn(x) { x + 1 } |> echo
  1 |> echo as "piped"
  let _ = { echo 1 } + 2
  each(0)
}

fn each(n: Int) {
  case n < count() {
    True -> {
      echo native(n)
      each(n + 1)
    }
    False -> Nil
  }
}
