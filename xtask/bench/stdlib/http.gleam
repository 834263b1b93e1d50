import support/data
import gleam/http
import gleam/http/cookie
import gleam/http/request

pub fn parse_multipart_headers() {
  let data = <<"--frontier\r\ncontent-disposition: form-data; name=\"a\"\r\ncontent-type: text/plain\r\n\r\nThis is the body of the message.\r\n--frontier--":utf8>>
  fn() { http.parse_multipart_headers(data, "frontier") }
}

pub fn parse_multipart_body() {
  let data = <<data.text(200):utf8, "\r\n--frontier--":utf8>>
  fn() { http.parse_multipart_body(data, "frontier") }
}

pub fn parse_content_disposition() {
  fn() { http.parse_content_disposition("form-data; name=\"field\"; filename=\"a file.txt\"") }
}

pub fn parse_method() {
  fn() { http.parse_method("DELETE") }
}

pub fn scheme_from_string() {
  fn() { http.scheme_from_string("HTTPS") }
}

pub fn cookie_parse() {
  fn() { cookie.parse("a=1; session=abcdef0123456789; theme=dark") }
}

pub fn cookie_set_header() {
  let attributes = cookie.defaults(http.Https)
  fn() { cookie.set_header("session", "abcdef", attributes) }
}

pub fn request_to() {
  fn() { request.to("https://example.com:8080/a/b?x=1&y=2") }
}

pub fn request_get_query() {
  let assert Ok(request) = request.to("https://example.com:8080/a/b?x=1&y=2")
  fn() { request.get_query(request) }
}

pub fn request_path_segments() {
  let assert Ok(request) = request.to("https://example.com:8080/a/b?x=1&y=2")
  fn() { request.path_segments(request) }
}

pub fn request_set_header() {
  let assert Ok(request) = request.to("https://example.com:8080/a/b?x=1&y=2")
  fn() { request.set_header(request, "Accept", "text/html") }
}

pub fn request_set_cookie() {
  let assert Ok(request) = request.to("https://example.com:8080/a/b?x=1&y=2")
  fn() { request.set_cookie(request, "a", "1") }
}

pub fn request_to_uri() {
  let assert Ok(request) = request.to("https://example.com:8080/a/b?x=1&y=2")
  fn() { request.to_uri(request) }
}
