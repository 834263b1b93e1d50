//// Escaping text so that it can stand anywhere in HTML.

/// Replaces the characters that mean something in HTML, `&`, `<`, `>`, `"` and
/// `'`, so that the text is shown as it is, both between tags and within quoted
/// attributes.
///
/// ```gleam
/// assert houdini.escape("wibble & <b>wobble</b>")
///   == "wibble &amp; &lt;b&gt;wobble&lt;/b&gt;"
/// ```
@external(erlang, "houdini_ffi", "escape")
@external(javascript, "./houdini_ffi.mjs", "escape")
pub fn escape(string: String) -> String
