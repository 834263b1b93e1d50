import tindra/persistent_term.{type Key}

pub fn put_and_get_test() {
  let key = persistent_term.new_key()
  assert persistent_term.get(key) == Error(Nil)
  persistent_term.put(key, ["a"])
  assert persistent_term.get(key) == Ok(["a"])
  persistent_term.put(key, ["b"])
  assert persistent_term.get(key) == Ok(["b"])
  assert persistent_term.get(persistent_term.new_key()) == Error(Nil)
  assert persistent_term.erase(key)
  assert persistent_term.get(key) == Error(Nil)
  assert !persistent_term.erase(key)
}

fn greeting() -> Key(String) {
  persistent_term.key(module: "persistent_term_test", name: "greeting")
}

pub fn named_key_test() {
  persistent_term.put(greeting(), "Hello")
  assert persistent_term.get(greeting()) == Ok("Hello")
  let other: Key(String) = persistent_term.key("persistent_term_test", "other")
  assert persistent_term.get(other) == Error(Nil)
  assert persistent_term.erase(greeting())
}

pub fn get_or_put_test() {
  let key = persistent_term.new_key()
  assert persistent_term.get_or_put(key, fn() { 1 }) == 1
  assert persistent_term.get_or_put(key, fn() { panic as "not made again" }) == 1
}
