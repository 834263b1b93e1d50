pub type Point {
  Point(x: Int, y: Int)
}

pub const base = 1

const list = [base, 0x2, 3]

pub const more = [0, ..list]

pub const text = "a" <> name

const name = "b"

const point = Point(1, y: 2)

pub const moved = Point(..point, x: 3)

pub const bits = <<1, "a", 2:16>>

pub const function = helper

const constructor = Point

const unused = 1

fn helper(x: Int) -> Int {
  x
}

pub fn uses() {
  #(base, more, function(1), constructor(1, 2), constructor, text)
}

pub fn in_guard(x: Int) {
  case x {
    _ if x == base -> 1
    _ -> 2
  }
}
