//// Sends HTTP requests with the client that is part of Erlang/OTP.
////
//// ```gleam no_run
//// import gleam/http/request
//// import gleam/result
////
//// let assert Ok(request) = request.to("https://example.com/")
//// use response <- result.map(httpc.send(request))
//// response.body
//// ```
////
//// Hosts that have an IPv6 address are tried there first. Each request has a
//// connection of its own.

import gleam/bit_array
import gleam/http.{type Header}
import gleam/http/request.{type Request}
import gleam/http/response.{type Response, Response}
import gleam/option.{type Option, None, Some}
import gleam/result
import gleam/uri

/// Why there is no response.
pub type HttpError {
  /// The response was asked for as text, and its body is not UTF-8.
  InvalidUtf8Response
  /// There was no connection, with what came of trying each family of addresses.
  ///
  /// Requests that cannot be sent are here too, with the same reason in both
  /// fields: `Posix("einval")` for a host, path or header that HTTP does not
  /// allow, `Posix("enotsup")` for the methods `Connect` and `Other`,
  /// `Posix("econnreset")` if the server hung up, and `Posix("eproto")` if what
  /// it sent is not HTTP.
  FailedToConnect(ip4: ConnectError, ip6: ConnectError)
  /// The response did not come in time.
  ResponseTimeout
}

/// Why a connection was not made.
pub type ConnectError {
  /// An error of the system, such as `"econnrefused"`, or `"nxdomain"` for a host
  /// without an address.
  Posix(code: String)
  /// The two sides did not agree on an encrypted connection, for example because
  /// of a certificate that is not valid.
  TlsAlert(code: String, detail: String)
}

/// How requests are sent. Made by [`configure`](#configure).
pub opaque type Configuration {
  Configuration(verify_tls: Bool, follow_redirects: Bool, timeout: Int)
}

/// The usual configuration: certificates are verified, redirects are not
/// followed, and a response may take half a minute.
pub fn configure() -> Configuration {
  Configuration(verify_tls: True, follow_redirects: False, timeout: 30_000)
}

/// Whether servers need a certificate for their name, from an authority that
/// this system trusts. Without it anybody on the way may answer.
pub fn verify_tls(config: Configuration, which: Bool) -> Configuration {
  Configuration(..config, verify_tls: which)
}

/// Whether a response that says where to look instead is followed by a request to
/// there.
pub fn follow_redirects(config: Configuration, which: Bool) -> Configuration {
  Configuration(..config, follow_redirects: which)
}

/// How many milliseconds the connection may take, and the response after it.
pub fn timeout(config: Configuration, timeout: Int) -> Configuration {
  Configuration(..config, timeout:)
}

/// Sends a request with the usual configuration.
///
/// ```gleam no_run
/// import gleam/http/request
///
/// let assert Ok(request) = request.to("https://example.com/")
/// let assert Ok(response) = httpc.send(request)
/// assert response.status == 200
/// ```
pub fn send(req: Request(String)) -> Result(Response(String), HttpError) {
  dispatch(configure(), req)
}

/// Sends a request with bytes for bytes, with the usual configuration.
pub fn send_bits(
  req: Request(BitArray),
) -> Result(Response(BitArray), HttpError) {
  dispatch_bits(configure(), req)
}

/// Sends a request.
///
/// ```gleam no_run
/// import gleam/http/request
///
/// let assert Ok(request) = request.to("https://example.com/")
/// let config = httpc.configure() |> httpc.timeout(500)
/// assert httpc.dispatch(config, request) == Error(httpc.ResponseTimeout)
/// ```
pub fn dispatch(
  config: Configuration,
  request: Request(String),
) -> Result(Response(String), HttpError) {
  use response <- result.try(dispatch_bits(
    config,
    request.map(request, bit_array.from_string),
  ))
  response.try_map(response, bit_array.to_string)
  |> result.replace_error(InvalidUtf8Response)
}

/// Sends a request with bytes for bytes.
///
/// Bodies of `Get`, `Head`, `Options` and `Trace` requests are left out. Requests
/// without headers for them have the user agent `gleam_httpc` and, if they have a
/// body, the type of bytes without a meaning.
///
/// ```gleam no_run
/// import gleam/http/request
///
/// let assert Ok(request) = request.to("https://example.com/logo.png")
/// let request = request.set_body(request, <<>>)
/// let assert Ok(response) = httpc.configure() |> httpc.dispatch_bits(request)
/// assert response.status == 200
/// ```
pub fn dispatch_bits(
  config: Configuration,
  request: Request(BitArray),
) -> Result(Response(BitArray), HttpError) {
  let agent = "gleam_httpc/5.0.0"
  let headers = case request.get_header(request, "user-agent") {
    Ok(_) -> request.headers
    Error(Nil) -> [#("user-agent", agent), ..request.headers]
  }
  let body = case request.method {
    http.Get | http.Head | http.Options | http.Trace -> None
    _ -> {
      let kind = request.get_header(request, "content-type")
      Some(#(result.unwrap(kind, "application/octet-stream"), request.body))
    }
  }
  let url = uri.to_string(request.to_uri(request))
  use #(status, headers, body) <- result.map(exchange(
    request.method,
    url,
    headers,
    body,
    config,
  ))
  Response(status:, headers:, body:)
}

/// Sends a request, and gives the status, the headers and the body of the
/// response.
@external(erlang, "gleam_httpc_ffi", "exchange")
fn exchange(
  method: http.Method,
  url: String,
  headers: List(Header),
  body: Option(#(String, BitArray)),
  config: Configuration,
) -> Result(#(Int, List(Header), BitArray), HttpError)
