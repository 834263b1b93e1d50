import gleam/dynamic/decode
import gleam/javascript/array
import gleam/javascript/promise.{type Promise}

@external(javascript, "../../gleam_javascript_test_ffi.mjs", "reject")
fn reject(reason: String) -> Promise(a)

pub fn resolve_test() {
  use value <- promise.await(promise.resolve(1))
  assert value == 1
  promise.resolve(Nil)
}

pub fn new_test() {
  let promise =
    promise.new(fn(resolve) {
      resolve(1)
      resolve(2)
    })
  use value <- promise.map(promise)
  assert value == 1
}

pub fn start_test() {
  let #(promise, resolve) = promise.start()
  resolve(1)
  resolve(2)
  use value <- promise.map(promise)
  assert value == 1
}

pub fn await_test() {
  let promise = {
    use a <- promise.await(promise.resolve(1))
    use b <- promise.await(promise.resolve(2))
    promise.resolve(a + b)
  }
  use value <- promise.map(promise)
  assert value == 3
}

/// Promises of promises are not flattened, wherever they are made.
pub fn nested_test() {
  let inner = promise.resolve(1)
  let #(started, start) = promise.start()
  start(inner)
  let all = [
    promise.resolve(inner),
    promise.new(fn(resolve) { resolve(inner) }),
    started,
    promise.map(promise.resolve(Nil), fn(_) { inner }),
    promise.await(promise.resolve(Nil), fn(_) { promise.resolve(inner) }),
    promise.rescue(reject("no"), fn(_) { inner }),
    promise.race_list([promise.resolve(inner)]),
  ]
  use promises <- promise.await(promise.await_list(all))
  use values <- promise.map(promise.await_list(promises))
  assert values == [1, 1, 1, 1, 1, 1, 1]
}

pub fn tap_test() {
  let #(seen, see) = promise.start()
  use value <- promise.await(promise.tap(promise.resolve(1), see))
  use tapped <- promise.map(seen)
  assert #(value, tapped) == #(1, 1)
}

pub fn map_try_test() {
  let half = fn(n) {
    case n % 2 {
      0 -> Ok(n / 2)
      _ -> Error("odd")
    }
  }
  use a <- promise.await(promise.map_try(promise.resolve(Ok(4)), half))
  assert a == Ok(2)
  use b <- promise.await(promise.map_try(promise.resolve(Ok(3)), half))
  assert b == Error("odd")
  use c <- promise.map(promise.map_try(promise.resolve(Error("no")), half))
  assert c == Error("no")
}

pub fn try_await_test() {
  let double = fn(n) { promise.resolve(Ok(n * 2)) }
  use a <- promise.await(promise.try_await(promise.resolve(Ok(4)), double))
  assert a == Ok(8)
  let fail = fn(_: Int) { promise.resolve(Error("no")) }
  use b <- promise.await(promise.try_await(promise.resolve(Ok(4)), fail))
  assert b == Error("no")
  use c <- promise.map(promise.try_await(promise.resolve(Error("a")), double))
  assert c == Error("a")
}

pub fn rescue_test() {
  use a <- promise.await(promise.rescue(promise.resolve("a"), fn(_) { "b" }))
  assert a == "a"
  let handler = fn(reason) {
    let assert Ok(reason) = decode.run(reason, decode.string)
    reason <> "!"
  }
  use b <- promise.map(promise.rescue(reject("no"), handler))
  assert b == "no!"
}

pub fn await_all_test() {
  let slow = promise.map(promise.wait(10), fn(_) { 1 })
  let fast = promise.resolve(2)
  use list <- promise.await(promise.await_list([slow, fast]))
  assert list == [1, 2]
  let array = array.from_list([slow, fast])
  use array <- promise.map(promise.await_array(array))
  assert array.to_list(array) == [1, 2]
}

pub fn race_test() {
  let slow = promise.map(promise.wait(50), fn(_) { 1 })
  let fast = promise.resolve(2)
  use a <- promise.await(promise.race_list([slow, fast]))
  assert a == 2
  use b <- promise.map(promise.race_array(array.from_list([slow, fast])))
  assert b == 2
}
