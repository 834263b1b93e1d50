//// Reading, writing and combining URIs, such as addresses of web pages,
//// according to [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986).

import gleam/int
import gleam/list
import gleam/option.{type Option, None, Some}
import gleam/result
import gleam/string

/// The parts of a URI. Parts that are absent are `None`; a path is always
/// there, though it may be empty.
pub type Uri {
  Uri(
    scheme: Option(String),
    userinfo: Option(String),
    host: Option(String),
    port: Option(Int),
    path: String,
    query: Option(String),
    fragment: Option(String),
  )
}

/// A URI without any part.
pub const empty =
  Uri(
    scheme: None,
    userinfo: None,
    host: None,
    port: None,
    path: "",
    query: None,
    fragment: None,
  )

/// Takes a URI, or a reference relative to one, apart. Characters beyond ASCII
/// are accepted; those of ASCII that have no place in a URI are an error.
///
/// ```gleam
/// import gleam/option.{None, Some}
///
/// assert uri.parse("https://example.com:1234/a/b?query=true#fragment")
///   == Ok(uri.Uri(
///     scheme: Some("https"),
///     userinfo: None,
///     host: Some("example.com"),
///     port: Some(1234),
///     path: "/a/b",
///     query: Some("query=true"),
///     fragment: Some("fragment"),
///   ))
/// ```
pub fn parse(uri_string: String) -> Result(Uri, Nil) {
  let #(rest, fragment) = cut(uri_string, "#")
  let #(rest, query) = cut(rest, "?")
  let #(scheme, rest) = cut_scheme(rest)
  let uri = Uri(..empty, scheme:, query:, fragment:)
  case are_allowed(uri_string) && !contains_mark(fragment, "#") {
    False -> Error(Nil)
    True ->
      case rest {
        "//" <> rest -> {
          let #(authority, path) = cut_before(rest, "/")
          parse_authority(authority, Uri(..uri, path:))
        }
        path -> parse_path(path, uri)
      }
  }
}

@external(erlang, "gleam_stdlib", "uri_are_allowed")
@external(javascript, "../uri.mjs", "are_allowed")
fn are_allowed(text: String) -> Bool

fn contains_mark(part: Option(String), mark: String) -> Bool {
  case part {
    Some(text) -> string.contains(text, mark)
    None -> False
  }
}

/// The text before a mark, and what follows the mark if it is there.
@external(javascript, "../uri.mjs", "cut")
fn cut(text: String, mark: String) -> #(String, Option(String)) {
  case string.split_once(text, on: mark) {
    Ok(#(before, after)) -> #(before, Some(after))
    Error(_) -> #(text, None)
  }
}

/// The text before a mark, and the rest, which has the mark.
@external(erlang, "gleam_stdlib", "uri_cut_before")
@external(javascript, "../uri.mjs", "cut_before")
fn cut_before(text: String, mark: String) -> #(String, String)

fn cut_scheme(text: String) -> #(Option(String), String) {
  case cut_before(text, ":") {
    #(before, ":" <> after) ->
      case is_scheme(before) {
        True -> #(Some(string.lowercase(before)), after)
        False -> #(None, text)
      }
    _ -> #(None, text)
  }
}

@external(erlang, "gleam_stdlib", "uri_is_scheme")
@external(javascript, "../uri.mjs", "is_scheme")
fn is_scheme(text: String) -> Bool

// A colon in the first segment would have been the end of a scheme.
fn parse_path(path: String, uri: Uri) -> Result(Uri, Nil) {
  let #(first_segment, _) = cut_before(path, "/")
  case uri.scheme == None && string.contains(first_segment, ":") {
    True -> Error(Nil)
    False -> Ok(Uri(..uri, path:))
  }
}

fn parse_authority(authority: String, uri: Uri) -> Result(Uri, Nil) {
  case cut_before(authority, "@") {
    #(userinfo, "@" <> rest) ->
      parse_host(rest, Uri(..uri, userinfo: Some(userinfo)))
    _ -> parse_host(authority, uri)
  }
}

fn parse_host(text: String, uri: Uri) -> Result(Uri, Nil) {
  case text {
    "[" <> address ->
      case cut_before(address, "]") {
        #(host, "]" <> port) ->
          case has_brackets(host) {
            True -> Error(Nil)
            False ->
              parse_port(port, Uri(..uri, host: Some("[" <> host <> "]")))
          }
        _ -> Error(Nil)
      }
    _ -> {
      let #(host, port) = cut_before(text, ":")
      case has_brackets(host) {
        True -> Error(Nil)
        False -> parse_port(port, Uri(..uri, host: Some(host)))
      }
    }
  }
}

