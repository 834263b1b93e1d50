import gleam/list
import gleam/option.{None, Some}
import gleam/regexp.{type Regexp, Match, Options}
import gleam/string
import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

fn re(pattern: String) -> Regexp {
  let assert Ok(regexp) = regexp.from_string(pattern)
  regexp
}

pub fn from_string_test() {
  assert regexp.check(re("^[0-9]+$"), "123")
  assert !regexp.check(re("^[0-9]+$"), "123a")
  assert !regexp.check(re("a"), "A")
  assert regexp.check(re("a"), "A") == False
}

pub fn compile_error_test() {
  let assert Error(error) = regexp.from_string("[0-9")
  assert error.error != ""
  assert error.byte_index >= 0
}

pub fn options_test() {
  let check = fn(case_insensitive, multi_line, pattern, string) {
    let options = Options(case_insensitive:, multi_line:)
    let assert Ok(regexp) = regexp.compile(pattern, with: options)
    regexp.check(regexp, string)
  }
  assert check(True, False, "é", "É")
  assert !check(False, False, "é", "É")
  assert check(False, True, "^b$", "a\nb\nc")
  assert !check(False, False, "^b$", "a\nb\nc")
}

/// An expression does not remember its last match.
pub fn repeated_check_test() {
  let regexp = re("a")
  use _ <- list.each([1, 2, 3])
  assert regexp.check(regexp, "xa")
  assert list.length(regexp.scan(regexp, "a a")) == 2
}

pub fn unicode_test() {
  assert regexp.check(re("^.$"), "😀")
  assert regexp.check(re("^\\p{L}+$"), "wörld")
}

pub fn split_test() {
  assert regexp.split(re(" *, *"), "a,b , c") == ["a", "b", "c"]
  assert regexp.split(re(","), "a") == ["a"]
  assert regexp.split(re(","), "") == [""]
  assert regexp.split(re(","), ",a,") == ["", "a", ""]
  assert regexp.split(re("([+-])"), "1+2-3") == ["1", "+", "2", "-", "3"]
}

pub fn scan_test() {
  assert regexp.scan(re("[a-z]"), "a1é b") == [Match("a", []), Match("b", [])]
  assert regexp.scan(re("x"), "abc") == []
  assert regexp.scan(re("é(✓)"), "✓é✓é✓")
    == [Match("é✓", [Some("✓")]), Match("é✓", [Some("✓")])]
}

pub fn submatches_test() {
  let regexp = re("([+-])?([0-9]+)([a-z]+)?")
  assert regexp.scan(regexp, "+1kg")
    == [Match("+1kg", [Some("+"), Some("1"), Some("kg")])]
  assert regexp.scan(regexp, "1kg")
    == [Match("1kg", [None, Some("1"), Some("kg")])]
  assert regexp.scan(regexp, "1") == [Match("1", [None, Some("1")])]
  assert regexp.scan(re("a(b*)c"), "ac") == [Match("ac", [None])]
}

pub fn replace_test() {
  assert regexp.replace(re("[0-9]+"), "a1b22", "_") == "a_b_"
  assert regexp.replace(re("x"), "abc", "_") == "abc"
  assert regexp.replace(re("✓"), "é✓é", "ü") == "éüé"
}

pub fn match_map_test() {
  let upper = fn(match: regexp.Match) { string.uppercase(match.content) }
  assert regexp.match_map(re("[a-c]+"), "é ab x c!", upper) == "é AB x C!"
  assert regexp.match_map(re("x"), "abc", upper) == "abc"
  let swap = fn(match) {
    let assert Match(submatches: [Some(a), Some(b)], ..) = match
    b <> a
  }
  assert regexp.match_map(re("(\\w)-(\\w)"), "a-b c-d", swap) == "ba dc"
  assert regexp.match_map(re("(?<x>\\w)-(?<y>\\w)"), "a-b", swap) == "ba"
}

pub fn one_law_for_all_functions_test() {
  let texts = ["", "a", "ab", "1a22b", "über 12 Öfen", "  ", "👩‍👩‍👧7"]
  let patterns = ["a", "[0-9]+", " ", "[^a-z]", "x*y"]
  use pattern <- list.each(patterns)
  let expression = re(pattern)
  use text <- list.each(texts)
  let matches = regexp.scan(expression, text)
  assert regexp.check(expression, text) == { matches != [] }
  let between = regexp.split(expression, text)
  assert list.length(between) == list.length(matches) + 1
  assert string.join(between, "") == regexp.replace(expression, text, "")
  assert regexp.match_map(expression, text, fn(match) { match.content }) == text
}
