//// Values that all processes of the node read without copying them: settings,
//// tables made once, compiled patterns. They are kept until they are erased or
//// the node ends.
////
//// ```gleam
//// let limits = persistent_term.new_key()
//// persistent_term.put(limits, [10, 20])
//// assert persistent_term.get(limits) == Ok([10, 20])
//// ```
////
//// To replace or erase a value is slow: all processes are searched for the old
//// one, and those that have it take a copy. What changes often belongs into a
//// table of `tindra/ets`.

/// What a value of a type is kept under.
pub type Key(value)

/// Makes a key that is unlike all others. Whoever needs the value needs the key:
/// make it when the program starts and hand it on. For a value that is known by
/// a name see `key`.
///
/// ```gleam
/// let key = persistent_term.new_key()
/// persistent_term.put(key, "value")
/// assert persistent_term.get(key) == Ok("value")
/// let other = persistent_term.new_key()
/// assert other != key
/// ```
@external(erlang, "tindra_persistent_term_ffi", "new_key")
pub fn new_key() -> Key(value)

/// The key of a module of yours with a name. The function gives a key of any
/// type, so write it once, in a function that says the type:
///
/// ```gleam
/// import tindra/persistent_term.{type Key}
///
/// pub fn greeting() -> Key(String) {
///   persistent_term.key("my_app/settings", "greeting")
/// }
/// ```
@external(erlang, "tindra_persistent_term_ffi", "key")
pub fn key(module module: String, name name: String) -> Key(value)

/// Keeps a value under a key, in place of the one before.
///
/// ```gleam
/// let key = persistent_term.new_key()
/// persistent_term.put(key, 1)
/// persistent_term.put(key, 2)
/// assert persistent_term.get(key) == Ok(2)
/// ```
@external(erlang, "tindra_persistent_term_ffi", "put")
pub fn put(key: Key(value), value: value) -> Nil

/// The value of a key. It is an error when none was put.
///
/// ```gleam
/// let key = persistent_term.new_key()
/// assert persistent_term.get(key) == Error(Nil)
/// persistent_term.put(key, 1)
/// assert persistent_term.get(key) == Ok(1)
/// ```
@external(erlang, "tindra_persistent_term_ffi", "get")
pub fn get(key: Key(value)) -> Result(value, Nil)

/// The value of a key, which is made and kept when none was put. Of several
/// processes that make it at the same time the last one's is kept.
///
/// ```gleam
/// let key = persistent_term.new_key()
/// assert persistent_term.get_or_put(key, fn() { 1 }) == 1
/// assert persistent_term.get_or_put(key, fn() { 2 }) == 1
/// ```
pub fn get_or_put(key: Key(value), make: fn() -> value) -> value {
  case get(key) {
    Ok(value) -> value
    Error(Nil) -> {
      let value = make()
      put(key, value)
      value
    }
  }
}

/// Erases the value of a key. Gives `False` when there was none.
///
/// ```gleam
/// let key = persistent_term.new_key()
/// persistent_term.put(key, 1)
/// assert persistent_term.erase(key)
/// assert persistent_term.get(key) == Error(Nil)
/// assert !persistent_term.erase(key)
/// ```
@external(erlang, "persistent_term", "erase")
pub fn erase(key: Key(value)) -> Bool
