//// Services: functions from requests to responses, and functions that change
//// them.

import gleam/http.{Delete, Patch, Post, Put}
import gleam/http/request.{type Request}
import gleam/http/response.{type Response}
import gleam/list
import gleam/result
import gleam/string

/// A function that answers requests.
pub type Service(in, out) =
  fn(Request(in)) -> Response(out)

/// A function that makes one service of another.
pub type Middleware(before_req, before_resp, after_req, after_resp) =
  fn(Service(before_req, before_resp)) -> Service(after_req, after_resp)

/// Changes the bodies of the responses of a service.
///
/// ```gleam
/// let service = fn(_request) { response.new(200) |> response.set_body("hi") }
/// let loud = service.map_response_body(service, with: string.uppercase)
/// assert loud(request.new()).body == "HI"
/// ```
pub fn map_response_body(
  service: fn(a) -> Response(b),
  with mapper: fn(b) -> c,
) -> fn(a) -> Response(c) {
  fn(request) { response.map(service(request), mapper) }
}

/// Adds a header to the responses of a service.
///
/// ```gleam
/// let service = fn(_request) { response.new(200) }
/// let tagged = service.prepend_response_header(service, "server", "mine")
/// assert tagged(request.new()).headers == [#("server", "mine")]
/// ```
pub fn prepend_response_header(
  service: fn(a) -> Response(b),
  key: String,
  value: String,
) -> fn(a) -> Response(b) {
  fn(request) { response.prepend_header(service(request), key, value) }
}

/// Lets forms of HTML, which can only get and post, do more: a request to post
/// with `_method` in its query gets that method, if it is `PUT`, `PATCH` or
/// `DELETE`, in any case of letters.
///
/// ```gleam
/// import gleam/http/request.{type Request}
///
/// let method = fn(request: Request(String)) { request.method }
/// let service = service.method_override(method)
/// let form =
///   request.new()
///   |> request.set_method(http.Post)
///   |> request.set_query([#("_method", "DELETE")])
/// assert service(form) == http.Delete
/// ```
pub fn method_override(service: fn(Request(a)) -> b) -> fn(Request(a)) -> b {
  fn(request: Request(a)) {
    case request.method {
      Post -> service(override(request))
      _ -> service(request)
    }
  }
}

fn override(request: Request(a)) -> Request(a) {
  let wanted = {
    use query <- result.try(request.get_query(request))
    use name <- result.try(list.key_find(query, "_method"))
    http.parse_method(string.uppercase(name))
  }
  case wanted {
    Ok(Put as method) | Ok(Patch as method) | Ok(Delete as method) ->
      request.set_method(request, method)
    _ -> request
  }
}
