import gleam/http.{ContentDisposition}
import gleam/list

pub fn method_test() {
  use #(name, method) <- list.each([
    #("CONNECT", http.Connect),
    #("DELETE", http.Delete),
    #("GET", http.Get),
    #("HEAD", http.Head),
    #("OPTIONS", http.Options),
    #("PATCH", http.Patch),
    #("POST", http.Post),
    #("PUT", http.Put),
    #("TRACE", http.Trace),
    #("get", http.Other("get")),
    #("M-SEARCH", http.Other("M-SEARCH")),
  ])
  assert http.parse_method(name) == Ok(method)
  assert http.method_to_string(method) == name
}

pub fn malformed_method_test() {
  use name <- list.each(["", "A B", "A\n", "Ä", "A:", "A/B", "\"A\""])
  assert http.parse_method(name) == Error(Nil)
}

pub fn scheme_test() {
  assert http.scheme_from_string("http") == Ok(http.Http)
  assert http.scheme_from_string("HTTPS") == Ok(http.Https)
  assert http.scheme_from_string("ftp") == Error(Nil)
  assert http.scheme_to_string(http.Http) == "http"
  assert http.scheme_to_string(http.Https) == "https"
}

pub fn content_disposition_test() {
  use #(header, expected) <- list.each([
    #("inline", ContentDisposition("inline", [])),
    #("a; B=c", ContentDisposition("a", [#("b", "c")])),
    #(
      "a ; b = \"c;d\" ; e=f;",
      ContentDisposition("a", [#("b", "c;d"), #("e", "f")]),
    ),
    #(
      "a; b=\"\"; c=\"\\\"ü\\\\\"",
      ContentDisposition("a", [#("b", ""), #("c", "\"ü\\")]),
    ),
  ])
  assert http.parse_content_disposition(header) == Ok(expected)
}

pub fn malformed_content_disposition_test() {
  use header <- list.each(["a; b", "a; b=\"c", "a; b=\"c\" d", "a; b=\"c\\"])
  assert http.parse_content_disposition(header) == Error(Nil)
}
