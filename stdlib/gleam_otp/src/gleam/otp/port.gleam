//// Ports moved to the `gleam/erlang/port` module of the `gleam_erlang` package.
//// The type here stays for the code that was written before that.

/// One open port. Prefer the type of the same name in `gleam/erlang/port`.
pub type Port
