import filepath

pub fn join() {
  fn() { filepath.join("/usr/local", "bin/gleam") }
}

pub fn split() {
  fn() { filepath.split("/usr/local/share/doc/readme.md") }
}

pub fn split_windows() {
  fn() { filepath.split_windows("C:\\Users\\ann\\file.txt") }
}

pub fn extension() {
  fn() { filepath.extension("src/main.test.gleam") }
}

pub fn strip_extension() {
  fn() { filepath.strip_extension("src/main.gleam") }
}

pub fn base_name() {
  fn() { filepath.base_name("/usr/local/bin") }
}

pub fn directory_name() {
  fn() { filepath.directory_name("/usr/local/bin") }
}

pub fn is_absolute() {
  fn() { filepath.is_absolute("/usr") }
}

pub fn expand() {
  fn() { filepath.expand("/usr/local/../bin/./x") }
}
