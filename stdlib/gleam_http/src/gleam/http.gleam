//// What the clients and servers of HTTP have in common. The messages are in the
//// `gleam/http/request` and `gleam/http/response` modules. No message is sent from
//// here: that is the work of packages for each platform.

import gleam/bit_array
import gleam/bool
import gleam/list
import gleam/result
import gleam/string

/// The method of a request: what is to be done.
pub type Method {
  Get
  Post
  Head
  Put
  Delete
  Trace
  Connect
  Options
  Patch
  /// A method that is not in the standard. Methods in lower case are such too.
  Other(String)
}

/// Reads a method. It is an error when the text has a character that methods
/// must not have.
///
/// ```gleam
/// assert http.parse_method("PATCH") == Ok(http.Patch)
/// assert http.parse_method("NO WAY") == Error(Nil)
/// ```
pub fn parse_method(method: String) -> Result(Method, Nil) {
  case method {
    "CONNECT" -> Ok(Connect)
    "DELETE" -> Ok(Delete)
    "GET" -> Ok(Get)
    "HEAD" -> Ok(Head)
    "OPTIONS" -> Ok(Options)
    "PATCH" -> Ok(Patch)
    "POST" -> Ok(Post)
    "PUT" -> Ok(Put)
    "TRACE" -> Ok(Trace)
    _ ->
      case is_token(method) {
        True -> Ok(Other(method))
        False -> Error(Nil)
      }
  }
}

/// Whether a text is a token of RFC 9110: a word of letters, digits and a few
/// signs.
fn is_token(text: String) -> Bool {
  let is_token_char = fn(codepoint) {
    let c = string.utf_codepoint_to_int(codepoint)
    { c >= 0x30 && c <= 0x39 }
    || { c >= 0x41 && c <= 0x5a }
    || { c >= 0x61 && c <= 0x7a }
    || list.contains(token_signs, c)
  }
  text != "" && list.all(string.to_utf_codepoints(text), is_token_char)
}

/// These are `!#$%&'*+-.^_` and a backtick, `|` and `~`.
const token_signs = [
  0x21, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2a, 0x2b, 0x2d, 0x2e, 0x5e, 0x5f, 0x60,
  0x7c, 0x7e,
]

/// Writes a method as requests have it.
///
/// ```gleam
/// assert http.method_to_string(http.Delete) == "DELETE"
/// assert http.method_to_string(http.Other("PURGE")) == "PURGE"
/// ```
pub fn method_to_string(method: Method) -> String {
  case method {
    Connect -> "CONNECT"
    Delete -> "DELETE"
    Get -> "GET"
    Head -> "HEAD"
    Options -> "OPTIONS"
    Patch -> "PATCH"
    Post -> "POST"
    Put -> "PUT"
    Trace -> "TRACE"
    Other(method) -> method
  }
}

/// The protocol of a request.
pub type Scheme {
  Http
  Https
}

/// Writes a scheme as URLs have it.
///
/// ```gleam
/// assert http.scheme_to_string(http.Https) == "https"
/// ```
pub fn scheme_to_string(scheme: Scheme) -> String {
  case scheme {
    Http -> "http"
    Https -> "https"
  }
}

/// Reads the scheme of a URL, in any case of letters. It is an error when it is
/// none of HTTP.
///
/// ```gleam
/// assert http.scheme_from_string("HTTP") == Ok(http.Http)
/// assert http.scheme_from_string("ftp") == Error(Nil)
/// ```
pub fn scheme_from_string(scheme: String) -> Result(Scheme, Nil) {
  case string.lowercase(scheme) {
    "http" -> Ok(Http)
    "https" -> Ok(Https)
    _ -> Error(Nil)
  }
}

/// The name, in lower case, and the value of a header.
pub type Header =
  #(String, String)

// Multipart messages

/// The headers of a part of a multipart message.
pub type MultipartHeaders {
  /// All headers were read.
  MultipartHeaders(
    headers: List(Header),
    /// The input after them, where the body of the part begins.
    remaining: BitArray,
  )
  /// The input ended before the headers did. The function goes on with more of
  /// it, and fails when that is empty.
  MoreRequiredForHeaders(
    continuation: fn(BitArray) -> Result(MultipartHeaders, Nil),
  )
}

/// The body of a part of a multipart message.
pub type MultipartBody {
  /// All of the body was read.
  MultipartBody(
    /// The last bytes of the body, perhaps none.
    chunk: BitArray,
    /// Whether this was the last part.
    done: Bool,
    /// The input after it, where the headers of the next part begin.
    remaining: BitArray,
  )
  /// The input ended before the body did. The function goes on with more of it,
  /// and fails when that is empty.
  MoreRequiredForBody(
    /// The bytes of the body so far, perhaps none.
    chunk: BitArray,
    continuation: fn(BitArray) -> Result(MultipartBody, Nil),
  )
}

