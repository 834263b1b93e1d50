pub type Shape {
  Circle(radius: Int)
  Square(side: Int)
  Empty
}

pub fn variants(shape: Shape) {
  case shape {
    Circle(r) | Square(r) -> r
    Empty -> 0
  }
}

pub fn guards(x: Int, limit: Int) {
  case x {
    0 -> "zero"
    n if n > limit && n != 10 -> "many"
    n as m if n == m -> "same"
    _ -> "few"
  }
}

pub fn shared_body(a: Bool, b: Bool) {
  case a, b {
    True, _ | _, True -> 1
    _, _ -> 2
  }
}

pub fn strings(text: String) {
  case text {
    "" -> "empty"
    "ab" -> "exactly"
    "a" as first <> rest -> rest <> first
    "abc" <> rest -> rest
    other -> other
  }
}

pub fn lists(list: List(Int)) {
  case list {
    [] -> 0
    [x] -> x
    [1, y, ..] -> y
    [_, ..rest] -> lists(rest)
  }
}

pub fn tuples(pair: #(Int, Result(Int, Nil))) {
  case pair {
    #(1, Ok(x)) -> x
    #(y, Error(Nil)) -> y
    #(_, _) -> 0
  }
}

pub fn floats(x: Float) {
  case x {
    0.0 -> 1
    -0.0 -> 2
    1.5 -> 3
    _ -> 4
  }
}

pub fn unreachable(shape: Shape) {
  case shape {
    _ -> 1
    Empty -> 2
  }
}

pub fn bits(bits: BitArray) {
  case bits {
    <<1, rest:bits>> -> rest
    <<n, body:bytes-size(n), _:bits>> if n > 3 -> body
    <<n, body:bytes-size(n), _:bits>> -> <<n, body:bits>>
    <<"ab", rest:bits>> -> rest
    <<x:float, y:16-signed-little>> if x >. 1.0 -> <<y>>
    _ -> <<>>
  }
}

pub fn subjects(f: fn() -> Int) {
  case f(), f() {
    1, x if x > 1 -> x
    x, 2 -> x
    _, _ -> 3
  }
}

pub fn unused_parts(shape: Shape) {
  case shape {
    Circle(_) -> 1
    Square(_side) -> 2
    Empty -> 3
  }
}

@target(erlang)
pub fn codepoints(bits: BitArray) {
  case bits {
    <<c:utf8_codepoint, _:bits>> -> <<c:utf8_codepoint>>
    _ -> <<>>
  }
}
