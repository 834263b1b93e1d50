import gleam/list
import gleam/string

pub fn greeting() -> String {
  string.concat(["hello, ", nmae()])
}

fn name() -> String {
  "world"
}

pub fn count(words: List(String)) -> Int {
  list.lenght(words)
}