/// Reads the headers of a part of a multipart message, of which the boundary is
/// known from the headers of the message. What is before the boundary is left
/// out.
///
/// The input can have any size. How much of it there may be in all is for the
/// caller to decide.
///
/// ```gleam
/// let part = <<"--xy\r\nContent-Type: text/plain\r\n\r\nHi\r\n--xy--":utf8>>
/// assert http.parse_multipart_headers(part, "xy")
///   == Ok(
///     http.MultipartHeaders(
///       headers: [#("content-type", "text/plain")],
///       remaining: <<"Hi\r\n--xy--":utf8>>,
///     ),
///   )
/// ```
pub fn parse_multipart_headers(
  data: BitArray,
  boundary: String,
) -> Result(MultipartHeaders, Nil) {
  let more = fn() {
    Ok(
      MoreRequiredForHeaders(fn(more) {
        use <- bool.guard(when: more == <<>>, return: Error(Nil))
        parse_multipart_headers(<<data:bits, more:bits>>, boundary)
      }),
    )
  }
  case find_delimiter(data, <<"--":utf8, boundary:utf8>>, True) {
    NotFound | Partial(_) -> more()
    Found(done: True, after:, ..) ->
      Ok(MultipartHeaders(headers: [], remaining: after))
    Found(done: False, after:, ..) -> {
      use line_break <- require(find(after, <<"\r\n":utf8>>), more)
      // The line break before the first header counts, so that a part without
      // headers has an empty line too.
      let headers_and_body = drop_bytes(after, line_break)
      use end <- require(find(headers_and_body, <<"\r\n\r\n":utf8>>), more)
      use headers <- result.try(
        bit_array.slice(headers_and_body, 0, end)
        |> result.try(bit_array.to_string)
        |> result.try(parse_header_lines),
      )
      let remaining = drop_bytes(headers_and_body, end + 4)
      Ok(MultipartHeaders(headers:, remaining:))
    }
  }
}

/// Goes on with the value of an `Ok`, and otherwise gives what the first
/// function does.
fn require(result: Result(a, Nil), else_: fn() -> b, then: fn(a) -> b) -> b {
  case result {
    Ok(value) -> then(value)
    Error(Nil) -> else_()
  }
}

fn parse_header_lines(text: String) -> Result(List(Header), Nil) {
  text
  // A line that starts with space goes on with the header of the line before.
  |> string.replace("\r\n ", " ")
  |> string.replace("\r\n\t", " ")
  |> string.split("\r\n")
  |> list.filter(fn(line) { line != "" })
  |> list.try_map(fn(line) {
    use #(name, value) <- result.map(string.split_once(line, on: ":"))
    #(string.lowercase(name), string.trim(value))
  })
}

/// Reads the body of a part of a multipart message, up to the boundary. The
/// remaining input starts with the boundary, ready for the headers of the next
/// part, or with what is after the boundary when this was the last part.
///
/// The input can have any size. How much of it there may be in all is for the
/// caller to decide.
///
/// ```gleam
/// assert http.parse_multipart_body(<<"Hi\r\n--xy--":utf8>>, "xy")
///   == Ok(
///     http.MultipartBody(chunk: <<"Hi":utf8>>, done: True, remaining: <<>>),
///   )
/// ```
pub fn parse_multipart_body(
  data: BitArray,
  boundary: String,
) -> Result(MultipartBody, Nil) {
  parse_body(data, <<"--":utf8, boundary:utf8>>, True)
}

/// `line_start` is whether the data starts where a line does.
fn parse_body(
  data: BitArray,
  delimiter: BitArray,
  line_start: Bool,
) -> Result(MultipartBody, Nil) {
  case find_delimiter(data, delimiter, line_start) {
    Found(before:, done: True, after:) ->
      Ok(MultipartBody(chunk: before, done: True, remaining: after))
    Found(before:, done: False, after:) -> {
      let remaining = <<delimiter:bits, after:bits>>
      Ok(MultipartBody(chunk: before, done: False, remaining:))
    }
    NotFound -> more_body(data, <<>>, delimiter, False)
    Partial(at) -> {
      use chunk <- result.try(bit_array.slice(data, 0, at))
      more_body(chunk, drop_bytes(data, at), delimiter, line_start && at == 0)
    }
  }
}

fn more_body(
  chunk: BitArray,
  rest: BitArray,
  delimiter: BitArray,
  line_start: Bool,
) -> Result(MultipartBody, Nil) {
  Ok(
    MoreRequiredForBody(chunk, fn(more) {
      use <- bool.guard(when: more == <<>>, return: Error(Nil))
      parse_body(<<rest:bits, more:bits>>, delimiter, line_start)
    }),
  )
}

type Delimiter {
  /// It is nowhere in the input.
  NotFound
  /// The input ends where it might begin.
  Partial(at: Int)
  /// It is in the input; `done` is for the one after the last part.
  Found(before: BitArray, done: Bool, after: BitArray)
}

/// Finds a delimiter at the start of a line. The line break before it belongs to
/// it.
fn find_delimiter(
  data: BitArray,
  delimiter: BitArray,
  line_start: Bool,
) -> Delimiter {
  let at_start = case line_start {
    True -> match_delimiter(data, data, 0, delimiter)
    False -> NotFound
  }
  case at_start {
    NotFound -> scan_for_delimiter(data, 0, <<"\r\n":utf8, delimiter:bits>>)
    _ -> at_start
  }
}

