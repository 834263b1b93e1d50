pub fn stop(x: Int) {
  case x {
    1 -> todo
    2 -> todo as "later"
    3 -> panic
    4 -> panic as { "no" <> "!" }
    _ -> echo x as "x is"
  }
}

fn same(a: Int, b: Int) -> Bool {
  a == b
}

pub fn assertions(x: Int, ok: Bool, f: fn(Int) -> Bool) {
  assert x == 1
  assert same(x, 1)
  assert f(2)
  assert ok
  assert !ok as "not ok"
  assert x > 1 && f(x) as { "both" <> "!" }
  assert x > 1 || ok
  assert x |> f
  assert True
}
