//// Cookies, which servers give to clients with `set-cookie` headers and get back
//// with `cookie` headers.

import gleam/http.{type Scheme}
import gleam/int
import gleam/list
import gleam/option.{type Option, Some}
import gleam/result
import gleam/string

/// Whether the client sends a cookie with requests that other sites cause.
pub type SameSitePolicy {
  /// Only when the user follows a link from there.
  Lax
  /// Never.
  Strict
  /// Always. The cookie has to be secure then.
  None
}

fn same_site_to_string(policy: SameSitePolicy) -> String {
  case policy {
    Lax -> "Lax"
    Strict -> "Strict"
    None -> "None"
  }
}

/// What a client is told to do with a cookie.
pub type Attributes {
  Attributes(
    /// After how many seconds it is to be forgotten.
    max_age: Option(Int),
    /// The domain whose hosts get it. Without one it is for this host.
    domain: Option(String),
    /// The start of the paths it is for.
    path: Option(String),
    /// Whether it is for HTTPS alone.
    secure: Bool,
    /// Whether it is hidden from scripts.
    http_only: Bool,
    /// Whether it is sent with requests that other sites cause.
    same_site: Option(SameSitePolicy),
  )
}

/// Attributes that are safe and suit most cookies: for all paths of this host,
/// for HTTPS alone if that is the scheme, and hidden from scripts and from
/// requests of other sites.
///
/// ```gleam
/// let attributes = cookie.defaults(http.Https)
/// assert attributes.secure
/// assert attributes.http_only
/// ```
pub fn defaults(scheme: Scheme) -> Attributes {
  Attributes(
    max_age: option.None,
    domain: option.None,
    path: Some("/"),
    secure: scheme == http.Https,
    http_only: True,
    same_site: Some(Lax),
  )
}

/// The value of a `set-cookie` header.
///
/// ```gleam
/// let attributes = cookie.defaults(http.Http)
/// assert cookie.set_header("id", "7", attributes)
///   == "id=7; Path=/; HttpOnly; SameSite=Lax"
/// ```
pub fn set_header(
  name: String,
  value: String,
  attributes: Attributes,
) -> String {
  [name <> "=" <> value, ..attribute_strings(attributes)]
  |> string.join("; ")
}

fn attribute_strings(attributes: Attributes) -> List(String) {
  let Attributes(max_age:, domain:, path:, secure:, http_only:, same_site:) =
    attributes
  let expires = case max_age {
    // Clients that do not know of a maximum age know this.
    Some(0) -> Some("Expires=Thu, 01 Jan 1970 00:00:00 GMT")
    _ -> option.None
  }
  let flag = fn(is_set, name) {
    case is_set {
      True -> Some(name)
      False -> option.None
    }
  }
  [
    expires,
    option.map(max_age, fn(seconds) { "Max-Age=" <> int.to_string(seconds) }),
    option.map(domain, fn(domain) { "Domain=" <> domain }),
    option.map(path, fn(path) { "Path=" <> path }),
    flag(secure, "Secure"),
    flag(http_only, "HttpOnly"),
    option.map(same_site, fn(policy) {
      "SameSite=" <> same_site_to_string(policy)
    }),
  ]
  |> option.values
}

/// The names and values in a `cookie` header. What is malformed is left out.
///
/// ```gleam
/// assert cookie.parse("a=1; b=2") == [#("a", "1"), #("b", "2")]
/// ```
pub fn parse(cookie_string: String) -> List(#(String, String)) {
  cookie_string
  // Some clients put commas between cookies.
  |> string.replace(each: ",", with: ";")
  |> string.split(on: ";")
  |> list.filter_map(fn(pair) {
    use #(name, value) <- result.try(string.split_once(pair, on: "="))
    let name = string.trim(name)
    let value = string.trim(value)
    case name != "" && is_clean(name) && is_clean(value) {
      True -> Ok(#(name, value))
      False -> Error(Nil)
    }
  })
}

/// Whether a text has neither space nor control characters.
fn is_clean(text: String) -> Bool {
  use codepoint <- list.all(string.to_utf_codepoints(text))
  string.utf_codepoint_to_int(codepoint) > 0x20
}
