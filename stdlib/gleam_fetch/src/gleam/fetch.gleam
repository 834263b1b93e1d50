//// Sends HTTP requests with the `fetch` function of JavaScript, in browsers and
//// in the runtimes outside of them.
////
//// ```gleam no_run
//// import gleam/http/request
//// import gleam/io
//// import gleam/javascript/promise
////
//// let assert Ok(request) = request.to("https://example.com/")
//// use response <- promise.try_await(fetch.send(request))
//// use response <- promise.map_try(fetch.read_text_body(response))
//// Ok(io.println(response.body))
//// ```

import gleam/dynamic.{type Dynamic}
import gleam/fetch/form_data.{type FormData}
import gleam/http
import gleam/http/request.{type Request}
import gleam/http/response.{type Response}
import gleam/javascript/promise.{type Promise}
import gleam/option.{type Option}
import gleam/string
import gleam/uri

/// Why there is no response, or no body of it.
pub type FetchError {
  /// The request was not sent, or nothing came back. The text is the platform's.
  NetworkError(String)
  /// The body ended too early, or was read before.
  UnableToReadBody
  /// The body is no JSON.
  InvalidJsonBody
}

/// The body of a response, of which nothing is read yet. It can be read once.
pub type FetchBody

/// JavaScript's `Request`.
pub type FetchRequest

/// JavaScript's `Response`.
pub type FetchResponse

/// Gives the body of a response piece by piece.
pub type BodyReader

/// Sends JavaScript's own kind of request, for options of it that Gleam's requests
/// do not have.
@external(javascript, "../gleam_fetch_ffi.mjs", "raw_send")
pub fn raw_send(a: FetchRequest) -> Promise(Result(FetchResponse, FetchError))

/// Sends a request with text. The promise is kept as soon as the head of the
/// response is there; the body is read by one of the functions for it.
///
/// ```gleam no_run
/// import gleam/http/request
/// import gleam/javascript/promise
///
/// let assert Ok(request) = request.to("https://example.com/")
/// use response <- promise.try_await(fetch.send(request))
/// fetch.read_text_body(response)
/// ```
pub fn send(
  request: Request(String),
) -> Promise(Result(Response(FetchBody), FetchError)) {
  send_made(fn() { to_fetch_request(request) })
}

/// As [`send`](#send), with fields of a form and files.
pub fn send_form_data(
  request: Request(FormData),
) -> Promise(Result(Response(FetchBody), FetchError)) {
  send_made(fn() { form_data_to_fetch_request(request) })
}

/// As [`send`](#send), with bytes.
pub fn send_bits(
  request: Request(BitArray),
) -> Promise(Result(Response(FetchBody), FetchError)) {
  send_made(fn() { bitarray_request_to_fetch_request(request) })
}

fn send_made(
  make: fn() -> FetchRequest,
) -> Promise(Result(Response(FetchBody), FetchError)) {
  use response <- promise.map_try(make_and_send(make))
  Ok(from_fetch_response(response))
}

/// Requests that JavaScript refuses to make are errors as those that it fails to
/// send.
@external(javascript, "../gleam_fetch_ffi.mjs", "make_and_send")
fn make_and_send(
  make: fn() -> FetchRequest,
) -> Promise(Result(FetchResponse, FetchError))

/// Makes JavaScript's kind of request. The bodies of `Get` and `Head` requests are
/// left out, since JavaScript does not allow them.
///
/// It throws what JavaScript throws for a URL, a method or a header that it does
/// not allow.
pub fn to_fetch_request(a: Request(String)) -> FetchRequest {
  make_request(url(a), method(a), a.headers, a.body)
}

/// As [`to_fetch_request`](#to_fetch_request), with fields of a form and files. A
/// `content-type` header is left out: JavaScript sets one that says where the
/// fields are.
///
/// ```gleam
/// import gleam/fetch/form_data
/// import gleam/http
/// import gleam/http/request
///
/// let assert Ok(request) = request.to("https://example.com/")
/// request
/// |> request.set_method(http.Post)
/// |> request.set_body(form_data.new() |> form_data.append("name", "Ann"))
/// |> fetch.form_data_to_fetch_request
/// ```
pub fn form_data_to_fetch_request(a: Request(FormData)) -> FetchRequest {
  make_form_request(url(a), method(a), a.headers, a.body)
}

/// As [`to_fetch_request`](#to_fetch_request), with bytes.
///
/// ```gleam
/// import gleam/http
/// import gleam/http/request
///
/// let assert Ok(request) = request.to("https://example.com/")
/// request
/// |> request.set_method(http.Post)
/// |> request.set_body(<<1, 2, 3>>)
/// |> fetch.bitarray_request_to_fetch_request
/// ```
pub fn bitarray_request_to_fetch_request(a: Request(BitArray)) -> FetchRequest {
  make_bits_request(url(a), method(a), a.headers, a.body)
}

fn url(request: Request(body)) -> String {
  uri.to_string(request.to_uri(request))
}

fn method(request: Request(body)) -> String {
  string.uppercase(http.method_to_string(request.method))
}

@external(javascript, "../gleam_fetch_ffi.mjs", "make_request")
fn make_request(
  url: String,
  method: String,
  headers: List(http.Header),
  body: String,
) -> FetchRequest

@external(javascript, "../gleam_fetch_ffi.mjs", "make_form_request")
fn make_form_request(
  url: String,
  method: String,
  headers: List(http.Header),
  body: FormData,
) -> FetchRequest

@external(javascript, "../gleam_fetch_ffi.mjs", "make_bits_request")
fn make_bits_request(
  url: String,
  method: String,
  headers: List(http.Header),
  body: BitArray,
) -> FetchRequest

/// Makes Gleam's kind of response, of which the body is not read yet.
@external(javascript, "../gleam_fetch_ffi.mjs", "from_fetch_response")
pub fn from_fetch_response(a: FetchResponse) -> Response(FetchBody)

/// Reads the body to its end as bytes.
@external(javascript, "../gleam_fetch_ffi.mjs", "read_bytes_body")
pub fn read_bytes_body(
  a: Response(FetchBody),
) -> Promise(Result(Response(BitArray), FetchError))

/// Reads the body to its end as text. Bytes that are not UTF-8 become the
/// replacement character.
@external(javascript, "../gleam_fetch_ffi.mjs", "read_text_body")
pub fn read_text_body(
  a: Response(FetchBody),
) -> Promise(Result(Response(String), FetchError))

/// Reads the body to its end as JSON, which `gleam/dynamic/decode` takes apart.
@external(javascript, "../gleam_fetch_ffi.mjs", "read_json_body")
pub fn read_json_body(
  a: Response(FetchBody),
) -> Promise(Result(Response(Dynamic), FetchError))

/// Starts to read the body piece by piece, with [`read_chunk`](#read_chunk). It is
/// an error when something reads it already.
@external(javascript, "../gleam_fetch_ffi.mjs", "stream_body")
pub fn stream_body(
  response: Response(FetchBody),
) -> Result(BodyReader, FetchError)

/// The next piece of the body as soon as it is there, or `None` at the end.
@external(javascript, "../gleam_fetch_ffi.mjs", "read_chunk")
pub fn read_chunk(
  reader: BodyReader,
) -> Promise(Result(Option(BitArray), FetchError))
