//// What happened, in order.

/// Forgets what happened before, runs something, and gives what it noted with its result.
pub fn during(run: fn() -> a) -> #(List(String), a) {
  reset()
  let result = run()
  #(entries(), result)
}

/// Notes a word, and gives a value back.
pub fn note(value: a, word: String) -> a {
  add(word)
  value
}

@external(erlang, "language_log", "reset")
@external(javascript, "../language_log.mjs", "reset")
fn reset() -> Nil

@external(erlang, "language_log", "add")
@external(javascript, "../language_log.mjs", "add")
fn add(word: String) -> Nil

@external(erlang, "language_log", "entries")
@external(javascript, "../language_log.mjs", "entries")
fn entries() -> List(String)

/// Whether running something fails.
@external(erlang, "language_log", "fails")
@external(javascript, "../language_log.mjs", "fails")
pub fn fails(run: fn() -> a) -> Bool
