//// References: values that are unique as long as the node runs.

/// A value equal to itself alone. Two calls of `new` never give equal ones.
pub type Reference

/// Makes a reference that nobody else has.
///
/// ```gleam
/// import gleam/list
///
/// let ticket = reference.new()
/// assert list.contains([ticket], ticket)
/// assert ticket != reference.new()
/// ```
@external(erlang, "erlang", "make_ref")
pub fn new() -> Reference
