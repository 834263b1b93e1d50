import gleam/list
import gleam/option.{type Option, None, Some}
import gleam/string
import gleam/uri.{type Uri, Uri}
import property.{type Generator, for_all, int, list_of, pair, pick, text}

fn optional(generator: Generator(a)) -> Generator(Option(a)) {
  use #(is_there, value) <- property.map(pair(
    pick(from: [True, False]),
    generator,
  ))
  case is_there {
    True -> Some(value)
    False -> None
  }
}

fn uris() -> Generator(Uri) {
  use scheme <- property.then(
    optional(pick(from: ["http", "https", "a+b-c.1"])),
  )
  use userinfo <- property.then(
    optional(pick(from: ["me", "me:secret", "%40"])),
  )
  use host <- property.then(
    pick(from: ["example.com", "127.0.0.1", "[::1]", "é"]),
  )
  use port <- property.then(optional(int(0, 65_535)))
  use path <- property.then(
    pick(from: ["/", "/a", "/a/b/", "/a//b", "/%20;:@"]),
  )
  use query <- property.then(
    optional(pick(from: ["", "a=1&b=2", "a?b/c", "é"])),
  )
  use fragment <- property.map(optional(pick(from: ["", "top", "a?b/c"])))
  Uri(scheme:, userinfo:, host: Some(host), port:, path:, query:, fragment:)
}

pub fn parse_is_the_inverse_test() {
  use uri <- for_all(uris())
  assert uri.parse(uri.to_string(uri)) == Ok(uri)
}

pub fn percent_encoding_test() {
  use text <- for_all(text())
  let encoded = uri.percent_encode(text)
  assert uri.percent_decode(encoded) == Ok(text)
  let allowed = "ABCDEFabcdef0123456789%.!~*'()-_"
  assert list.all(string.to_graphemes(encoded), string.contains(allowed, _))
}

pub fn queries_test() {
  use entries <- for_all(list_of(pair(text(), text()), up_to: 5))
  let entries = list.filter(entries, fn(entry) { entry.0 != "" })
  assert uri.parse_query(uri.query_to_string(entries)) == Ok(entries)
}

pub fn merge_test() {
  use uri <- for_all(uris())
  let assert Ok(base) = uri.parse("http://base.example/x/y?q#f")
  let assert Ok(merged) = uri.merge(base, uri)
  assert merged.host == uri.host
  assert merged.query == uri.query
  assert merged.fragment == uri.fragment
}

pub fn segments_test() {
  let segment = pick(from: ["a", "b", "%2F", "é"])
  use segments <- for_all(list_of(segment, up_to: 5))
  assert uri.path_segments(string.join(segments, "/")) == segments
  assert uri.path_segments("//" <> string.join(segments, "//") <> "/")
    == segments
}
