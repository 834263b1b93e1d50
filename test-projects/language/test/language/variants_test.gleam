import language/shapes.{type Shape, Circle, Point, Square}

/// Covers: variants.construction
pub fn construction_test() {
  let circle = Circle(Point(0, 0), 2)
  assert circle.radius == 2
  let other = circle
  assert other.radius == 2
  assert Square(Point(0, 0), 3, "s").name == "s"
  let assert [] = []
  let inside = { circle }
  assert inside.radius == 2
  let #(first, _) = #(circle, 1)
  assert first.radius == 2
}

fn size(shape: Shape) -> Int {
  case shape {
    Circle(..) -> shape.radius
    Square(..) -> shape.side
  }
}

fn size_of_first(shapes: List(Shape)) -> Int {
  case shapes {
    [Circle(..) as first, ..] -> first.radius
    [Square(..) as first, ..] -> first.side
    [] -> 0
  }
}

fn same_size(left: Shape, right: Shape) -> Bool {
  case left, right {
    Circle(..), Circle(..) -> left.radius == right.radius
    Square(..), Square(..) if left.name == right.name -> left.side == right.side
    _, _ -> False
  }
}

/// Covers: variants.matching, variants.nested
pub fn matching_test() {
  let circle = Circle(Point(0, 0), 2)
  let square = Square(Point(0, 0), 3, "")
  assert size(circle) + size(square) == 5
  assert size_of_first([square]) == 3
  assert size_of_first([circle, square]) == 2
  assert same_size(circle, circle)
  assert same_size(square, square)
  assert !same_size(circle, square)
  let again = fn(shape: Shape) {
    let assert Circle(..) = shape
    shape.radius
  }
  assert again(circle) == 2
  let delayed = fn(shape: Shape) {
    case shape {
      Circle(..) -> fn() { shape.radius }
      Square(..) -> fn() { shape.side }
    }
  }
  assert delayed(square)() == 3
}

/// Covers: variants.update
pub fn update_test() {
  let circle = Circle(Point(0, 0), 2)
  let bigger = Circle(..circle, radius: 5)
  assert bigger.radius == 5
  let grow = fn(shape: Shape) {
    case shape {
      Circle(radius:, ..) -> Circle(..shape, radius: radius + 1)
      Square(side:, ..) -> Square(..shape, side: side + 1)
    }
  }
  assert grow(Square(Point(0, 0), 3, "s")) == Square(Point(0, 0), 4, "s")
}
