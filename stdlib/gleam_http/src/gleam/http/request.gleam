//// Requests, which clients send to servers.

import gleam/http.{type Header, type Method, type Scheme}
import gleam/http/cookie
import gleam/list
import gleam/option.{type Option, None, Some}
import gleam/result
import gleam/string
import gleam/uri.{type Uri, Uri}

/// A request. The body has the type that the client or the server wants.
pub type Request(body) {
  Request(
    method: Method,
    /// The names of headers are in lower case.
    headers: List(Header),
    body: body,
    scheme: Scheme,
    host: String,
    port: Option(Int),
    path: String,
    query: Option(String),
  )
}

/// A request to get the empty path from the host `localhost`, to start from.
///
/// ```gleam
/// let request = request.new()
/// assert request.method == http.Get
/// assert request.host == "localhost"
/// ```
pub fn new() -> Request(String) {
  Request(
    method: http.Get,
    headers: [],
    body: "",
    scheme: http.Https,
    host: "localhost",
    port: None,
    path: "",
    query: None,
  )
}

/// A request to get what is at a URL. It is an error when that is none of HTTP.
///
/// ```gleam
/// let assert Ok(request) = request.to("https://example.com/path?a=1")
/// assert request.host == "example.com"
/// ```
pub fn to(url: String) -> Result(Request(String), Nil) {
  uri.parse(url)
  |> result.try(from_uri)
}

/// A request to get what is at a URI. It is an error when that is none of HTTP.
///
/// ```gleam
/// let assert Ok(address) = uri.parse("https://example.com/cats?page=2")
/// let assert Ok(request) = request.from_uri(address)
/// assert request.path == "/cats"
/// assert request.query == option.Some("page=2")
/// ```
pub fn from_uri(uri: Uri) -> Result(Request(String), Nil) {
  use scheme <- result.try(option.to_result(uri.scheme, Nil))
  use scheme <- result.try(http.scheme_from_string(scheme))
  use host <- result.map(option.to_result(uri.host, Nil))
  Request(
    method: http.Get,
    headers: [],
    body: "",
    scheme:,
    host:,
    port: uri.port,
    path: uri.path,
    query: uri.query,
  )
}

/// The URI that the request is for.
///
/// ```gleam
/// let assert Ok(request) = request.to("https://example.com/cats")
/// assert uri.to_string(request.to_uri(request)) == "https://example.com/cats"
/// ```
pub fn to_uri(request: Request(a)) -> Uri {
  Uri(
    scheme: Some(http.scheme_to_string(request.scheme)),
    userinfo: None,
    host: Some(request.host),
    port: request.port,
    path: request.path,
    query: request.query,
    fragment: None,
  )
}

/// Sets the method.
///
/// ```gleam
/// let request = request.new() |> request.set_method(http.Post)
/// assert request.method == http.Post
/// ```
pub fn set_method(req: Request(body), method: Method) -> Request(body) {
  Request(..req, method:)
}

/// Sets the scheme.
///
/// ```gleam
/// let request = request.new() |> request.set_scheme(http.Http)
/// assert request.scheme == http.Http
/// ```
pub fn set_scheme(req: Request(body), scheme: Scheme) -> Request(body) {
  Request(..req, scheme:)
}

/// Sets the host.
///
/// ```gleam
/// let request = request.new() |> request.set_host("example.com")
/// assert request.host == "example.com"
/// ```
pub fn set_host(req: Request(body), host: String) -> Request(body) {
  Request(..req, host:)
}

/// Sets the port.
///
/// ```gleam
/// let request = request.new() |> request.set_port(8080)
/// assert request.port == option.Some(8080)
/// ```
pub fn set_port(req: Request(body), port: Int) -> Request(body) {
  Request(..req, port: Some(port))
}

/// Sets the path.
///
/// ```gleam
/// let request = request.new() |> request.set_path("/cats")
/// assert request.path == "/cats"
/// ```
pub fn set_path(req: Request(body), path: String) -> Request(body) {
  Request(..req, path:)
}

/// The segments of the path that are not empty.
///
/// ```gleam
/// let request = request.new() |> request.set_path("/one/two/")
/// assert request.path_segments(request) == ["one", "two"]
/// ```
pub fn path_segments(request: Request(body)) -> List(String) {
  uri.path_segments(request.path)
}

