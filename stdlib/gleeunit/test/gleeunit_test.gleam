import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

pub fn passing_test() {
  assert 1 + 1 == 2
}

/// Not a test: it has an argument.
pub fn with_argument_test(_argument: Int) {
  panic as "must not be run"
}

/// Not a test: the end of its name is missing.
pub fn not_a_tes() {
  panic as "must not be run"
}
