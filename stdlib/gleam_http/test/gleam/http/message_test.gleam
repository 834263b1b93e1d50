import gleam/http.{Get, Http, Https, Patch, Post}
import gleam/http/cookie.{Attributes, Strict}
import gleam/http/request.{Request}
import gleam/http/response.{Response}
import gleam/http/service
import gleam/list
import gleam/option.{None, Some}
import gleam/string
import gleam/uri

// Requests

pub fn to_test() {
  assert request.to("HTTPS://example.com:8080/a/b?c=d#e")
    == Ok(Request(
      method: Get,
      headers: [],
      body: "",
      scheme: Https,
      host: "example.com",
      port: Some(8080),
      path: "/a/b",
      query: Some("c=d"),
    ))
  assert request.to("ftp://example.com") == Error(Nil)
  assert request.to("/a/b") == Error(Nil)
}

pub fn to_uri_test() {
  let assert Ok(request) = request.to("http://example.com:80/a?b=c#d")
  assert uri.to_string(request.to_uri(request)) == "http://example.com:80/a?b=c"
    || uri.to_string(request.to_uri(request)) == "http://example.com/a?b=c"
}

pub fn parts_test() {
  let request =
    request.new()
    |> request.set_method(Post)
    |> request.set_scheme(Http)
    |> request.set_host("example.com")
    |> request.set_port(81)
    |> request.set_path("/a//b/")
    |> request.set_query([#("c d", "&"), #("e", "")])
    |> request.set_body("text")
    |> request.map(string.length)
  assert request.method == Post
  assert request.scheme == Http
  assert request.host == "example.com"
  assert request.port == Some(81)
  assert request.body == 4
  assert request.path_segments(request) == ["a", "b"]
  assert request.get_query(request) == Ok([#("c d", "&"), #("e", "")])
}

pub fn query_test() {
  assert request.get_query(request.new()) == Ok([])
}

pub fn request_headers_test() {
  let request =
    request.new()
    |> request.set_header("X-One", "1")
    |> request.set_header("x-two", "2")
    |> request.set_header("X-ONE", "One")
    |> request.prepend_header("X-Two", "Two")
  assert request.headers
    == [#("x-two", "Two"), #("x-one", "One"), #("x-two", "2")]
  assert request.get_header(request, "X-Two") == Ok("Two")
  assert request.get_header(request, "x-three") == Error(Nil)
}

pub fn request_cookies_test() {
  let request =
    request.new()
    |> request.set_header("cookie", "c=0")
    |> request.set_header("x-one", "1")
    |> request.prepend_header("cookie", "a=1")
    |> request.remove_cookie("c")
    |> request.set_cookie("b", "2")
    |> request.set_cookie("a", "3")
  assert request.headers == [#("cookie", "a=3; b=2"), #("x-one", "1")]
  assert request.get_cookies(request) == [#("a", "3"), #("b", "2")]
  let request = request.remove_cookie(request, "a")
  assert request.get_header(request, "cookie") == Ok("b=2")
  assert request.remove_cookie(request, "a") == request
  let request = request.remove_cookie(request, "b")
  assert request.headers == [#("x-one", "1")]
}

// Responses

pub fn response_test() {
  assert response.new(404) == Response(404, [], "")
  let response = response.redirect("/there")
  assert response.status == 303
  assert response.get_header(response, "Location") == Ok("/there")
}

pub fn response_headers_test() {
  let response =
    response.new(200)
    |> response.set_header("X-One", "1")
    |> response.set_header("x-ONE", "One")
    |> response.prepend_header("X-One", "first")
  assert response.headers == [#("x-one", "first"), #("x-one", "One")]
}

pub fn response_body_test() {
  let response = response.new(200) |> response.set_body("text")
  assert response.map(response, string.length).body == 4
  assert response.try_map(response, Ok) == Ok(response)
  assert response.try_map(response, fn(_) { Error("no") }) == Error("no")
}

pub fn response_cookies_test() {
  let response =
    response.new(200)
    |> response.set_cookie("a", "1", cookie.defaults(Https))
    |> response.expire_cookie("b", cookie.defaults(Http))
  assert response.headers
    == [
      #(
        "set-cookie",
        "b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; HttpOnly; SameSite=Lax",
      ),
      #("set-cookie", "a=1; Path=/; Secure; HttpOnly; SameSite=Lax"),
    ]
  let cookies = response.get_cookies(response)
  assert list.key_find(cookies, "a") == Ok("1")
  assert list.key_find(cookies, "b") == Ok("")
}

// Cookies

pub fn set_header_test() {
  let attributes =
    Attributes(
      max_age: Some(60),
      domain: Some("example.com"),
      path: None,
      secure: True,
      http_only: False,
      same_site: Some(Strict),
    )
  assert cookie.set_header("a", "1", attributes)
    == "a=1; Max-Age=60; Domain=example.com; Secure; SameSite=Strict"
}

pub fn parse_cookies_test() {
  assert cookie.parse("a=1; b=2=3,c=")
    == [#("a", "1"), #("b", "2=3"), #("c", "")]
  assert cookie.parse(" a = 1 ") == [#("a", "1")]
  assert cookie.parse("a; =1; b c=2; d=3\r3; ;") == []
  assert cookie.parse("") == []
}

// Services

pub fn service_test() {
  let service =
    fn(request: request.Request(String)) {
      response.new(200) |> response.set_body(request.body)
    }
    |> service.map_response_body(string.uppercase)
    |> service.prepend_response_header("X-Made-By", "us")
  let response = service(request.new() |> request.set_body("text"))
  assert response.body == "TEXT"
  assert response.get_header(response, "x-made-by") == Ok("us")
}

pub fn method_override_test() {
  let method = fn(method, name) {
    let service =
      service.method_override(fn(request: request.Request(String)) {
        request.method
      })
    request.new()
    |> request.set_method(method)
    |> request.set_query([#("_method", name)])
    |> service
  }
  assert method(Post, "patch") == Patch
  assert method(Post, "PATCH") == Patch
  assert method(Post, "CONNECT") == Post
  assert method(Post, "wibble") == Post
  assert method(Get, "PATCH") == Get
}

pub fn uris_go_there_and_back_test() {
  let addresses = [
    "http://example.com/", "https://example.com:8443/a/b?c=d&e=%20f",
    "https://[::1]:80/x", "http://localhost/%C3%BC?",
  ]
  use text <- list.each(addresses)
  let assert Ok(address) = uri.parse(text)
  let assert Ok(request) = request.from_uri(address)
  assert request.to(text) == Ok(request)
  assert request.to_uri(request) == address
}

pub fn uris_that_are_none_of_http_test() {
  use text <- list.each(["ftp://example.com", "mailto:me@example.com", "/a"])
  let assert Ok(address) = uri.parse(text)
  assert request.from_uri(address) == Error(Nil)
  assert request.to(text) == Error(Nil)
}

pub fn queries_go_there_and_back_test() {
  use query <- list.each([
    [],
    [#("a", "")],
    [#("a", "1"), #("a", "2")],
    [#("ü &=", "✓ +%?#"), #("", "x")],
  ])
  let request = request.new() |> request.set_query(query)
  assert request.get_query(request) == Ok(query)
}
