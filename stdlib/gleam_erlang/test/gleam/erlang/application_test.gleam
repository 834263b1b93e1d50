import gleam/erlang/application
import gleam/string

pub fn priv_directory_test() {
  let assert Ok(path) = application.priv_directory("stdlib")
  assert string.ends_with(path, "/priv")
}

pub fn unknown_application_test() {
  assert application.priv_directory("erlang_but_unknown") == Error(Nil)
  // An atom that exists and is no application.
  assert application.priv_directory("error") == Error(Nil)
}
