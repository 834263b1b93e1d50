//// What OTP calls when it starts and stops the application, as `gleam.toml`
//// says: the functions of the behaviour `application`.

import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode
import gleam/erlang/application.{type StartType}
import gleam/erlang/atom
import gleam/erlang/process.{type Pid}
import gleam/io
import gleam/otp/actor
import gleam/otp/static_supervisor as supervisor
import otp_application/greeter

/// Starts the tree of processes and gives the process at its top. The argument is
/// a list of pairs, from `gleam.toml`.
pub fn start(
  _type: StartType,
  argument: Dynamic,
) -> Result(Pid, actor.StartError) {
  let pair = {
    use key <- decode.field(0, atom.decoder())
    use value <- decode.field(1, decode.string)
    decode.success(#(atom.to_string(key), value))
  }
  let assert Ok([#("greeting", greeting)]) =
    decode.run(argument, decode.list(pair))
  let started =
    supervisor.new(supervisor.OneForOne)
    |> supervisor.add(greeter.supervised(greeting))
    |> supervisor.start
  case started {
    Ok(tree) -> Ok(tree.pid)
    Error(error) -> Error(error)
  }
}

/// Is called when the tree has been shut down.
pub fn stop(_state: Dynamic) -> Nil {
  io.println("stopped")
}
