import broken/names
import broken/syntax
import gleam/io

pub fn main() {
  io.println(names.greeting() + 1)
  syntax.after()
}
