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
pub fn new(status: Int) -> Response(String) {
  Response(status:, headers: [], body: "")
}

/// A response that sends the client to another URI, with a request to get it.
pub fn redirect(uri: String) -> Response(String) {
  Response(
    status: 303,
    headers: [#("location", uri)],
    body: "You are being redirected to " <> uri,
  )
}

// Headers

/// The value of the first header with a name, in any case of letters.
pub fn get_header(
  response: Response(body),
  key: String,
) -> Result(String, Nil) {
  list.key_find(response.headers, string.lowercase(key))
}

/// Sets a header. It takes the place of the first one of its name; its own name
/// becomes lower case.
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
pub fn set_body(
  response: Response(old_body),
  body: new_body,
) -> Response(new_body) {
  Response(..response, body:)
}

/// Changes the body with a function.
pub fn map(
  response: Response(old_body),
  transform: fn(old_body) -> new_body,
) -> Response(new_body) {
  set_body(response, transform(response.body))
}

/// Changes the body with a function that can fail.
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
pub fn get_cookies(resp: Response(body)) -> List(#(String, String)) {
  use #(name, value) <- list.flat_map(resp.headers)
  case name {
    "set-cookie" -> cookie.parse(value)
    _ -> []
  }
}

/// Tells the client to keep a cookie.
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
pub fn expire_cookie(
  response: Response(body),
  name: String,
  attributes: cookie.Attributes,
) -> Response(body) {
  let attributes = cookie.Attributes(..attributes, max_age: option.Some(0))
  set_cookie(response, name, "", attributes)
}
