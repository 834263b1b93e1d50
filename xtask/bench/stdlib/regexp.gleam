import support/data
import gleam/regexp

pub fn from_string() {
  fn() { regexp.from_string("([a-z]+) (fox|dog)") }
}

pub fn check() {
  let assert Ok(regexp) = regexp.from_string("([a-z]+) (fox|dog)")
  let text = data.text(20)
  fn() { regexp.check(regexp, text) }
}

pub fn split() {
  let assert Ok(regexp) = regexp.from_string("([a-z]+) (fox|dog)")
  let text = data.text(20)
  fn() { regexp.split(regexp, text) }
}

pub fn scan() {
  let assert Ok(regexp) = regexp.from_string("([a-z]+) (fox|dog)")
  let text = data.text(20)
  fn() { regexp.scan(regexp, text) }
}

pub fn replace() {
  let assert Ok(regexp) = regexp.from_string("([a-z]+) (fox|dog)")
  let text = data.text(20)
  fn() { regexp.replace(regexp, text, "x") }
}

pub fn match_map() {
  let assert Ok(regexp) = regexp.from_string("([a-z]+) (fox|dog)")
  let text = data.text(20)
  fn() { regexp.match_map(regexp, text, fn(match) { match.content }) }
}
