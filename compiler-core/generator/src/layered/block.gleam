
/// A shape of sort {{n}}.
pub type Shape{{n}}(tag) {
  Circle{{n}}(tag: tag, radius: Float)
  Rectangle{{n}}(tag: tag, width: Float, height: Float)
  Group{{n}}(tag: tag, parts: List(Shape{{n}}(tag)))
}

/// A stack, whose inside is nobody's business.
pub opaque type Stack{{n}}(item) {
  Stack{{n}}(items: List(item), size: Int)
}

pub type Table{{n}} =
  Dict(String, Shape{{n}}(Int))

pub type Event{{n}} {
  Opened{{n}}
  Moved{{n}}(x: Int, y: Int)
  Named{{n}}(name: String, kind: Option(String))
}

pub const unit{{n}} = Circle{{n}}(tag: {{seed}}, radius: 1.5)

pub const primes{{n}} = [2, 3, 5, 7, 11, {{seed}}]

const mask{{n}} = <<0xFF, {{n}}:size(4), 1:4, "text":utf8>>

/// An empty stack.
pub fn empty{{n}}() -> Stack{{n}}(item) {
  Stack{{n}}(items: [], size: 0)
}

pub fn push{{n}}(onto stack: Stack{{n}}(item), item item: item) -> Stack{{n}}(item) {
  Stack{{n}}(items: [item, ..stack.items], size: stack.size + 1)
}

pub fn pop{{n}}(stack: Stack{{n}}(item)) -> Result(#(item, Stack{{n}}(item)), Nil) {
  case stack.items {
    [] -> Error(Nil)
    [item, ..items] -> Ok(#(item, Stack{{n}}(items:, size: stack.size - 1)))
  }
}

/// How large the shape is.
pub fn area{{n}}(shape: Shape{{n}}(tag)) -> Float {
  case shape {
    Circle{{n}}(radius:, ..) -> 3.14159 *. radius *. radius
    Rectangle{{n}}(width:, height:, ..) -> width *. height
    Group{{n}}(parts: [], ..) -> 0.0
    Group{{n}}(parts: [first, ..rest], tag:) ->
      area{{n}}(first) +. area{{n}}(Group{{n}}(tag:, parts: rest))
  }
}

pub fn describe{{n}}(shape: Shape{{n}}(Int)) -> String {
  let size = case area{{n}}(shape) {
    area if area <. 1.0 -> "small"
    area if area >=. 100.0 && area <. 1000.0 -> "large"
    _ -> "usual"
  }
  let name = case shape {
    Circle{{n}}(tag: 0, ..) | Rectangle{{n}}(tag: 0, ..) -> "plain"
    Circle{{n}}(..) -> "circle"
    Rectangle{{n}}(width:, height:, ..) if width == height -> "square"
    Rectangle{{n}}(..) -> "rectangle"
    Group{{n}}(parts: [_, _] as pair, ..) -> "pair of " <> string.inspect(list.length(pair))
    Group{{n}}(..) -> "group"
  }
  size <> " " <> name <> " " <> int.to_string(shape.tag)
}

pub fn parse{{n}}(text: String) -> Outcome(Event{{n}}) {
  case string.split(text, on: " ") {
    ["open"] -> Went(value: Opened{{n}}, warnings: [])
    ["move", x, y] -> {
      let moved = {
        use x <- result.try(int.parse(x))
        use y <- result.map(int.parse(y))
        Moved{{n}}(x:, y:)
      }
      case moved {
        Ok(event) -> Went(value: event, warnings: [])
        Error(Nil) -> Failed(reason: "not numbers: " <> x <> ", " <> y)
      }
    }
    ["name", "the-" <> name, ..kind] ->
      Went(value: Named{{n}}(name:, kind: option.from_result(list.first(kind))), warnings: [
        "article",
      ])
    _ -> Failed(reason: text)
  }
}

pub fn fold{{n}}(events: List(Event{{n}}), from start: Pair(Int)) -> Pair(Int) {
  events
  |> list.filter(fn(event) { event != Opened{{n}} })
  |> list.fold(start, fn(at, event) {
    let #(x, y) = at
    case event {
      Moved{{n}}(x: 0, y: step) -> #(x, y + step)
      Moved{{n}}(x: step, y: other) -> #(x + step, y - other)
      Opened{{n}} | Named{{n}}(..) -> at
    }
  })
}

pub fn table{{n}}(shapes: List(Shape{{n}}(Int))) -> Table{{n}} {
  use table, shape <- list.fold(shapes, dict.new())
  dict.insert(table, describe{{n}}(shape), shape)
}

pub fn decode{{n}}(bits: BitArray) -> Option(#(Int, BitArray)) {
  case bits {
    <<0, length:size(8), body:bytes-size(length), _:bits>> -> Some(#(length, body))
    <<1:little-size(16), rest:bits>> -> Some(#(0, rest))
    _ if bits == mask{{n}} -> None
    _ -> None
  }
}

fn halve{{n}}(number: Int) -> Int {
  let half = number / 2
  assert half <= number || number < 0
  half
}

pub fn grow{{n}}(shape: Shape{{n}}(tag), by factor: Float) -> Shape{{n}}(tag) {
  let larger = grow{{n}}(_, by: factor)
  case shape {
    Circle{{n}}(radius:, ..) as circle -> Circle{{n}}(..circle, radius: radius *. factor)
    Rectangle{{n}}(tag:, width:, height:) ->
      Rectangle{{n}}(tag:, width: width *. factor, height: height *. factor)
    Group{{n}}(tag:, parts:) -> Group{{n}}(tag:, parts: list.map(parts, larger))
  }
}

pub fn sum{{n}}(limit: Int) -> Int {
  let numbers = [halve{{n}}(limit), base.limit, ..primes{{n}}]
  let assert [first, ..] = list.map(numbers, fn(number) { number * 2 + {{seed}} })
  let step = fn(total: Int, number: Int) -> Int {
    case total > limit, number % 2 {
      True, _ -> total
      False, 0 -> total + number
      False, _ -> total - number
    }
  }
  list.fold(numbers, first, step)
}

@internal
pub fn choose{{n}}(left: a, right: a, number: Int) -> a {
  case number {
    0 -> left
    1 -> right
    _ if number < 0 -> panic as "a negative number"
    _ -> choose{{n}}(right, left, number - 2)
  }
}

@external(erlang, "erlang", "abs")
pub fn absolute{{n}}(number: Int) -> Int {
  case number < 0 {
    True -> -number
    False -> number
  }
}
