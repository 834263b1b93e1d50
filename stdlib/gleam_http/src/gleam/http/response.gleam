//// Responses, which servers send to clients.

import gleam/http.{type Header}
import gleam/http/cookie
import gleam/list
import gleam/option
import gleam/result
import gleam/string

/// A response. The body has the type that the client or the server wants.
pub type Response(body) {
  Response(
    status: Int,
    /// The names of headers are in lower case.
    headers: List(Header),
    body: body,
  )
}

/// A response with a status, no headers and an empty body.
///
/// ```gleam
/// let response = response.new(404)
/// assert response.status == 404
/// assert response.body == ""
/// ```
pub fn new(status: Int) -> Response(String) {
  Response(status:, headers: [], body: "")
}

/// A response that sends the client to another URI, with a request to get it.
///
/// ```gleam
/// let response = response.redirect("/login")
/// assert response.status == 303
/// assert response.get_header(response, "location") == Ok("/login")
/// ```
pub fn redirect(uri: String) -> Response(String) {
  Response(
    status: 303,
    headers: [#("location", uri)],
    body: "You are being redirected to " <> uri,
  )
}

// Headers

/// The value of the first header with a name, in any case of letters.
///
/// ```gleam
/// let response = response.new(200) |> response.set_header("etag", "x1")
/// assert response.get_header(response, "ETag") == Ok("x1")
/// assert response.get_header(response, "age") == Error(Nil)
/// ```
pub fn get_header(
  response: Response(body),
  key: String,
) -> Result(String, Nil) {
  list.key_find(response.headers, string.lowercase(key))
}

/// Sets a header. It takes the place of the first one of its name; its own name
/// becomes lower case.
///
/// ```gleam
/// let response =
///   response.new(200)
///   |> response.set_header("ETag", "x1")
///   |> response.set_header("etag", "x2")
/// assert response.headers == [#("etag", "x2")]
/// ```
pub fn set_header(
  response: Response(body),
  key: String,
  value: String,
) -> Response(body) {
  let headers = list.key_set(response.headers, string.lowercase(key), value)
  Response(..response, headers:)
}

/// Adds a header before all others, also when there is one of its name. Its
/// name becomes lower case.
///
/// ```gleam
/// let response =
///   response.new(200)
///   |> response.prepend_header("Via", "one")
///   |> response.prepend_header("via", "two")
/// assert response.headers == [#("via", "two"), #("via", "one")]
/// ```
pub fn prepend_header(
  response: Response(body),
  key: String,
  value: String,
) -> Response(body) {
  let headers = [#(string.lowercase(key), value), ..response.headers]
  Response(..response, headers:)
}

// Body

/// Sets the body.
///
/// ```gleam
/// let response = response.new(200) |> response.set_body(<<1, 2>>)
/// assert response.body == <<1, 2>>
/// ```
pub fn set_body(
  response: Response(old_body),
  body: new_body,
) -> Response(new_body) {
  Response(..response, body:)
}

/// Changes the body with a function.
///
/// ```gleam
/// let response =
///   response.new(200) |> response.set_body("hi") |> response.map(string.uppercase)
/// assert response.body == "HI"
/// ```
pub fn map(
  response: Response(old_body),
  transform: fn(old_body) -> new_body,
) -> Response(new_body) {
  set_body(response, transform(response.body))
}

/// Changes the body with a function that can fail.
///
/// ```gleam
/// let response = response.new(200) |> response.set_body("12")
/// assert response.try_map(response, int.parse)
///   == Ok(response.set_body(response, 12))
/// ```
pub fn try_map(
  response: Response(old_body),
  transform: fn(old_body) -> Result(new_body, error),
) -> Result(Response(new_body), error) {
  use body <- result.map(transform(response.body))
  set_body(response, body)
}

// Cookies

/// The names and values in all `set-cookie` headers, of the cookies and of their
/// attributes.
///
/// ```gleam
/// let response =
///   response.new(200)
///   |> response.set_cookie("id", "7", cookie.defaults(http.Https))
/// assert list.key_find(response.get_cookies(response), "id") == Ok("7")
/// ```
pub fn get_cookies(resp: Response(body)) -> List(#(String, String)) {
  use #(name, value) <- list.flat_map(resp.headers)
  case name {
    "set-cookie" -> cookie.parse(value)
    _ -> []
  }
}

/// Tells the client to keep a cookie.
///
/// ```gleam
/// let response =
///   response.new(200)
///   |> response.set_cookie("id", "7", cookie.defaults(http.Http))
/// assert response.get_header(response, "set-cookie")
///   == Ok("id=7; Path=/; HttpOnly; SameSite=Lax")
/// ```
pub fn set_cookie(
  response: Response(body),
  name: String,
  value: String,
  attributes: cookie.Attributes,
) -> Response(body) {
  prepend_header(
    response,
    "set-cookie",
    cookie.set_header(name, value, attributes),
  )
}

/// Tells the client to forget a cookie. The attributes must be those it was set
/// with.
///
/// ```gleam
/// let response =
///   response.new(200)
///   |> response.expire_cookie("id", cookie.defaults(http.Https))
/// let assert Ok(header) = response.get_header(response, "set-cookie")
/// assert string.contains(header, "Max-Age=0")
/// ```
pub fn expire_cookie(
  response: Response(body),
  name: String,
  attributes: cookie.Attributes,
) -> Response(body) {
  let attributes = cookie.Attributes(..attributes, max_age: option.Some(0))
  set_cookie(response, name, "", attributes)
}
