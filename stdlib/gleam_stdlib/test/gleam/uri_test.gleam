import gleam/list
import gleam/option.{Some}
import gleam/result
import gleam/uri.{Uri}

pub fn parse_full_test() {
  assert uri.parse("HTTPS://user:pw@Example.com:1234/a/b?x=1&y#frag")
    == Ok(Uri(
      scheme: Some("https"),
      userinfo: Some("user:pw"),
      host: Some("Example.com"),
      port: Some(1234),
      path: "/a/b",
      query: Some("x=1&y"),
      fragment: Some("frag"),
    ))
}

pub fn parse_parts_test() {
  assert uri.parse("") == Ok(uri.empty)
  assert uri.parse("a/b:c") == Ok(Uri(..uri.empty, path: "a/b:c"))
  assert uri.parse("?q") == Ok(Uri(..uri.empty, query: Some("q")))
  assert uri.parse("?") == Ok(Uri(..uri.empty, query: Some("")))
  assert uri.parse("#f?x") == Ok(Uri(..uri.empty, fragment: Some("f?x")))
  assert uri.parse("mailto:joe@x.org")
    == Ok(Uri(..uri.empty, scheme: Some("mailto"), path: "joe@x.org"))
  assert uri.parse("//h/p") == Ok(Uri(..uri.empty, host: Some("h"), path: "/p"))
  assert uri.parse("file:///etc")
    == Ok(Uri(..uri.empty, scheme: Some("file"), host: Some(""), path: "/etc"))
  assert uri.parse("//[::1]:80")
    == Ok(Uri(..uri.empty, host: Some("[::1]"), port: Some(80)))
  assert uri.parse("//h:") == Ok(Uri(..uri.empty, host: Some("h")))
  assert uri.parse("/é?é") == Ok(Uri(..uri.empty, path: "/é", query: Some("é")))
}

pub fn parse_error_test() {
  use text <- list.each([
    "http://h:abc", "http://h:1:2", "http://h:-1", "http://[::1", "http://a@b@c",
    "http://h]", "//[::1]x", "1a:b", ":b", "a b", "/<x>", "a\r\nb", "#a#b",
  ])
  assert uri.parse(text) == Error(Nil)
}

pub fn to_string_round_trip_test() {
  use text <- list.each([
    "", "/", "a/b", "?q=1#f", "https://user@h:1/p?q#f", "mailto:joe@x.org",
    "file:///etc", "//[::1]:80/x", "urn:isbn:123", "/a//b/",
  ])
  assert result.map(uri.parse(text), uri.to_string) == Ok(text)
}

pub fn to_string_puts_a_slash_after_the_host_test() {
  let site = Uri(..uri.empty, scheme: Some("http"), host: Some("h"))
  assert uri.to_string(site) == "http://h/"
  assert uri.to_string(Uri(..site, path: "a")) == "http://h/a"
  assert uri.to_string(Uri(..site, port: Some(8), query: Some("q")))
    == "http://h:8/?q"
}

pub fn origin_test() {
  let origin = fn(text) { result.try(uri.parse(text), uri.origin) }
  assert origin("http://h/path?q#f") == Ok("http://h")
  assert origin("http://u@h:8080/path") == Ok("http://h:8080")
  assert origin("https://h:443/") == Ok("https://h")
  assert origin("http://h:80") == Ok("http://h")
  assert origin("http://h:443") == Ok("http://h:443")
  assert list.map(["ftp://h", "/path", "//h"], origin)
    == [Error(Nil), Error(Nil), Error(Nil)]
}

