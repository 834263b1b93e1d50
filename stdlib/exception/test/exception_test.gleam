import exception.{Errored, Thrown}
import gleam/dynamic.{type Dynamic}
import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

@external(erlang, "erlang", "throw")
@external(javascript, "./exception_test_ffi.mjs", "throwValue")
fn throw(value: a) -> b

/// A variable, to see which functions were run.
type Cell

@external(erlang, "exception_test_ffi", "new_cell")
@external(javascript, "./exception_test_ffi.mjs", "newCell")
fn new_cell() -> Cell

@external(erlang, "exception_test_ffi", "mark")
@external(javascript, "./exception_test_ffi.mjs", "mark")
fn mark(cell: Cell) -> Nil

@external(erlang, "exception_test_ffi", "is_marked")
@external(javascript, "./exception_test_ffi.mjs", "isMarked")
fn is_marked(cell: Cell) -> Bool

@target(erlang)
@external(erlang, "erlang", "exit")
fn exit(value: a) -> b

@target(erlang)
pub fn exited_test() {
  assert exception.rescue(fn() { exit(1) })
    == Error(exception.Exited(dynamic.int(1)))
}

pub fn no_crash_test() {
  assert exception.rescue(fn() { 1 }) == Ok(1)
}

pub fn errored_test() {
  let assert Error(Errored(_)) = exception.rescue(fn() { panic })
}

pub fn thrown_test() {
  let result: Result(Nil, _) = exception.rescue(fn() { throw("value") })
  assert result == Error(Thrown(dynamic.string("value")))
}

pub fn defer_test() {
  let cell = new_cell()
  let value = {
    use <- exception.defer(fn() { mark(cell) })
    assert !is_marked(cell)
    1
  }
  assert value == 1
  assert is_marked(cell)
}

pub fn defer_crash_test() {
  let cell = new_cell()
  let result: Result(Dynamic, _) =
    exception.rescue(fn() {
      exception.defer(fn() { mark(cell) }, fn() { throw("value") })
    })
  assert result == Error(Thrown(dynamic.string("value")))
  assert is_marked(cell)
}

pub fn on_crash_without_crash_test() {
  let cell = new_cell()
  assert exception.on_crash(fn() { mark(cell) }, fn() { 1 }) == 1
  assert !is_marked(cell)
}

pub fn on_crash_test() {
  let cell = new_cell()
  let result: Result(Dynamic, _) =
    exception.rescue(fn() {
      exception.on_crash(fn() { mark(cell) }, fn() { throw("value") })
    })
  assert result == Error(Thrown(dynamic.string("value")))
  assert is_marked(cell)
}
