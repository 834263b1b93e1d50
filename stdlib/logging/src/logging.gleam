//// Writing to the log of the program. On Erlang this is the log of OTP, so
//// what crashes and libraries have to tell is in it too.

/// How much a message matters, the most pressing first.
pub type LogLevel {
  Emergency
  Alert
  Critical
  Error
  Warning
  Notice
  Info
  Debug
}

/// Sets the log up in the way most programs want it: one line for each message,
/// that starts with its level, and nothing below `Info`. Call it once, when the
/// program starts.
///
/// ```gleam
/// logging.configure()
/// logging.log(logging.Info, "Ready")
/// ```
@external(erlang, "logging_ffi", "configure")
@external(javascript, "./logging_ffi.mjs", "configure")
pub fn configure() -> Nil

/// Writes a message.
///
/// ```gleam
/// logging.log(logging.Warning, "The disk is nearly full")
/// ```
@external(erlang, "logging_ffi", "log")
@external(javascript, "./logging_ffi.mjs", "log")
pub fn log(level: LogLevel, message: String) -> Nil

/// Leaves out of the log what matters less than the given level.
///
/// ```gleam
/// logging.set_level(logging.Error)
/// logging.log(logging.Notice, "This is not shown")
/// logging.set_level(logging.Info)
/// ```
@external(erlang, "logging_ffi", "set_level")
@external(javascript, "./logging_ffi.mjs", "setLevel")
pub fn set_level(level: LogLevel) -> Nil