fn scan_for_delimiter(
  data: BitArray,
  start: Int,
  delimiter: BitArray,
) -> Delimiter {
  case find_from(data, <<"\r":utf8>>, start) {
    Error(Nil) -> NotFound
    Ok(at) ->
      case match_delimiter(drop_bytes(data, at), data, at, delimiter) {
        NotFound -> scan_for_delimiter(data, at + 1, delimiter)
        found -> found
      }
  }
}

fn match_delimiter(
  rest: BitArray,
  data: BitArray,
  at: Int,
  delimiter: BitArray,
) -> Delimiter {
  let available = bit_array.byte_size(rest)
  let size = bit_array.byte_size(delimiter)
  // After the boundary are two dashes or a line break, perhaps after some space.
  case available < size + 2 {
    True ->
      case is_prefix(rest, delimiter) || is_prefix(delimiter, rest) {
        True -> Partial(at)
        False -> NotFound
      }
    False -> {
      let before = result.unwrap(bit_array.slice(data, 0, at), <<>>)
      let after = drop_bytes(rest, size)
      case is_prefix(delimiter, rest), after {
        True, <<"--":utf8, after:bytes>> -> Found(before:, done: True, after:)
        True, <<"\r\n":utf8, _:bytes>>
        | True, <<" ":utf8, _:bytes>>
        | True, <<"\t":utf8, _:bytes>>
        -> Found(before:, done: False, after:)
        _, _ -> NotFound
      }
    }
  }
}

fn is_prefix(prefix: BitArray, of data: BitArray) -> Bool {
  bit_array.starts_with(data, prefix)
}

fn find(data: BitArray, needle: BitArray) -> Result(Int, Nil) {
  find_from(data, needle, 0)
}

/// Where `needle` occurs in the input, from the byte `start` on.
@external(javascript, "../gleam_http_ffi.mjs", "find_from")
fn find_from(data: BitArray, needle: BitArray, start: Int) -> Result(Int, Nil) {
  find_loop(drop_bytes(data, start), needle, start)
}

fn find_loop(data: BitArray, needle: BitArray, at: Int) -> Result(Int, Nil) {
  case is_prefix(needle, data), data {
    True, _ -> Ok(at)
    False, <<_, rest:bytes>> -> find_loop(rest, needle, at + 1)
    False, _ -> Error(Nil)
  }
}

fn drop_bytes(data: BitArray, count: Int) -> BitArray {
  bit_array.slice(data, count, bit_array.byte_size(data) - count)
  |> result.unwrap(<<>>)
}

// Content disposition

/// What a part of a multipart message is for, such as a field of a form, and its
/// parameters, such as the name of the field.
pub type ContentDisposition {
  ContentDisposition(String, parameters: List(#(String, String)))
}

/// Reads the value of a `content-disposition` header. The names of parameters
/// become lower case.
///
/// ```gleam
/// assert http.parse_content_disposition("form-data; name=\"user\"")
///   == Ok(http.ContentDisposition("form-data", [#("name", "user")]))
/// ```
pub fn parse_content_disposition(
  header: String,
) -> Result(ContentDisposition, Nil) {
  case string.split_once(header, on: ";") {
    Error(Nil) -> Ok(ContentDisposition(string.trim(header), []))
    Ok(#(disposition, parameters)) -> {
      use parameters <- result.map(parse_parameters(parameters, []))
      ContentDisposition(string.trim(disposition), parameters)
    }
  }
}

fn parse_parameters(
  input: String,
  parameters: List(#(String, String)),
) -> Result(List(#(String, String)), Nil) {
  let input = string.trim_start(input)
  use <- bool.guard(when: input == "", return: Ok(list.reverse(parameters)))
  use #(name, input) <- result.try(string.split_once(input, on: "="))
  let name = string.lowercase(string.trim(name))
  use #(value, input) <- result.try(case string.trim_start(input) {
    "\"" <> input -> parse_quoted(input, "")
    input -> Ok(parse_unquoted(input))
  })
  case string.trim_start(input) {
    ";" <> input -> parse_parameters(input, [#(name, value), ..parameters])
    "" -> parse_parameters("", [#(name, value), ..parameters])
    _ -> Error(Nil)
  }
}

/// The value up to the closing quote, and the input after that. A backslash
/// takes its meaning from the character after it.
fn parse_quoted(
  input: String,
  value: String,
) -> Result(#(String, String), Nil) {
  case input {
    "\"" <> rest -> Ok(#(value, rest))
    "\\" <> rest -> {
      use #(char, rest) <- result.try(string.pop_grapheme(rest))
      parse_quoted(rest, value <> char)
    }
    _ -> {
      use #(char, rest) <- result.try(string.pop_grapheme(input))
      parse_quoted(rest, value <> char)
    }
  }
}

/// The value up to the next semicolon, and the input from there on.
fn parse_unquoted(input: String) -> #(String, String) {
  case string.split_once(input, on: ";") {
    Ok(#(value, rest)) -> #(string.trim(value), ";" <> rest)
    Error(Nil) -> #(string.trim(input), "")
  }
}
