import gleeunit
import houdini

pub fn main() -> Nil {
  gleeunit.main()
}

pub fn nothing_to_escape_test() {
  assert houdini.escape("") == ""
  assert houdini.escape("wibble wobble") == "wibble wobble"
  assert houdini.escape("ünïcode 👩‍👩‍👧 ✓") == "ünïcode 👩‍👩‍👧 ✓"
}

pub fn all_special_test() {
  assert houdini.escape("&<>\"'") == "&amp;&lt;&gt;&quot;&#39;"
}

pub fn at_the_ends_test() {
  assert houdini.escape("<a>") == "&lt;a&gt;"
  assert houdini.escape("a<b") == "a&lt;b"
  assert houdini.escape("é&é") == "é&amp;é"
}

pub fn escaped_text_test() {
  assert houdini.escape("&amp;") == "&amp;amp;"
}

pub fn escaping_goes_by_pieces_test() {
  by_pieces(["", "<", "a&b", "\"ü\"", "'"])
}

fn by_pieces(texts: List(String)) -> Nil {
  case texts {
    [one, other, ..rest] -> {
      assert houdini.escape(one <> other)
        == houdini.escape(one) <> houdini.escape(other)
      by_pieces([other, ..rest])
    }
    _ -> Nil
  }
}
