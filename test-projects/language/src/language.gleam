//// What the language promises, as tests that run on both targets: see `test`.

import gleam/io

pub fn main() -> Nil {
  io.println("Run the tests.")
}
