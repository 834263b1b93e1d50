// Calls by which functions go round.

fn try(result, next) {
  case result {
    Ok(value) -> next(value)
    Error(error) -> Error(error)
  }
}

fn unless(condition: Bool, value, next) {
  case condition {
    True -> value
    _ -> next()
  }
}

fn first(result, other) {
  case result {
    Ok(_) -> result
    whole -> other(whole)
  }
}

pub fn count(n, step) {
  use <- unless(n == 0, Ok(step(n)))
  use n <- try(step(n - 1))
  count(n, step)
}

pub fn other(result) {
  first(result, other)
}

pub fn list(n, f) {
  let value = f(n)
  let rest = list(n - 1, f)
  [value, n, ..rest]
}

pub fn waits(list, f, g) {
  case list {
    [] -> Ok([])
    [item, ..rest] -> {
      use value <- try(f(item))
      use values <- try(waits(rest, f, g))
      g([value, item, ..values])
    }
  }
}

pub fn operands(n, f) -> #(Int, List(Int), Int) {
  case n {
    0 -> #(f(n), [], n)
    _ -> #(f(n), [f(n + 1), ..{ operands(n - 1, f) }.1], f(n + 2))
  }
}
