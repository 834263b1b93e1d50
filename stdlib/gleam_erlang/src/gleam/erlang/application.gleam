//// OTP applications: what packages are while they run.

import gleam/erlang/node.{type Node}

/// How an application is being started, given to its start function.
pub type StartType {
  /// An ordinary start, or one on this node alone.
  Normal
  /// A distributed application moves here because this node has priority over
  /// `previous`.
  Takeover(previous: Node)
  /// A distributed application moves here because `previous` went down.
  Failover(previous: Node)
}

/// The path of the `priv` directory of an application, where a package keeps
/// the files it needs besides its code. It is an error when no application has
/// the name or its code was not found.
///
/// The result is a path on the machine the program runs on, which is not the
/// place where the package was written: look it up each time.
///
/// ```gleam
/// import gleam/string
///
/// let assert Ok(path) = application.priv_directory("stdlib")
/// assert string.ends_with(path, "/priv")
/// assert application.priv_directory("of nothing at all") == Error(Nil)
/// ```
@external(erlang, "gleam_erlang_ffi", "priv_directory")
pub fn priv_directory(name: String) -> Result(String, Nil)