pub fn query_test() {
  assert uri.parse_query("") == Ok([])
  assert uri.parse_query("a=1&b=c%20d+e&f&&g=h=i")
    == Ok([#("a", "1"), #("b", "c d e"), #("f", ""), #("g", "h=i")])
  assert uri.parse_query("a=%zz") == Error(Nil)
  assert uri.query_to_string([]) == ""
  assert uri.query_to_string([#("a b", "1+2"), #("é", "&=")])
    == "a%20b=1%2B2&%C3%A9=%26%3D"
}

pub fn query_round_trip_test() {
  let query = [#("a b", "1+2"), #("é&=", "😀%"), #("", "")]
  assert uri.parse_query(uri.query_to_string(query)) == Ok(query)
}

pub fn percent_test() {
  assert uri.percent_encode("") == ""
  assert uri.percent_encode("aZ09-_.!~*'()+") == "aZ09-_.!~*'()+"
  assert uri.percent_encode(" \"#$%&,/:;<=>?@[\\]^`{|}")
    == "%20%22%23%24%25%26%2C%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D"
  assert uri.percent_encode("é😀") == "%C3%A9%F0%9F%98%80"
  assert uri.percent_decode("%c3%A9%F0%9F%98%80+%2B") == Ok("é😀++")
  use text <- list.each(["%", "%4", "%zz", "%+1", "%C3", "%FF"])
  assert uri.percent_decode(text) == Error(Nil)
}

pub fn path_segments_test() {
  assert uri.path_segments("") == []
  assert uri.path_segments("/") == []
  assert uri.path_segments("/users//1/") == ["users", "1"]
  assert uri.path_segments("a/./b/../c") == ["a", "c"]
  assert uri.path_segments("../../a") == ["a"]
}

/// The examples of RFC 3986, section 5.4.
const examples = [
  #("g:h", "g:h"),
  #("g", "http://a/b/c/g"),
  #("./g", "http://a/b/c/g"),
  #("g/", "http://a/b/c/g/"),
  #("/g", "http://a/g"),
  #("//g", "http://g/"),
  #("?y", "http://a/b/c/d;p?y"),
  #("g?y", "http://a/b/c/g?y"),
  #("#s", "http://a/b/c/d;p?q#s"),
  #("g#s", "http://a/b/c/g#s"),
  #("g?y#s", "http://a/b/c/g?y#s"),
  #(";x", "http://a/b/c/;x"),
  #("g;x", "http://a/b/c/g;x"),
  #("", "http://a/b/c/d;p?q"),
  #(".", "http://a/b/c/"),
  #("./", "http://a/b/c/"),
  #("..", "http://a/b/"),
  #("../", "http://a/b/"),
  #("../g", "http://a/b/g"),
  #("../..", "http://a/"),
  #("../../", "http://a/"),
  #("../../g", "http://a/g"),
  #("../../../g", "http://a/g"),
  #("/./g", "http://a/g"),
  #("/../g", "http://a/g"),
  #("g.", "http://a/b/c/g."),
  #("..g", "http://a/b/c/..g"),
  #("./../g", "http://a/b/g"),
  #("./g/.", "http://a/b/c/g/"),
  #("g/./h", "http://a/b/c/g/h"),
  #("g/../h", "http://a/b/c/h"),
  #("g;x=1/../y", "http://a/b/c/y"),
  #("g?y/../x", "http://a/b/c/g?y/../x"),
  #("http:g", "http:g"),
]

pub fn merge_test() {
  let assert Ok(base) = uri.parse("http://a/b/c/d;p?q")
  use #(reference, expected) <- list.each(examples)
  let assert Ok(relative) = uri.parse(reference)
  assert result.map(uri.merge(base, relative), uri.to_string) == Ok(expected)
}

pub fn merge_bases_test() {
  let merge = fn(base, relative) {
    let assert Ok(base) = uri.parse(base)
    let assert Ok(relative) = uri.parse(relative)
    result.map(uri.merge(base, relative), uri.to_string)
  }
  assert merge("http://a", "g") == Ok("http://a/g")
  assert merge("http://u@a:1/x/", "g") == Ok("http://u@a:1/x/g")
  assert merge("/a/b", "g") == Error(Nil)
  assert merge("a/b", "http://h/") == Error(Nil)
}