/// The names and values of the query, decoded. It is an error when it is
/// malformed.
///
/// ```gleam
/// let assert Ok(request) = request.to("https://example.com?a=1&b=x%20y")
/// assert request.get_query(request) == Ok([#("a", "1"), #("b", "x y")])
/// ```
pub fn get_query(
  request: Request(body),
) -> Result(List(#(String, String)), Nil) {
  case request.query {
    None -> Ok([])
    Some(query) -> uri.parse_query(query)
  }
}

/// Sets the query to names and values, which are encoded.
///
/// ```gleam
/// let request = request.new() |> request.set_query([#("name", "Nubi"), #("n", "9")])
/// assert request.query == option.Some("name=Nubi&n=9")
/// ```
pub fn set_query(
  req: Request(body),
  query: List(#(String, String)),
) -> Request(body) {
  Request(..req, query: Some(uri.query_to_string(query)))
}

// Headers

/// The value of the first header with a name, in any case of letters.
///
/// ```gleam
/// let request = request.new() |> request.set_header("accept", "text/html")
/// assert request.get_header(request, "Accept") == Ok("text/html")
/// assert request.get_header(request, "host") == Error(Nil)
/// ```
pub fn get_header(request: Request(body), key: String) -> Result(String, Nil) {
  list.key_find(request.headers, string.lowercase(key))
}

/// Sets a header. It takes the place of the first one of its name; its own name
/// becomes lower case.
///
/// ```gleam
/// let request =
///   request.new()
///   |> request.set_header("Accept", "text/plain")
///   |> request.set_header("accept", "text/html")
/// assert request.headers == [#("accept", "text/html")]
/// ```
pub fn set_header(
  request: Request(body),
  key: String,
  value: String,
) -> Request(body) {
  let headers = list.key_set(request.headers, string.lowercase(key), value)
  Request(..request, headers:)
}

/// Adds a header before all others, also when there is one of its name. Its
/// name becomes lower case.
///
/// ```gleam
/// let request =
///   request.new()
///   |> request.prepend_header("Accept", "text/plain")
///   |> request.prepend_header("accept", "text/html")
/// assert request.headers == [#("accept", "text/html"), #("accept", "text/plain")]
/// ```
pub fn prepend_header(
  request: Request(body),
  key: String,
  value: String,
) -> Request(body) {
  let headers = [#(string.lowercase(key), value), ..request.headers]
  Request(..request, headers:)
}

// Body

/// Sets the body.
///
/// ```gleam
/// let request = request.new() |> request.set_body(<<1, 2>>)
/// assert request.body == <<1, 2>>
/// ```
pub fn set_body(req: Request(old_body), body: new_body) -> Request(new_body) {
  Request(..req, body:)
}

/// Changes the body with a function.
///
/// ```gleam
/// let request = request.new() |> request.set_body("12") |> request.map(int.parse)
/// assert request.body == Ok(12)
/// ```
pub fn map(
  request: Request(old_body),
  transform: fn(old_body) -> new_body,
) -> Request(new_body) {
  set_body(request, transform(request.body))
}

// Cookies

/// The names and values of all cookies. What is malformed is left out.
///
/// ```gleam
/// let request = request.new() |> request.set_header("cookie", "a=1; b=2")
/// assert request.get_cookies(request) == [#("a", "1"), #("b", "2")]
/// ```
pub fn get_cookies(req: Request(body)) -> List(#(String, String)) {
  use #(name, value) <- list.flat_map(req.headers)
  case name {
    "cookie" -> cookie.parse(value)
    _ -> []
  }
}

/// Sets a cookie. It takes the place of the one of its name. All cookies are
/// then in one header, before all others.
///
/// ```gleam
/// let request =
///   request.new() |> request.set_cookie("a", "1") |> request.set_cookie("b", "2")
/// assert request.get_cookies(request) == [#("a", "1"), #("b", "2")]
/// ```
pub fn set_cookie(
  req: Request(body),
  name: String,
  value: String,
) -> Request(body) {
  set_cookies(req, list.key_set(get_cookies(req), name, value))
}

/// Takes a cookie away, if it is there.
///
/// ```gleam
/// let request =
///   request.new()
///   |> request.set_cookie("a", "1")
///   |> request.set_cookie("b", "2")
///   |> request.remove_cookie("a")
/// assert request.get_cookies(request) == [#("b", "2")]
/// ```
pub fn remove_cookie(req: Request(body), name: String) -> Request(body) {
  let cookies = get_cookies(req)
  case list.key_filter(cookies, name) {
    [] -> req
    _ -> set_cookies(req, list.filter(cookies, fn(pair) { pair.0 != name }))
  }
}

fn set_cookies(
  req: Request(body),
  cookies: List(#(String, String)),
) -> Request(body) {
  let headers = list.filter(req.headers, fn(header) { header.0 != "cookie" })
  let cookie =
    cookies
    |> list.map(fn(pair) { pair.0 <> "=" <> pair.1 })
    |> string.join("; ")
  case cookie {
    "" -> Request(..req, headers:)
    _ -> Request(..req, headers: [#("cookie", cookie), ..headers])
  }
}
