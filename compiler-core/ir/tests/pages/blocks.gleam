pub type Pair {
  Pair(left: Int, right: Int)
}

pub fn statements(x: Int) {
  let y = x
  let _ = y + 1
  x * 2
  let y = { 
    let z = y
    z + 1
  }
  y
}

pub fn last_let(x: Int) {
  let y = x
}

pub fn last_discard(x: Int) {
  let _ = x
}

pub fn last_pattern(pair: #(Int, Int)) {
  let #(_, _) = pair
}

pub fn patterns(pair: #(Int, #(Int, Pair))) {
  let #(a, #(b, Pair(c, ..) as whole)) = pair
  #(a, b, c, whole)
}

pub fn needless_patterns(nil: Nil, bits: BitArray) {
  let Nil = nil
  let <<all:bits>> = bits
  all
}

pub fn asserted(text: String, list: List(Int)) {
  let assert "a" as first <> rest = text
  let assert [x, 2, ..] = list as { "not " <> text }
  let assert Ok(y) = Error(x)
  #(first, rest, x, y)
}

pub fn asserted_bits(bits: BitArray) {
  let assert <<size, body:bytes-size(size), rest:bits>> = bits
  #(body, rest)
}

pub fn last_assert(list: List(Int)) {
  let assert [_] = list
}

pub fn empty() {
}

pub fn empty_block() {
  let x = {}
  x
}
