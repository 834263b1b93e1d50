//// The symbols of JavaScript: names of properties that cannot clash.

/// A symbol of JavaScript.
pub type Symbol

/// Makes a symbol that is unlike all others. The description is for the people
/// who debug the program.
///
/// ```gleam
/// assert symbol.new("key") != symbol.new("key")
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "symbol_new")
pub fn new(description: String) -> Symbol

/// The one symbol that all code of the program gets under this name.
///
/// ```gleam
/// assert symbol.get_or_create_global("key") == symbol.get_or_create_global("key")
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "symbol_global")
pub fn get_or_create_global(name: String) -> Symbol

/// The description of a symbol. It is an error when it has none.
///
/// ```gleam
/// assert symbol.description(symbol.new("key")) == Ok("key")
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "symbol_description")
pub fn description(symbol: Symbol) -> Result(String, Nil)
