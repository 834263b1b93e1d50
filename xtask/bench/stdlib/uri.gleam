import support/data
import gleam/uri

pub fn parse() {
  fn() { uri.parse("https://user:pass@example.com:8080/a/./b/../c?key=value&other=1#top") }
}

pub fn parse_path() {
  fn() { uri.parse("/wibble/wobble?a=1") }
}

pub fn to_string() {
  let assert Ok(uri) = uri.parse("https://user:pass@example.com:8080/a/./b/../c?key=value&other=1#top")
  fn() { uri.to_string(uri) }
}

pub fn origin() {
  let assert Ok(uri) = uri.parse("https://user:pass@example.com:8080/a/./b/../c?key=value&other=1#top")
  fn() { uri.origin(uri) }
}

pub fn merge() {
  let assert Ok(uri) = uri.parse("https://user:pass@example.com:8080/a/./b/../c?key=value&other=1#top")
  let assert Ok(other) = uri.parse("../x/y")
  fn() { uri.merge(uri, other) }
}

pub fn parse_query() {
  fn() { uri.parse_query("name=Ann%20Lee&city=Berlin&note=a+b%26c") }
}

pub fn query_to_string() {
  fn() { uri.query_to_string([#("name", "Ann Lee"), #("city", "Berlin"), #("note", "a+b&c")]) }
}

pub fn percent_encode() {
  let text = data.wide(5)
  fn() { uri.percent_encode(text) }
}

pub fn percent_encode_ascii() {
  let text = data.text(5)
  fn() { uri.percent_encode(text) }
}

pub fn percent_decode() {
  let text = uri.percent_encode(data.wide(5))
  fn() { uri.percent_decode(text) }
}

pub fn path_segments() {
  fn() { uri.path_segments("/a/b/../c/./d") }
}
