pub type Colour {
  Red
  Green
  Custom(red: Int, green: Int, blue: Int)
}

pub opaque type Stack(a) {
  Stack(items: List(a))
}

pub fn empty() -> Stack(a) {
  Stack([])
}

pub fn push(stack: Stack(a), item: a) -> Stack(a) {
  Stack([item, ..stack.items])
}

pub fn pop(stack: Stack(a)) -> Result(#(a, Stack(a)), Nil) {
  case stack.items {
    [] -> Error(Nil)
    [first, ..rest] -> Ok(#(first, Stack(rest)))
  }
}
