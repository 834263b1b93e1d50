import gleeunit

/// Machines that crash write to the log, which would hide the report of the
/// tests.
@external(erlang, "tindra_statem_test_ffi", "silence_log")
fn silence_log() -> Nil

pub fn main() -> Nil {
  silence_log()
  gleeunit.main()
}
