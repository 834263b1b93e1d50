//// Regular expressions, in the dialect of the platform: that of PCRE on Erlang,
//// and that of JavaScript with its `u` flag there. What both have in common
//// works the same on both.

import gleam/option.{type Option}

/// A regular expression that is ready for use.
pub type Regexp

/// A part of a string that a regular expression matches.
pub type Match {
  Match(
    /// The whole part.
    content: String,
    /// What the groups of the expression match, `None` for those that match
    /// nothing. Groups at the end that have no part in the match are left out.
    submatches: List(Option(String)),
  )
}

/// Why a text is no regular expression.
pub type CompileError {
  CompileError(
    /// What is wrong, in the words of the platform.
    error: String,
    /// Where it is wrong, in bytes from the start of the text. JavaScript does
    /// not tell, and it is always 0 there.
    byte_index: Int,
  )
}

/// How an expression matches.
pub type Options {
  Options(
    /// Whether upper case and lower case are the same.
    case_insensitive: Bool,
    /// Whether `^` and `$` match at the start and the end of each line.
    multi_line: Bool,
  )
}

/// Makes a regular expression with options.
///
/// ```gleam
/// let options = regexp.Options(case_insensitive: True, multi_line: False)
/// let assert Ok(cat) = regexp.compile("cat", with: options)
/// assert regexp.check(with: cat, content: "A CAT")
/// ```
@external(erlang, "gleam_regexp_ffi", "compile")
@external(javascript, "../gleam_regexp_ffi.mjs", "compile")
pub fn compile(
  pattern: String,
  with options: Options,
) -> Result(Regexp, CompileError)

/// Makes a regular expression that tells upper case from lower case and takes
/// the string as one line.
///
/// ```gleam
/// let assert Ok(digits) = regexp.from_string("[0-9]+")
/// assert regexp.check(with: digits, content: "abc123")
/// ```
pub fn from_string(pattern: String) -> Result(Regexp, CompileError) {
  compile(pattern, Options(case_insensitive: False, multi_line: False))
}

/// Whether the expression matches a part of the string.
///
/// ```gleam
/// let assert Ok(year) = regexp.from_string("^[0-9]{4}$")
/// assert regexp.check(with: year, content: "1984")
/// assert !regexp.check(with: year, content: "the year 1984")
/// ```
@external(erlang, "gleam_regexp_ffi", "check")
@external(javascript, "../gleam_regexp_ffi.mjs", "check")
pub fn check(with regexp: Regexp, content string: String) -> Bool

/// The parts of the string that are between the matches. What the groups of the
/// expression match is in the list as well.
///
/// ```gleam
/// let assert Ok(comma) = regexp.from_string(" *, *")
/// assert regexp.split(with: comma, content: "a,b , c") == ["a", "b", "c"]
/// ```
@external(erlang, "gleam_regexp_ffi", "split")
@external(javascript, "../gleam_regexp_ffi.mjs", "split")
pub fn split(with regexp: Regexp, content string: String) -> List(String)

/// All parts of the string that the expression matches, from the first to the
/// last. They do not overlap.
///
/// ```gleam
/// import gleam/option.{Some}
/// import gleam/regexp.{Match}
///
/// let assert Ok(re) = regexp.from_string("([a-z])([0-9])?")
/// assert regexp.scan(with: re, content: "a1 b")
///   == [
///     Match(content: "a1", submatches: [Some("a"), Some("1")]),
///     Match(content: "b", submatches: [Some("b")]),
///   ]
/// ```
@external(erlang, "gleam_regexp_ffi", "scan")
@external(javascript, "../gleam_regexp_ffi.mjs", "scan")
pub fn scan(with regexp: Regexp, content string: String) -> List(Match)

/// Puts a text in the place of each match. The text can refer to the match in
/// the way of the platform: with `\\1` or `&` on Erlang and with `$1` or `$&` on
/// JavaScript. `match_map` does it in a way that is the same on both.
///
/// ```gleam
/// let assert Ok(spaces) = regexp.from_string(" +")
/// assert regexp.replace(each: spaces, in: "a  b   c", with: "-") == "a-b-c"
/// ```
@external(erlang, "gleam_regexp_ffi", "replace")
@external(javascript, "../gleam_regexp_ffi.mjs", "replace")
pub fn replace(
  each pattern: Regexp,
  in string: String,
  with substitute: String,
) -> String

/// Puts what the function gives for each match in its place.
///
/// ```gleam
/// let assert Ok(word) = regexp.from_string("\\w+")
/// assert regexp.match_map(word, "the cat", fn(match) {
///     string.capitalise(match.content)
///   })
///   == "The Cat"
/// ```
@external(erlang, "gleam_regexp_ffi", "match_map")
@external(javascript, "../gleam_regexp_ffi.mjs", "match_map")
pub fn match_map(
  each pattern: Regexp,
  in string: String,
  with substitute: fn(Match) -> String,
) -> String
