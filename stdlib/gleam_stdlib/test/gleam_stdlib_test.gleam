//// Runs all tests: the public functions without parameters of all modules of
//// `test/` whose names end with `_test`. `gleeunit` would do so too, but it
//// depends on this very package.

/// Runs all tests, prints the failures and ends with status 1 if there are any.
@external(erlang, "gleam_stdlib_test_ffi", "main")
@external(javascript, "./gleam_stdlib_test_ffi.mjs", "main")
pub fn main() -> Nil
