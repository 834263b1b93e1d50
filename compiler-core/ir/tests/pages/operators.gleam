pub type Box {
  Box(Int)
}

pub fn ints(a: Int, b: Int) {
  [a + b * 2, a - b, a / b, a % b, -a]
}

pub fn floats(a: Float, b: Float) {
  [a +. b *. 2.0, a -. b, a /. b]
}

pub fn comparisons(a: Int, b: Int, c: Float, d: Float) {
  [a < b, a <= b, a > b, a >= b, c <. d, c <=. d, c >. d, c >=. d]
}

pub fn equality(a: Int, b: Box, c: Bool, d: Nil, e: String, f: List(Int)) {
  [a == 1, b != Box(1), c == True, d == Nil, e == "", f == []]
}

pub fn logic(a: Bool, b: Bool) {
  a && b || !a
}

pub fn join(a: String) {
  a <> "b" <> "c"
}
