import gleam/bit_array
import gleam/http.{
  type Header, MoreRequiredForBody, MoreRequiredForHeaders, MultipartBody,
  MultipartHeaders,
}
import gleam/int

const boundary = "limit"

const message =
  "Preamble\r
--limit\r
Content-Type: text/plain\r
X-Folded: one\r
 two\r
\r
First\r
--limitless\r
body\r
--limit\r
\r
\r\n--limit \r
A:b\r
\r
\r
--lim\r
\r\n--limit--\r
Epilogue"

const parts = [
  #([#("content-type", "text/plain"), #("x-folded", "one two")], <<
    "First\r\n--limitless\r\nbody":utf8,
  >>),
  #([], <<>>),
  #([#("a", "b")], <<"\r\n--lim\r\n":utf8>>),
]

/// Reads all parts of the message, of which there are so many bytes at first
/// and one more whenever they are not enough.
fn read_parts(available: Int) -> List(#(List(Header), BitArray)) {
  let all = bit_array.from_string(message)
  let assert Ok(now) = bit_array.slice(all, 0, available)
  let assert Ok(later) =
    bit_array.slice(all, available, bit_array.byte_size(all) - available)
  // The preamble is the body of no part.
  let #(_, done, input, later) =
    read_body(http.parse_multipart_body(now, boundary), <<>>, later)
  read_rest(done, input, later)
}

fn read_rest(
  done: Bool,
  input: BitArray,
  later: BitArray,
) -> List(#(List(Header), BitArray)) {
  case done {
    True -> []
    False -> {
      let #(headers, input, later) =
        read_headers(http.parse_multipart_headers(input, boundary), later)
      let #(body, done, input, later) =
        read_body(http.parse_multipart_body(input, boundary), <<>>, later)
      [#(headers, body), ..read_rest(done, input, later)]
    }
  }
}

fn read_headers(
  result: Result(http.MultipartHeaders, Nil),
  later: BitArray,
) -> #(List(Header), BitArray, BitArray) {
  case result {
    Ok(MultipartHeaders(headers:, remaining:)) -> #(headers, remaining, later)
    Ok(MoreRequiredForHeaders(continuation:)) -> {
      let assert <<byte, later:bytes>> = later
      read_headers(continuation(<<byte>>), later)
    }
    Error(Nil) -> panic as "These headers are not malformed"
  }
}

fn read_body(
  result: Result(http.MultipartBody, Nil),
  before: BitArray,
  later: BitArray,
) -> #(BitArray, Bool, BitArray, BitArray) {
  case result {
    Ok(MultipartBody(chunk:, done:, remaining:)) -> #(
      <<before:bits, chunk:bits>>,
      done,
      remaining,
      later,
    )
    Ok(MoreRequiredForBody(chunk:, continuation:)) -> {
      let assert <<byte, later:bytes>> = later
      read_body(continuation(<<byte>>), <<before:bits, chunk:bits>>, later)
    }
    Error(Nil) -> panic as "This body is not malformed"
  }
}

pub fn whole_message_test() {
  assert read_parts(bit_array.byte_size(<<message:utf8>>)) == parts
}

pub fn split_message_test() {
  let size = bit_array.byte_size(<<message:utf8>>)
  int.range(from: 0, to: size, with: Nil, run: fn(_, available) {
    assert #(available, read_parts(available)) == #(available, parts)
    Nil
  })
}

pub fn remaining_test() {
  let assert Ok(MultipartBody(chunk:, done: False, remaining:)) =
    http.parse_multipart_body(<<"a\r\n--limit\r\nb":utf8>>, boundary)
  assert chunk == <<"a":utf8>>
  assert remaining == <<"--limit\r\nb":utf8>>
  let assert Ok(MultipartBody(chunk:, done: True, remaining:)) =
    http.parse_multipart_body(<<"--limit--\r\nb":utf8>>, boundary)
  assert chunk == <<>>
  assert remaining == <<"\r\nb":utf8>>
}

pub fn chunk_comes_early_test() {
  let assert Ok(MoreRequiredForBody(chunk:, continuation:)) =
    http.parse_multipart_body(<<"abc\r\n--li":utf8>>, boundary)
  assert chunk == <<"abc":utf8>>
  // What is next is in the middle of a line, also when it looks otherwise.
  let assert Ok(MoreRequiredForBody(chunk:, continuation: _)) =
    continuation(<<"on--limit--":utf8>>)
  assert chunk == <<"\r\n--lion--limit--":utf8>>
}

pub fn nothing_more_test() {
  let assert Ok(MoreRequiredForBody(continuation:, ..)) =
    http.parse_multipart_body(<<"abc":utf8>>, boundary)
  assert continuation(<<>>) == Error(Nil)
  let assert Ok(MoreRequiredForHeaders(continuation:)) =
    http.parse_multipart_headers(<<"--limit\r\na: b\r\n":utf8>>, boundary)
  assert continuation(<<>>) == Error(Nil)
}

pub fn malformed_headers_test() {
  assert http.parse_multipart_headers(
      <<"--limit\r\nno colon\r\n\r\n":utf8>>,
      boundary,
    )
    == Error(Nil)
}
