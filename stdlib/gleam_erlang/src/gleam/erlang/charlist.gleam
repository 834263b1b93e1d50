//// Charlists: text as a list of Unicode code points, the way many older Erlang
//// functions want it. They are slower and larger than strings, so convert them
//// at the edge.

/// Text in the form of a list of code points.
pub type Charlist

/// Turns a charlist into a string.
///
/// ```gleam
/// assert charlist.to_string(charlist.from_string("hi")) == "hi"
/// ```
@external(erlang, "unicode", "characters_to_binary")
pub fn to_string(charlist: Charlist) -> String

/// Turns a string into a charlist.
///
/// ```gleam
/// let name = charlist.from_string("grüße")
/// assert charlist.to_string(name) == "grüße"
/// ```
@external(erlang, "unicode", "characters_to_list")
pub fn from_string(string: String) -> Charlist
