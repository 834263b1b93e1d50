//// References to values, for telling whether a memoised view is still good.

/// A value of any type, held only to be compared with a later one.
pub type Ref

/// Forgets the type of a value. In JavaScript two references are the same when
/// the values are identical, on the BEAM when they are equal.
@external(erlang, "gleam@function", "identity")
@external(javascript, "./coerce.ffi.mjs", "coerce")
pub fn from(value: a) -> Ref
