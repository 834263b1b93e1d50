//// Failures of every kind, and what their errors hold.

import failing/deep

@external(erlang, "failures_native", "attempt")
@external(javascript, "./failures_native.mjs", "attempt")
fn attempt(name: String, f: fn() -> a) -> Nil

@external(erlang, "failures_native", "some")
@external(javascript, "./failures_native.mjs", "some")
fn some(x: a) -> a

pub type R {
  R(a: Int, b: String)
  S(Int)
}

fn less(a: Int, b: Int) -> Bool {
  a < b
}

fn yes() -> Bool {
  True
}

fn no() -> Bool {
  False
}

pub fn main() {
  attempt("todo", fn() { todo })
  attempt("todo msg", fn() { todo as "later" })
  attempt("todo msg expr", fn() { todo as { "la" <> some("ter") } })
  attempt("panic", fn() { panic })
  attempt("panic msg", fn() { panic as "boom" })
  attempt("panic in arg", fn() { less(1, panic as "arg") })
  attempt("panic ünïcode", fn() { panic as "bööm" })
  attempt("let assert", fn() {
    let assert Ok(x) = some(Error("no"))
    x
  })
  attempt("let assert msg", fn() {
    let assert [x, ..] = some([]) as { "no ünï" <> some("x") }
    x
  })
  attempt("let assert annotated", fn() {
    let assert Ok(x): Result(Int, Nil) = some(Error(Nil))
    x
  })
  attempt("let assert string", fn() {
    let assert "a" <> _ = some("b")
  })
  attempt("let assert int", fn() {
    let assert 1 = some(2)
  })
  attempt("let assert block", fn() {
    let assert Ok(_) = {
      let x = some(Error(1))
      x
    }
  })
  attempt("let assert pipe", fn() {
    let assert Ok(_) = Error(1) |> some
  })
  attempt("let assert call", fn() {
    let assert R(..) = some(S(1))
  })
  attempt("let assert use", fn() {
    use <- some
    let assert 1 = some(2)
    Nil
  })
  attempt("assert ==", fn() {
    assert some(1) == 2
  })
  attempt("assert literal", fn() {
    assert 1 == some(2)
  })
  attempt("assert string", fn() {
    assert "a" <> some("b") == "c"
  })
  attempt("assert !=", fn() {
    assert some(1) != 1
  })
  attempt("assert <", fn() {
    assert some(2) < 1
  })
  attempt("assert <.", fn() {
    assert some(2.5) <. 1.5
  })
  attempt("assert >=.", fn() {
    assert some(2.5) >=. 3.5
  })
  attempt("assert &&", fn() {
    assert some(False) && yes()
  })
  attempt("assert && r", fn() {
    assert some(True) && no()
  })
  attempt("assert && 3", fn() {
    assert some(True) && some(True) && no()
  })
  attempt("assert || r", fn() {
    assert some(False) || no()
  })
  attempt("assert || 3", fn() {
    assert some(False) || no() || no()
  })
  attempt("assert call", fn() {
    assert less(some(2), 1)
  })
  attempt("assert call 0", fn() {
    assert no()
  })
  attempt("assert call msg", fn() {
    assert less(2, 1) as "not ünï less"
  })
  attempt("assert remote", fn() {
    assert deep.is(1)
  })
  attempt("assert var", fn() {
    let x = some(False)
    assert x
  })
  attempt("assert field", fn() {
    let x = #(some(False))
    assert x.0
  })
  attempt("assert not", fn() {
    assert !some(True)
  })
  attempt("assert block", fn() {
    assert {
      let x = some(False)
      x
    }
  })
  attempt("assert case", fn() {
    assert case some(1) {
      1 -> False
      _ -> True
    }
  })
  attempt("assert pipe", fn() {
    assert 2 |> less(1)
  })
  attempt("assert pipe 2", fn() {
    assert 2 |> some |> less(1)
  })
  attempt("assert pipe lit", fn() {
    assert False |> some
  })
  attempt("assert fn call", fn() {
    let f = fn(x) { x }
    assert f(False)
  })
  attempt("assert literal list", fn() {
    assert [1, 2] == some([2])
  })
  attempt("assert literal record", fn() {
    assert R(1, "x") == some(S(1))
  })
  attempt("assert literal S", fn() {
    assert S(1) == some(R(1, ""))
  })
  attempt("assert literal neg", fn() {
    assert -1 == some(2)
  })
  attempt("assert arith", fn() {
    assert some(1) + 1 == 3
  })
  attempt("assert literal call args", fn() {
    assert deep.three([1], "x", some(2))
  })
  attempt("assert capture", fn() {
    assert some(less(_, 1))(2)
  })
  attempt("assert const", fn() {
    assert deep.one == 2
  })
  attempt("assert panic", fn() {
    assert less(panic as "inner", 1)
  })
  attempt("assert record field", fn() {
    let r = #(some(R(1, "x")), 1)
    assert r.1 == 2
  })
  attempt("assert multi", fn() {
    assert some(1) == 2 as "over lines"
  })
  attempt("assert paren", fn() {
    assert { some(1) } == { 2 }
  })
  attempt("assert nested eq", fn() {
    assert { some(1) == 1 } == False
  })
  attempt("assert True", fn() {
    assert some(True) == False
  })
  attempt("assert echo", fn() {
    assert some(False) as { "a" <> "b" }
  })
  attempt("assert string concat", fn() {
    assert "a" == "b" <> some("c")
  })
  attempt("deep", deep.fail)
  attempt("deep assert", deep.fail_assert)
  attempt("constant fn", fn() { deep.const_fn(1) })
  attempt("case", fn() {
    case some(1) {
      1 -> panic as "in case"
      _ -> todo
    }
  })
  attempt("anon", fn() { { fn() { panic as "in anon" } }() })
  attempt("pipe panic", fn() { 1 |> panic as "x" })
  attempt("use panic", fn() {
    use _ <- deep.call
    panic as "in use"
  })
}
