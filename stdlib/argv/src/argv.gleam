//// The arguments of the command line, on every runtime.

/// How the program was started.
pub type Argv {
  Argv(
    /// The path of the runtime, such as `erl` or `node`.
    runtime: String,
    /// The path of the program that the runtime was given. Where there is no
    /// such file, as on Erlang, it is the current directory.
    program: String,
    /// The arguments for the program.
    arguments: List(String),
  )
}

/// Tells how the program was started.
///
/// ```gleam
/// let greeting = case argv.load().arguments {
///   ["greet", name] -> "Hello, " <> name <> "!"
///   _ -> "usage: greet NAME"
/// }
/// assert greeting != ""
/// ```
pub fn load() -> Argv {
  let #(runtime, program, arguments) = do()
  Argv(runtime:, program:, arguments:)
}

@external(erlang, "argv_ffi", "load")
@external(javascript, "./argv_ffi.mjs", "load")
fn do() -> #(String, String, List(String))
