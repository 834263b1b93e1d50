pub fn with(x: a, run: fn(a) -> b) -> b {
  run(x)
}

pub fn plain() {
  use x <- with(1)
  let y = x
  use z <- with(y)
  x + z
}

pub fn patterns() {
  use #(a, _), _unused <- twice(#(1, 2))
  a
}

fn twice(x: a, run: fn(a, a) -> b) -> b {
  run(x, x)
}

pub fn bare(run: fn(fn(Int) -> Int) -> Int) {
  use x <- run
  x
}

pub fn without_parameters(run: fn(fn() -> Int) -> Int) {
  use <- run()
  1
}

pub fn labelled() {
  use x <- before(value: 1)
  x
}

fn before(then run: fn(Int) -> Int, value x: Int) -> Int {
  run(x)
}

pub fn unfinished() {
  use x <- with(1)
}
