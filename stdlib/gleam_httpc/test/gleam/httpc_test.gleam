import gleam/http
import gleam/http/request.{type Request}
import gleam/http/response
import gleam/httpc
import gleam/int
import gleam/list
import gleam/option.{Some}
import gleam/string

@external(erlang, "gleam_httpc_test_ffi", "start")
fn start() -> Int

@external(erlang, "gleam_httpc_test_ffi", "start_tls")
fn start_tls() -> Int

@external(erlang, "gleam_httpc_test_ffi", "start_at")
fn start_at_ip6(address: #(Int, Int, Int, Int, Int, Int, Int, Int)) -> Int

@external(erlang, "gleam_httpc_test_ffi", "unused_port")
fn unused_port() -> Int

fn at(port: Int, path: String) -> Request(String) {
  let assert Ok(request) =
    request.to("http://127.0.0.1:" <> int.to_string(port) <> path)
  request
}

fn echoed(request: Request(String)) -> String {
  let assert Ok(response) = httpc.send(request)
  assert response.status == 200
  response.body
}

pub fn get_test() {
  let text = echoed(at(start(), "/a/b?c=d%20e"))
  assert string.starts_with(text, "GET /a/b?c=d%20e HTTP/1.1\r\n")
}

pub fn user_agent_test() {
  let request = at(start(), "/echo")
  assert string.contains(echoed(request), "\r\nuser-agent: gleam_httpc/")
  let text = echoed(request.set_header(request, "User-Agent", "mine"))
  assert string.contains(text, "\r\nuser-agent: mine\r\n")
  assert !string.contains(text, "gleam_httpc")
}

pub fn methods_test() {
  let request = at(start(), "/echo") |> request.set_body("hello")
  let with_body = [http.Post, http.Put, http.Patch, http.Delete]
  list.each(with_body, fn(method) {
    let text = echoed(request.set_method(request, method))
    assert string.starts_with(text, http.method_to_string(method) <> " /echo")
    assert string.ends_with(text, "\r\n\r\nhello")
  })
  list.each([http.Get, http.Options, http.Trace], fn(method) {
    let text = echoed(request.set_method(request, method))
    assert string.starts_with(text, http.method_to_string(method) <> " /echo")
    assert string.ends_with(text, "\r\n\r\n")
  })
  assert echoed(request.set_method(request, http.Head)) == ""
}

pub fn methods_that_cannot_be_sent_test() {
  let request = at(start(), "/echo")
  let nothing = httpc.Posix("enotsup")
  list.each([http.Connect, http.Other("PROPFIND")], fn(method) {
    assert httpc.send(request.set_method(request, method))
      == Error(httpc.FailedToConnect(nothing, nothing))
  })
}

pub fn content_type_test() {
  let request =
    at(start(), "/echo")
    |> request.set_method(http.Post)
    |> request.set_body("{}")
  let text = echoed(request)
  assert string.contains(text, "content-type: application/octet-stream\r\n")
  let text =
    echoed(request.set_header(request, "content-type", "application/json"))
  assert string.contains(text, "content-type: application/json\r\n")
  assert list.length(string.split(text, "content-type")) == 2
}

pub fn sent_headers_test() {
  let request =
    at(start(), "/echo")
    |> request.prepend_header("x-a", "é✓")
    |> request.prepend_header("x-b", "1")
  let text = echoed(request)
  assert string.contains(text, "\r\nx-a: é✓\r\n")
  assert string.contains(text, "\r\nx-b: 1\r\n")
}

pub fn header_injection_test() {
  let bad = httpc.FailedToConnect(httpc.Posix("einval"), httpc.Posix("einval"))
  let request = at(start(), "/echo")
  list.each(["a\r\nx-b: 1", "a\nb", "\u{0}"], fn(value) {
    assert httpc.send(request.prepend_header(request, "x-a", value))
      == Error(bad)
  })
  list.each(["", "a b", "a:b", "a\r\nb"], fn(name) {
    assert httpc.send(request.prepend_header(request, name, "1")) == Error(bad)
  })
}

pub fn received_headers_test() {
  let assert Ok(response) = httpc.send(at(start(), "/headers"))
  assert response.status == 404
  assert response.get_header(response, "X-Utf") == Ok("é")
  assert response.get_header(response, "x-latin") == Ok("é")
  assert list.key_filter(response.headers, "x-utf") == ["é", "2"]
}

pub fn bytes_test() {
  let port = start()
  assert httpc.send(at(port, "/bytes")) == Error(httpc.InvalidUtf8Response)
  let request = at(port, "/bytes") |> request.map(fn(_) { <<>> })
  let assert Ok(response) = httpc.send_bits(request)
  assert response.body == <<255, 0, 254>>
}

pub fn large_bodies_test() {
  let port = start()
  let assert Ok(response) = httpc.send(at(port, "/large"))
  assert string.byte_size(response.body) == 3_000_000
  let body = string.repeat("é", 500_000)
  let text =
    at(port, "/echo")
    |> request.set_method(http.Put)
    |> request.set_body(body)
    |> echoed
  assert string.ends_with(text, "\r\n\r\n" <> body)
}

pub fn chunks_test() {
  let assert Ok(response) = httpc.send(at(start(), "/chunks"))
  assert response.body == "ab\r\ncde"
}

pub fn redirects_test() {
  let request = at(start(), "/redirect")
  let assert Ok(response) = httpc.send(request)
  assert response.status == 302
  assert response.get_header(response, "location") == Ok("/echo")
  let assert Ok(response) =
    httpc.configure()
    |> httpc.follow_redirects(True)
    |> httpc.dispatch(request)
  assert response.status == 200
  assert string.starts_with(response.body, "GET /echo ")
}

pub fn timeout_test() {
  let port = start()
  let config = httpc.configure() |> httpc.timeout(200)
  assert httpc.dispatch(config, at(port, "/slow"))
    == Error(httpc.ResponseTimeout)
  let assert Ok(_) = httpc.dispatch(config, at(port, "/echo"))
}

pub fn refused_test() {
  let assert Error(httpc.FailedToConnect(ip4: httpc.Posix("econnrefused"), ..)) =
    httpc.send(at(unused_port(), "/"))
}

pub fn no_such_host_test() {
  let request = at(1, "/") |> request.set_host("nothing.invalid")
  let assert Error(httpc.FailedToConnect(
    ip4: httpc.Posix(_),
    ip6: httpc.Posix(_),
  )) = httpc.send(request)
  let assert Error(httpc.FailedToConnect(..)) =
    httpc.send(request.set_host(request, ""))
}

pub fn broken_responses_test() {
  let port = start()
  let failed = fn(code) {
    Error(httpc.FailedToConnect(httpc.Posix(code), httpc.Posix(code)))
  }
  assert httpc.send(at(port, "/close")) == failed("econnreset")
  assert httpc.send(at(port, "/garbage")) == failed("eproto")
}

pub fn unusual_urls_test() {
  let request = at(start(), "/") |> request.set_path("/é b/%2F")
  let text = echoed(request.Request(..request, query: Some("q=ü")))
  assert string.starts_with(text, "GET /%C3%A9%20b/%2F?q=%C3%BC HTTP/1.1\r\n")
}

pub fn ip6_test() {
  // Not every machine has IPv6, but where it has none nobody can listen either.
  let port = start_at_ip6(#(0, 0, 0, 0, 0, 0, 0, 1))
  let text = at(port, "/six") |> request.set_host("[::1]") |> echoed
  assert string.starts_with(text, "GET /six HTTP/1.1\r\n")
}

pub fn tls_test() {
  let request = at(start_tls(), "/echo") |> request.set_scheme(http.Https)
  let assert Error(httpc.FailedToConnect(ip4: httpc.TlsAlert(code, detail), ..)) =
    httpc.send(request)
  assert code == "unknown_ca" || code == "bad_certificate"
  assert detail != ""
  let assert Ok(response) =
    httpc.configure()
    |> httpc.verify_tls(False)
    |> httpc.dispatch(request)
  assert string.starts_with(response.body, "GET /echo ")
}

pub fn tls_with_a_plain_server_test() {
  let request = at(start(), "/echo") |> request.set_scheme(http.Https)
  // The server waits for the end of what it takes for a request.
  let assert Error(_) =
    httpc.configure() |> httpc.timeout(300) |> httpc.dispatch(request)
}
