import gleam/dynamic
import gleam/dynamic/decode.{DecodeError}
import gleam/erlang/atom

pub fn get_test() {
  assert atom.get("ok") == Ok(atom.create("ok"))
  assert atom.get("this atom does not exist, does it") == Error(Nil)
}

pub fn create_test() {
  assert atom.create("ok") == atom.create("ok")
  assert atom.create("ok") != atom.create("error")
}

pub fn to_string_test() {
  assert atom.to_string(atom.create("grüße ✓")) == "grüße ✓"
}

pub fn dynamic_test() {
  let ok = atom.create("ok")
  assert atom.cast_from_dynamic(atom.to_dynamic(ok)) == ok
}

pub fn decoder_test() {
  let ok = atom.create("ok")
  assert decode.run(atom.to_dynamic(ok), atom.decoder()) == Ok(ok)
  assert decode.run(dynamic.int(1), atom.decoder())
    == Error([DecodeError("Atom", "Int", [])])
}
