//// File paths as text: nothing here looks at the file system.
////
//// Functions with no platform in their name do what suits the platform that the
//// program runs on. `/` separates everywhere, and `\` on Windows too.

import gleam/bool
import gleam/list
import gleam/result
import gleam/string

@external(erlang, "filepath_ffi", "is_windows")
@external(javascript, "./filepath_ffi.mjs", "is_windows")
fn is_windows() -> Bool

/// Puts two paths together with one separator between them. The second is taken
/// for relative even if it starts with a separator.
///
/// ```gleam
/// assert filepath.join("/usr/local", "bin") == "/usr/local/bin"
/// ```
pub fn join(left: String, right: String) -> String {
  case left, right {
    _, "/" -> left
    "", _ -> relative(right)
    "/", "/" <> _ -> right
    "/", _ -> "/" <> right
    _, _ -> remove_trailing_slash(left) <> "/" <> relative(right)
  }
  |> remove_trailing_slash
}

fn relative(path: String) -> String {
  case path {
    "/" <> path -> relative(path)
    _ -> path
  }
}

fn remove_trailing_slash(path: String) -> String {
  case path != "/" && string.ends_with(path, "/") {
    True -> string.drop_end(path, 1)
    False -> path
  }
}

/// Takes a path apart at its separators. The root is a segment of its own.
///
/// ```gleam
/// assert filepath.split("/usr/local/bin") == ["/", "usr", "local", "bin"]
/// ```
pub fn split(path: String) -> List(String) {
  case is_windows() {
    True -> split_windows(path)
    False -> split_unix(path)
  }
}

/// Takes a path apart as it is done on all platforms but Windows.
///
/// ```gleam
/// assert filepath.split_unix("/usr/local") == ["/", "usr", "local"]
/// assert filepath.split_unix("a\\b/c") == ["a\\b", "c"]
/// ```
pub fn split_unix(path: String) -> List(String) {
  case path {
    "" -> []
    "/" <> rest -> ["/", ..segments(rest)]
    _ -> segments(path)
  }
}

fn segments(path: String) -> List(String) {
  path
  |> string.split("/")
  |> list.filter(fn(segment) { segment != "" })
}

/// Takes a path apart as it is done on Windows, where the letter of a drive
/// counts to the root.
///
/// ```gleam
/// assert filepath.split_windows("C:\\Users\\me") == ["c:/", "Users", "me"]
/// ```
pub fn split_windows(path: String) -> List(String) {
  let #(drive, path) = pop_drive(string.replace(path, "\\", "/"))
  case drive, path {
    "", _ -> split_unix(path)
    _, "/" <> rest -> [drive <> "/", ..segments(rest)]
    _, _ -> [drive, ..segments(path)]
  }
}

/// Splits the drive, such as `c:`, from a path. There is none in most paths.
fn pop_drive(path: String) -> #(String, String) {
  let is_letter = fn(char) {
    string.contains("abcdefghijklmnopqrstuvwxyz", char)
  }
  case string.pop_grapheme(path) {
    Ok(#(char, ":" <> rest)) -> {
      let letter = string.lowercase(char)
      case is_letter(letter) {
        True -> #(letter <> ":", rest)
        False -> #("", path)
      }
    }
    _ -> #("", path)
  }
}

/// The extension of the last segment, without its dot. It is an error when
/// there is none. A name that begins with its only dot has none.
///
/// ```gleam
/// assert filepath.extension("src/main.gleam") == Ok("gleam")
/// assert filepath.extension("package.tar.gz") == Ok("gz")
/// ```
pub fn extension(path: String) -> Result(String, Nil) {
  let file = base_name(path)
  case list.reverse(string.split(file, ".")) {
    // Nothing before the dot, or nothing after it.
    ["", ..] | [_] | [_, ""] -> Error(Nil)
    [extension, ..] -> Ok(extension)
    [] -> Error(Nil)
  }
}

/// The path without the extension of its last segment, or the path itself when
/// there is none.
///
/// ```gleam
/// assert filepath.strip_extension("src/main.gleam") == "src/main"
/// ```
pub fn strip_extension(path: String) -> String {
  case extension(path) {
    Ok(extension) -> string.drop_end(path, string.length(extension) + 1)
    Error(Nil) -> path
  }
}

/// The last segment.
///
/// ```gleam
/// assert filepath.base_name("/usr/local/bin") == "bin"
/// ```
pub fn base_name(path: String) -> String {
  use <- bool.guard(when: path == "/", return: "")
  path
  |> split
  |> list.last
  |> result.unwrap("")
}

/// The path without its last segment.
///
/// ```gleam
/// assert filepath.directory_name("/usr/local/bin") == "/usr/local"
/// ```
pub fn directory_name(path: String) -> String {
  case list.reverse(split(path)) {
    [] -> ""
    // The root, or a name alone.
    [segment] ->
      case string.ends_with(segment, "/") {
        True -> segment
        False -> ""
      }
    [_, ..rest] ->
      case list.reverse(rest) {
        [root, ..segments] ->
          case string.ends_with(root, "/") {
            True -> root <> string.join(segments, "/")
            False -> string.join([root, ..segments], "/")
          }
        [] -> ""
      }
  }
}

/// Whether the path starts at the root.
///
/// ```gleam
/// assert filepath.is_absolute("/usr/local/bin")
/// ```
pub fn is_absolute(path: String) -> Bool {
  case path {
    "/" <> _ -> True
    _ ->
      case is_windows(), split(path) {
        True, [root, ..] -> string.ends_with(root, ":/")
        _, _ -> False
      }
  }
}

/// Resolves `.` and `..` segments. It is an error when the path leads above
/// where it starts from.
///
/// ```gleam
/// assert filepath.expand("/usr/local/../bin") == Ok("/usr/bin")
/// assert filepath.expand("src/../..") == Error(Nil)
/// ```
pub fn expand(path: String) -> Result(String, Nil) {
  let #(root, segments) = case split(path) {
    [first, ..rest] ->
      case string.ends_with(first, "/") {
        True -> #(first, rest)
        False -> #("", [first, ..rest])
      }
    [] -> #("", [])
  }
  use segments <- result.map(
    list.try_fold(segments, [], fn(above, segment) {
      case segment, above {
        ".", _ -> Ok(above)
        "..", [] -> Error(Nil)
        "..", [_, ..above] -> Ok(above)
        _, _ -> Ok([segment, ..above])
      }
    }),
  )
  root <> string.join(list.reverse(segments), "/")
}
