//// Foreign functions of a module that lies deeper.

/// Public, and called from the other language.
pub fn greet(name: String) -> String {
  "hello, " <> name
}

@external(erlang, "contract_native", "add_ten")
@external(javascript, "../../contract_native.mjs", "addTen")
pub fn add_ten(number: Int) -> Int

@external(erlang, "contract_sibling", "sibling")
@external(javascript, "./contract_sibling.mjs", "sibling")
pub fn sibling(number: Int) -> String

@external(erlang, "Elixir.Contract.Dotted", "dotted")
@external(javascript, "./contract_sibling.mjs", "dotted")
pub fn dotted() -> String

@external(erlang, "lists", "reverse")
@external(javascript, "./contract_sibling.mjs", "reverse")
pub fn reverse(list: List(a)) -> List(a)

@external(javascript, "./contract_sibling.mjs", "fallback")
pub fn fallback() -> String {
  "gleam"
}

@external(erlang, "contract_native", "data")
@external(javascript, "../../contract_native.mjs", "data")
pub fn data() -> String

/// A word of JavaScript for a name.
@external(erlang, "contract_native", "add_ten")
@external(javascript, "../../contract_native.mjs", "addTen")
pub fn delete(number: Int) -> Int
