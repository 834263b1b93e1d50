import language/shapes

/// Covers: items.order, items.function
pub fn order_test() {
  assert later(1, with: 2, and: 3) == 6
  assert constant_after == [1]
  assert made() == After
}

fn made() -> AliasAfter {
  After
}

fn later(a, with b: Int, and c) -> Int {
  a + b + c
}

const constant_after = [1]

type AliasAfter =
  TypeAfter

type TypeAfter {
  After
}

fn ignoring(_, _unused: Int, kept kept: Int, label _other: String) {
  kept
}

/// Covers: items.function
pub fn parameters_test() {
  assert ignoring(1, 2, 3, "") == 3
  assert ignoring(1, 2, label: "", kept: 4) == 4
}

type Tree(a) {
  Leaf
  Node(left: Tree(a), value: a, right: Tree(a))
}

type Rose(a) {
  Rose(a, Forest(a))
}

type Forest(a) {
  Forest(List(Rose(a)))
}

fn sum(tree: Tree(Int)) -> Int {
  case tree {
    Leaf -> 0
    Node(left, value, right) -> sum(left) + value + sum(right)
  }
}

fn weight(rose: Rose(Int)) -> Int {
  let Rose(n, forest) = rose
  n + weights(forest)
}

fn weights(forest: Forest(Int)) -> Int {
  case forest {
    Forest([]) -> 0
    Forest([first, ..rest]) -> weight(first) + weights(Forest(rest))
  }
}

/// Covers: items.type, items.type.recursive
pub fn types_test() {
  assert sum(Node(Node(Leaf, 1, Leaf), 2, Node(Leaf, 3, Leaf))) == 6
  assert weight(Rose(1, Forest([Rose(2, Forest([])), Rose(3, Forest([]))]))) == 6
}

fn add_metres(
  a: shapes.Tagged(shapes.Metres),
  b: shapes.Tagged(shapes.Metres),
) -> shapes.Tagged(shapes.Metres) {
  let shapes.Tagged(x) = a
  let shapes.Tagged(y) = b
  shapes.Tagged(x + y)
}

/// Covers: items.type.phantom, items.type.without-variants
pub fn phantom_test() {
  assert add_metres(shapes.metres(1), shapes.metres(2)) == shapes.metres(3)
}

/// Covers: items.type.opaque
pub fn opaque_test() {
  let counter = shapes.counter() |> shapes.increment |> shapes.increment
  assert shapes.count(counter) == 2
  let same = case counter {
    other -> other
  }
  assert same == counter
}

type Pair(a) =
  #(a, a)

type Pairs(a) =
  List(Pair(a))

fn swapped(pairs: Pairs(a)) -> List(#(a, a)) {
  case pairs {
    [] -> []
    [#(a, b), ..rest] -> [#(b, a), ..swapped(rest)]
  }
}

fn unboxed(boxes: shapes.Boxes(a)) -> List(a) {
  case boxes {
    [] -> []
    [box, ..rest] -> [box.inner, ..unboxed(rest)]
  }
}

/// Covers: items.alias
pub fn alias_test() {
  assert swapped([#(1, 2)]) == [#(2, 1)]
  assert unboxed([shapes.Box(1), shapes.Box(2)]) == [1, 2]
}

const annotated: List(Int) = []

const inferred = #(1, "a")

/// Covers: items.constant
pub fn constants_test() {
  assert annotated == []
  assert inferred.1 == "a"
}

/// Covers: items.public, attributes.internal
pub fn internal_test() {
  assert shapes.secret() + shapes.hidden == 49
}
