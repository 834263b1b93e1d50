//// The promises of JavaScript: values that will be there later.
////
//// ```gleam
//// use response <- promise.try_await(fetch.send(request))
//// use text <- promise.try_await(fetch.read_text_body(response))
//// io.println(text.body)
//// promise.resolve(Ok(Nil))
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
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_new")
pub fn new(executor: fn(fn(a) -> Nil) -> Nil) -> Promise(a)

/// A promise, and the function that gives it its value. Only the first value
/// counts.
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_start")
pub fn start() -> #(Promise(a), fn(a) -> Nil)

/// The promise of a value that is there already.
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_resolve")
pub fn resolve(value: a) -> Promise(a)

/// A promise of nothing, after a number of milliseconds.
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_wait")
pub fn wait(delay: Int) -> Promise(Nil)

/// Runs a function when the value is there. What the function promises is what
/// is promised here.
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_await")
pub fn await(promise: Promise(a), callback: fn(a) -> Promise(b)) -> Promise(b)

/// The promise of what a function will give for the value.
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_map")
pub fn map(promise: Promise(a), callback: fn(a) -> b) -> Promise(b)

/// Runs a function when the value is there. The promise is the same.
pub fn tap(promise: Promise(a), callback: fn(a) -> b) -> Promise(a) {
  use value <- map(promise)
  callback(value)
  value
}

/// The promise of what a function will give for the value of an `Ok`. Errors
/// stay as they are.
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
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_rescue")
pub fn rescue(promise: Promise(a), handler: fn(Dynamic) -> a) -> Promise(a)

/// The promise of all values, which is rejected as soon as one is.
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_all")
pub fn await_array(promises: Array(Promise(a))) -> Promise(Array(a))

/// The promise of all values, which is rejected as soon as one is.
pub fn await_list(promises: List(Promise(a))) -> Promise(List(a)) {
  promises
  |> array.from_list
  |> await_array
  |> map(array.to_list)
}

/// The promise of the value that is there first. Without promises it is never
/// there.
@external(javascript, "../../gleam_javascript_ffi.mjs", "promise_race")
pub fn race_array(promises: Array(Promise(a))) -> Promise(a)

/// The promise of the value that is there first. Without promises it is never
/// there.
pub fn race_list(promises: List(Promise(a))) -> Promise(a) {
  race_array(array.from_list(promises))
}
