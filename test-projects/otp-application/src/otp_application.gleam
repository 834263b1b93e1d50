//// An OTP application: its tree of processes is started by
//// `application:ensure_all_started`, which the program's entry point calls too,
//// so that the processes run before `main` does.

import gleam/io
import gleam/string
import otp_application/greeter

pub fn main() -> Nil {
  io.println(greeter.greet("Ada"))
  io.println(string.inspect(start_argument()))

  stop()
  io.println("running: " <> string.inspect(is_running()))
  restart()
  io.println("running: " <> string.inspect(is_running()))
  io.println(greeter.greet("Bob"))
}

/// The key `mod` of the application's resource file.
@external(erlang, "otp_application_ffi", "start_argument")
fn start_argument() -> #(a, b)

@external(erlang, "otp_application_ffi", "stop")
fn stop() -> Nil

@external(erlang, "otp_application_ffi", "restart")
fn restart() -> Nil

@external(erlang, "otp_application_ffi", "is_running")
fn is_running() -> Bool
