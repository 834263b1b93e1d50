import argv
import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

pub fn load_test() {
  let loaded = argv.load()
  assert loaded.runtime != ""
  assert loaded.program != ""
  assert loaded == argv.load()
}
