//// The promises of JavaScript: values that will be there later.
////
//// ```gleam
//// use Nil <- promise.await(promise.wait(10))
//// use name <- promise.await(promise.resolve("Lucy"))
//// assert name == "Lucy"
//// promise.resolve(Nil)
//// ```
////
//// In JavaScript the promise of a promise is the inner one. Here it is what its
//// type says.

import gleam/dynamic.{type Dynamic}
import gleam/javascript/array.{type Array}

/// A value that will be there later, unless it is rejected.
pub type Promise(value)

/// The promise of what a function will give to the function that it is given.
/// Only the first value it gives counts.
///
/// ```gleam
/// use value <- promise.map(promise.new(fn(give) { give(1) }))
/// assert value == 1
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_new")
pub fn new(executor: fn(fn(a) -> Nil) -> Nil) -> Promise(a)

/// A promise, and the function that gives it its value. Only the first value
/// counts.
///
/// ```gleam
/// let #(answer, give) = promise.start()
/// give(42)
/// use value <- promise.map(answer)
/// assert value == 42
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_start")
pub fn start() -> #(Promise(a), fn(a) -> Nil)

/// The promise of a value that is there already.
///
/// ```gleam
/// use value <- promise.map(promise.resolve("here"))
/// assert value == "here"
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_resolve")
pub fn resolve(value: a) -> Promise(a)

/// A promise of nothing, after a number of milliseconds.
///
/// ```gleam
/// use value <- promise.map(promise.wait(1))
/// assert value == Nil
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_wait")
pub fn wait(delay: Int) -> Promise(Nil)

/// Runs a function when the value is there. What the function promises is what
/// is promised here.
///
/// ```gleam
/// use one <- promise.await(promise.resolve(1))
/// use two <- promise.await(promise.resolve(2))
/// assert one + two == 3
/// promise.resolve(Nil)
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_await")
pub fn await(promise: Promise(a), callback: fn(a) -> Promise(b)) -> Promise(b)

/// The promise of what a function will give for the value.
///
/// ```gleam
/// let length = promise.resolve("text") |> promise.map(string.length)
/// use value <- promise.map(length)
/// assert value == 4
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_map")
pub fn map(promise: Promise(a), callback: fn(a) -> b) -> Promise(b)

/// Runs a function when the value is there. The promise is the same.
///
/// ```gleam
/// let same = promise.resolve(3) |> promise.tap(fn(n) { n * 100 })
/// use value <- promise.map(same)
/// assert value == 3
/// ```
pub fn tap(promise: Promise(a), callback: fn(a) -> b) -> Promise(a) {
  use value <- map(promise)
  callback(value)
  value
}

/// The promise of what a function will give for the value of an `Ok`. Errors
/// stay as they are.
///
/// ```gleam
/// let number = promise.resolve(Ok("12")) |> promise.map_try(int.parse)
/// use value <- promise.map(number)
/// assert value == Ok(12)
/// ```
pub fn map_try(
  promise: Promise(Result(a, e)),
  callback: fn(a) -> Result(b, e),
) -> Promise(Result(b, e)) {
  use result <- map(promise)
  case result {
    Ok(value) -> callback(value)
    Error(error) -> Error(error)
  }
}

/// Runs a function when the value of an `Ok` is there. What the function
/// promises is what is promised here. Errors stay as they are.
///
/// ```gleam
/// let sum = {
///   use one <- promise.try_await(promise.resolve(Ok(1)))
///   use two <- promise.try_await(promise.resolve(Error("none")))
///   promise.resolve(Ok(one + two))
/// }
/// use value <- promise.map(sum)
/// assert value == Error("none")
/// ```
pub fn try_await(
  promise: Promise(Result(a, e)),
  callback: fn(a) -> Promise(Result(b, e)),
) -> Promise(Result(b, e)) {
  use result <- await(promise)
  case result {
    Ok(value) -> callback(value)
    Error(error) -> resolve(Error(error))
  }
}

/// Makes a promise that is not rejected: the function gives a value for what
/// the promise is rejected with.
///
/// ```gleam
/// let rejected = promise.map(promise.resolve(1), fn(_) { panic as "no" })
/// use value <- promise.map(promise.rescue(rejected, fn(_) { 0 }))
/// assert value == 0
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_rescue")
pub fn rescue(promise: Promise(a), handler: fn(Dynamic) -> a) -> Promise(a)

/// The promise of all values, which is rejected as soon as one is.
///
/// ```gleam
/// let promises = array.from_list([promise.resolve(1), promise.resolve(2)])
/// use values <- promise.map(promise.await_array(promises))
/// assert array.to_list(values) == [1, 2]
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_all")
pub fn await_array(promises: Array(Promise(a))) -> Promise(Array(a))

/// The promise of all values, which is rejected as soon as one is.
///
/// ```gleam
/// let promises = [promise.resolve(1), promise.resolve(2)]
/// use values <- promise.map(promise.await_list(promises))
/// assert values == [1, 2]
/// ```
pub fn await_list(promises: List(Promise(a))) -> Promise(List(a)) {
  promises
  |> array.from_list
  |> await_array
  |> map(array.to_list)
}

/// The promise of the value that is there first. Without promises it is never
/// there.
///
/// ```gleam
/// let late = promise.wait(20) |> promise.map(fn(_) { "late" })
/// let promises = array.from_list([late, promise.resolve("early")])
/// use value <- promise.map(promise.race_array(promises))
/// assert value == "early"
/// ```
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_race")
pub fn race_array(promises: Array(Promise(a))) -> Promise(a)

/// The promise of the value that is there first. Without promises it is never
/// there.
///
/// ```gleam
/// let late = promise.wait(20) |> promise.map(fn(_) { "late" })
/// use value <- promise.map(promise.race_list([late, promise.resolve("early")]))
/// assert value == "early"
/// ```
pub fn race_list(promises: List(Promise(a))) -> Promise(a) {
  race_array(array.from_list(promises))
}
