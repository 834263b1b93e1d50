//// A module with a byte order mark.

/// Covers: lexical.bom, lexical.line-endings, lexical.white-space
pub fn line_endings_test() {
  let lf = "a
b"
  let crlf = "a
b"
  let cr = "ab"
  // a comment that a lone return ends  letafter=	1
  assert lf == "a\nb"
  assert crlf == lf
  assert cr == lf
  assert after == 1 let x = 2 assert x
  ==
  2
}
