//// docs

/// ünïcode before
pub const one = 1

pub const const_fn = fail_one

pub fn labelled(first a: String, second b: Int) -> Bool {
  a == "y" && b == 2
}

pub fn is(x: Int) -> Bool {
  x == 2
}

pub fn three(_a: List(Int), _b: String, _c: Int) -> Bool {
  False
}

pub fn call(f: fn(Int) -> a) -> a {
  f(1)
}

pub fn fail() {
  panic as "deep ünï"
}

fn fail_one(x: Int) -> Int {
  let assert 2 = x
}

pub fn fail_assert() {
  let u = 1
  assert True == False
}
