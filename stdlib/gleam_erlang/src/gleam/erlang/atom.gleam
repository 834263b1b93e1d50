//// Atoms: the symbols of the Erlang virtual machine. Each is kept in a table
//// that never shrinks, so programs must not make atoms out of user input.

import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode.{type Decoder}

/// A named constant of the virtual machine, cheap to compare and to send.
pub type Atom

/// Finds the atom with the given name if the virtual machine already has it.
/// Unlike `create` this never grows the table of atoms, which makes it the
/// function to use for text from outside of the program.
///
/// ```gleam
/// assert atom.get("ok") == Ok(atom.create("ok"))
/// ```
@external(erlang, "gleam_erlang_ffi", "atom_from_string")
pub fn get(name: String) -> Result(Atom, Nil)

/// Makes the atom with the given name, or returns it when it exists. The
/// process crashes when the name has more than 255 characters or the table of
/// atoms is full.
///
/// ```gleam
/// assert atom.create("ok") == atom.create("ok")
/// assert atom.create("ok") != atom.create("error")
/// ```
@external(erlang, "erlang", "binary_to_atom")
pub fn create(name: String) -> Atom

/// The name of an atom.
///
/// ```gleam
/// assert atom.to_string(atom.create("ok")) == "ok"
/// ```
@external(erlang, "erlang", "atom_to_binary")
pub fn to_string(atom: Atom) -> String

/// Turns an atom into dynamic data.
///
/// ```gleam
/// import gleam/dynamic/decode
///
/// let data = atom.to_dynamic(atom.create("ok"))
/// assert decode.run(data, atom.decoder()) == Ok(atom.create("ok"))
/// ```
@external(erlang, "gleam_erlang_ffi", "identity")
pub fn to_dynamic(atom: Atom) -> Dynamic

/// Treats dynamic data as an atom without any check. Use `decoder` unless it
/// is certain that the data is an atom.
///
/// ```gleam
/// let data = atom.to_dynamic(atom.create("ok"))
/// assert atom.cast_from_dynamic(data) == atom.create("ok")
/// ```
@external(erlang, "gleam_erlang_ffi", "identity")
pub fn cast_from_dynamic(data: Dynamic) -> Atom

/// A decoder that accepts atoms and nothing else.
///
/// ```gleam
/// import gleam/dynamic
/// import gleam/dynamic/decode
///
/// let reply = dynamic.array([atom.to_dynamic(atom.create("ok")), dynamic.int(1)])
/// assert decode.run(reply, decode.at([0], atom.decoder()))
///   == Ok(atom.create("ok"))
/// let assert Error(_) = decode.run(dynamic.int(1), atom.decoder())
/// ```
pub fn decoder() -> Decoder(Atom) {
  decode.new_primitive_decoder("Atom", fn(data) {
    case is_atom(data) {
      True -> Ok(cast_from_dynamic(data))
      False -> Error(create("nil"))
    }
  })
}

@external(erlang, "erlang", "is_atom")
fn is_atom(data: Dynamic) -> Bool
