//// An OTP application.

pub type Argument {
  Argument(name: String, numbers: List(Int))
}

pub type Pid

/// What OTP calls: the kind of start, and what `gleam.toml` says.
pub fn start(_kind: kind, argument: Argument) -> Result(Pid, Nil) {
  let Argument(name:, numbers:) = argument
  supervise(name, numbers)
}

pub fn stop(_state: state) -> Nil {
  Nil
}

@external(erlang, "contract_native", "supervise")
fn supervise(_name: String, _numbers: List(Int)) -> Result(Pid, Nil) {
  Error(Nil)
}