@external(erlang, "gleam_stdlib", "uri_has_brackets")
fn has_brackets(host: String) -> Bool {
  string.contains(host, "[")
  || string.contains(host, "]")
  || string.contains(host, "@")
}

fn parse_port(port: String, uri: Uri) -> Result(Uri, Nil) {
  case port {
    "" | ":" -> Ok(uri)
    ":" <> digits ->
      case are_digits(digits), int.parse(digits) {
        True, Ok(port) -> Ok(Uri(..uri, port: Some(port)))
        _, _ -> Error(Nil)
      }
    _ -> Error(Nil)
  }
}

@external(erlang, "gleam_stdlib", "uri_are_digits")
@external(javascript, "../uri.mjs", "are_digits")
fn are_digits(text: String) -> Bool

/// Reads the query of a URI, which is made of keys and values.
///
/// ```gleam
/// assert uri.parse_query("a=1&b=2") == Ok([#("a", "1"), #("b", "2")])
/// ```
@external(javascript, "../uri.mjs", "parse_query")
pub fn parse_query(query: String) -> Result(List(#(String, String)), Nil) {
  query
  |> string.split(on: "&")
  |> list.filter(fn(pair) { pair != "" })
  |> list.try_map(parse_query_pair)
}

fn parse_query_pair(pair: String) -> Result(#(String, String), Nil) {
  let #(key, value) = cut(pair, "=")
  use key <- result.try(decode_query_part(key))
  use value <- result.map(decode_query_part(option.unwrap(value, or: "")))
  #(key, value)
}

fn decode_query_part(part: String) -> Result(String, Nil) {
  part |> string.replace(each: "+", with: " ") |> percent_decode
}

/// Writes keys and values as the query of a URI.
///
/// ```gleam
/// assert uri.query_to_string([#("a", "1"), #("b", "2 3")]) == "a=1&b=2%203"
/// ```
@external(javascript, "../uri.mjs", "query_to_string")
pub fn query_to_string(query: List(#(String, String))) -> String {
  query
  |> list.map(fn(pair) {
    encode_query_part(pair.0) <> "=" <> encode_query_part(pair.1)
  })
  |> string.join(with: "&")
}

// In a query a plus sign stands for a space.
fn encode_query_part(part: String) -> String {
  part |> percent_encode |> string.replace(each: "+", with: "%2B")
}

/// Writes every character that has a meaning in URIs, or no place in them, as
/// percent signs and the numbers of its bytes.
///
/// ```gleam
/// assert uri.percent_encode("100% great") == "100%25%20great"
/// ```
@external(erlang, "gleam_stdlib", "percent_encode")
@external(javascript, "../uri.mjs", "percent_encode")
pub fn percent_encode(value: String) -> String

/// Undoes [`percent_encode`](#percent_encode).
///
/// ```gleam
/// assert uri.percent_decode("100%25%20great+fun") == Ok("100% great+fun")
/// ```
@external(erlang, "gleam_stdlib", "percent_decode")
@external(javascript, "../uri.mjs", "percent_decode")
pub fn percent_decode(value: String) -> Result(String, Nil)

/// Cuts a path at its slashes. The segments `.` and `..` are resolved and empty
/// ones dropped.
///
/// ```gleam
/// assert uri.path_segments("/users/1/../2") == ["users", "2"]
/// ```
pub fn path_segments(path: String) -> List(String) {
  path |> string.split(on: "/") |> resolve_dots([])
}

fn resolve_dots(
  segments: List(String),
  resolved: List(String),
) -> List(String) {
  case segments, resolved {
    [], _ -> list.reverse(resolved)
    ["", ..rest], _ | [".", ..rest], _ | ["..", ..rest], [] ->
      resolve_dots(rest, resolved)
    ["..", ..rest], [_, ..resolved] -> resolve_dots(rest, resolved)
    [segment, ..rest], _ -> resolve_dots(rest, [segment, ..resolved])
  }
}

/// Puts the parts of a URI together.
///
/// ```gleam
/// import gleam/option.{Some}
///
/// let home =
///   uri.Uri(..uri.empty, scheme: Some("https"), host: Some("example.com"))
/// assert uri.to_string(home) == "https://example.com/"
/// ```
pub fn to_string(uri: Uri) -> String {
  let start = case uri.scheme {
    Some(scheme) -> scheme <> ":" <> authority_to_string(uri)
    None -> authority_to_string(uri)
  }
  let text = start <> path_to_string(uri)
  let text = case uri.query {
    Some(query) -> text <> "?" <> query
    None -> text
  }
  case uri.fragment {
    Some(fragment) -> text <> "#" <> fragment
    None -> text
  }
}

fn authority_to_string(uri: Uri) -> String {
  let before = case uri.userinfo {
    Some(userinfo) -> "//" <> userinfo <> "@"
    None -> "//"
  }
  case uri.host, uri.port {
    None, _ -> ""
    Some(host), Some(port) -> before <> host <> ":" <> int.to_string(port)
    Some(host), None -> before <> host
  }
}

// A path after a host begins with a slash, even if there is no path.
fn path_to_string(uri: Uri) -> String {
  case uri.host, uri.path {
    None, _ | _, "/" <> _ -> uri.path
    Some(""), path -> path
    Some(_), path -> "/" <> path
  }
}

/// The origin of a web page: its scheme, host and, unless it is the usual one,
/// port. It is an error if the URI is not an address for HTTP.
///
/// ```gleam
/// let assert Ok(page) = uri.parse("https://example.com:443/path?foo#bar")
/// assert uri.origin(page) == Ok("https://example.com")
/// ```
pub fn origin(uri: Uri) -> Result(String, Nil) {
  let Uri(scheme:, host:, port:, ..) = uri
  case scheme, host, port {
    Some("https"), Some(host), Some(443) | Some("https"), Some(host), None ->
      Ok("https://" <> host)
    Some("http"), Some(host), Some(80) | Some("http"), Some(host), None ->
      Ok("http://" <> host)
    Some("https" as scheme), Some(host), Some(port)
    | Some("http" as scheme), Some(host), Some(port)
    -> Ok(scheme <> "://" <> host <> ":" <> int.to_string(port))
    _, _, _ -> Error(Nil)
  }
}

/// Resolves a reference relative to a base, which must be absolute, as a browser
/// resolves the links of a page.
///
/// ```gleam
/// let assert Ok(base) = uri.parse("http://example.com/a/b")
/// let assert Ok(link) = uri.parse("../c")
/// assert uri.merge(base, link) == uri.parse("http://example.com/c")
/// ```
pub fn merge(base: Uri, relative: Uri) -> Result(Uri, Nil) {
  case base.scheme, base.host {
    Some(_), Some(_) -> Ok(resolve(base, relative))
    _, _ -> Error(Nil)
  }
}

/// Section 5.2.2 of the RFC.
fn resolve(base: Uri, relative: Uri) -> Uri {
  case relative {
    Uri(scheme: Some(_), ..) ->
      Uri(..relative, path: remove_dot_segments(relative.path))
    Uri(host: Some(_), ..) ->
      Uri(
        ..relative,
        scheme: base.scheme,
        path: remove_dot_segments(relative.path),
      )
    Uri(path: "", ..) ->
      Uri(
        ..base,
        query: option.or(relative.query, base.query),
        fragment: relative.fragment,
      )
    Uri(path: "/" <> _ as path, query:, fragment:, ..) ->
      Uri(..base, path: remove_dot_segments(path), query:, fragment:)
    Uri(path:, query:, fragment:, ..) -> {
      let path = remove_dot_segments(directory(base.path) <> path)
      Uri(..base, path:, query:, fragment:)
    }
  }
}

/// A path up to its last slash.
@external(javascript, "../uri.mjs", "directory")
fn directory(path: String) -> String {
  case list.reverse(string.split(path, on: "/")) {
    [] | [_] -> "/"
    [_, ..directories] -> string.join(list.reverse(["", ..directories]), "/")
  }
}

/// Section 5.2.4 of the RFC. A path that does not begin with a slash has no
/// place to go up from.
@external(javascript, "../uri.mjs", "remove_dot_segments")
fn remove_dot_segments(path: String) -> String {
  case path {
    "/" <> relative -> "/" <> remove_dots(string.split(relative, on: "/"), [])
    _ -> path
  }
}

fn remove_dots(segments: List(String), kept: List(String)) -> String {
  case segments, kept {
    [], _ -> kept |> list.reverse |> string.join(with: "/")
    ["."], _ | [".."], [] -> remove_dots([], ["", ..kept])
    [".."], [_, ..kept] -> remove_dots([], ["", ..kept])
    [".", ..rest], _ | ["..", ..rest], [] -> remove_dots(rest, kept)
    ["..", ..rest], [_, ..kept] -> remove_dots(rest, kept)
    [segment, ..rest], _ -> remove_dots(rest, [segment, ..kept])
  }
}
