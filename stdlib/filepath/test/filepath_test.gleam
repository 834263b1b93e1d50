import filepath
import gleam/list
import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

pub fn join_test() {
  assert filepath.join("/usr/local", "bin") == "/usr/local/bin"
  assert filepath.join("/usr/local/", "/bin/") == "/usr/local/bin"
  assert filepath.join("usr", "local/bin") == "usr/local/bin"
  assert filepath.join("", "bin") == "bin"
  assert filepath.join("", "/bin") == "bin"
  assert filepath.join("/", "bin") == "/bin"
  assert filepath.join("/", "/bin") == "/bin"
  assert filepath.join("/usr", "/") == "/usr"
  assert filepath.join("/", "/") == "/"
}

pub fn split_unix_test() {
  assert filepath.split_unix("") == []
  assert filepath.split_unix("/") == ["/"]
  assert filepath.split_unix("/usr/local") == ["/", "usr", "local"]
  assert filepath.split_unix("usr//local/") == ["usr", "local"]
  assert filepath.split_unix("C:\\usr") == ["C:\\usr"]
}

pub fn split_windows_test() {
  assert filepath.split_windows("") == []
  assert filepath.split_windows("/usr/local") == ["/", "usr", "local"]
  assert filepath.split_windows("C:\\usr\\local") == ["c:/", "usr", "local"]
  assert filepath.split_windows("usr\\local/bin") == ["usr", "local", "bin"]
  assert filepath.split_windows("::\\usr") == ["::", "usr"]
}

pub fn extension_test() {
  assert filepath.extension("src/main.gleam") == Ok("gleam")
  assert filepath.extension("package.tar.gz") == Ok("gz")
  assert filepath.extension("a.b/main") == Error(Nil)
  assert filepath.extension(".bashrc") == Error(Nil)
  assert filepath.extension("main.") == Error(Nil)
  assert filepath.extension("") == Error(Nil)
}

pub fn strip_extension_test() {
  assert filepath.strip_extension("src/main.gleam") == "src/main"
  assert filepath.strip_extension("package.tar.gz") == "package.tar"
  assert filepath.strip_extension("a.b/main") == "a.b/main"
  assert filepath.strip_extension(".bashrc") == ".bashrc"
}

pub fn base_name_test() {
  assert filepath.base_name("/usr/local/bin") == "bin"
  assert filepath.base_name("/") == ""
  assert filepath.base_name("") == ""
  assert filepath.base_name("bin") == "bin"
}

pub fn directory_name_test() {
  assert filepath.directory_name("/usr/local/bin") == "/usr/local"
  assert filepath.directory_name("usr/local/bin") == "usr/local"
  assert filepath.directory_name("/usr") == "/"
  assert filepath.directory_name("/") == "/"
  assert filepath.directory_name("usr") == ""
  assert filepath.directory_name("") == ""
}

pub fn is_absolute_test() {
  assert filepath.is_absolute("/usr")
  assert !filepath.is_absolute("usr")
  assert !filepath.is_absolute("./usr")
  assert !filepath.is_absolute("")
}

pub fn expand_test() {
  assert filepath.expand("/usr/local/../bin") == Ok("/usr/bin")
  assert filepath.expand("/usr/./local") == Ok("/usr/local")
  assert filepath.expand("usr/local/..") == Ok("usr")
  assert filepath.expand("usr/..") == Ok("")
  assert filepath.expand("/usr/..") == Ok("/")
  assert filepath.expand("usr/../..") == Error(Nil)
  assert filepath.expand("/..") == Error(Nil)
  assert filepath.expand("") == Ok("")
}

const paths = [
  "", "/", "a", "/a", "a/b", "/usr/local/bin", "a//b/", "ü/✓.txt", ".hidden",
  "archive.tar.gz", "a.b/c",
]

pub fn split_suits_the_platform_test() {
  use path <- list.each(["a\\b", "c:/a", ..paths])
  assert filepath.split(path) == filepath.split_unix(path)
    || filepath.split(path) == filepath.split_windows(path)
}

pub fn segments_make_the_path_again_test() {
  use path <- list.each(paths)
  let segments = filepath.split_unix(path)
  let joined = list.fold(segments, "", filepath.join)
  assert filepath.split_unix(joined)
    == case segments {
      // An absolute path after nothing is relative.
      ["/", ..rest] -> rest
      _ -> segments
    }
}

pub fn the_parts_of_a_path_test() {
  use path <- list.each(paths)
  case filepath.extension(path) {
    Ok(extension) -> {
      assert filepath.strip_extension(path) <> "." <> extension == path
    }
    Error(Nil) -> {
      assert filepath.strip_extension(path) == path
    }
  }
}
