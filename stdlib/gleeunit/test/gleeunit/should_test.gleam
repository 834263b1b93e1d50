import gleam/option.{None, Some}
import gleeunit/internal/failure.{Failure, Panic}
import gleeunit/should

fn message(body: fn() -> a) -> String {
  let assert Error(Failure(kind: Panic, message:, ..)) =
    failure.catch_crash(body)
  message
}

pub fn equal_test() {
  assert should.equal(1, 1) == Nil
  assert message(fn() { should.equal(1, 2) }) == "\n1\nshould equal\n2"
}

pub fn not_equal_test() {
  assert should.not_equal(1, 2) == Nil
  assert message(fn() { should.not_equal(1, 1) }) == "\n1\nshould not equal\n1"
}

pub fn be_ok_test() {
  assert should.be_ok(Ok(1)) == 1
  assert message(fn() { should.be_ok(Error(1)) }) == "\nError(1)\nshould be\nOk"
}

pub fn be_error_test() {
  assert should.be_error(Error(1)) == 1
  assert message(fn() { should.be_error(Ok(1)) }) == "\nOk(1)\nshould be\nError"
}

pub fn be_some_test() {
  assert should.be_some(Some(1)) == 1
  assert message(fn() { should.be_some(None) }) == "\nNone\nshould be\nSome"
}

pub fn be_none_test() {
  assert should.be_none(None) == Nil
  assert message(fn() { should.be_none(Some(1)) })
    == "\nSome(1)\nshould be\nNone"
}

pub fn be_true_test() {
  assert should.be_true(True) == Nil
  assert message(fn() { should.be_true(False) })
    == "\nFalse\nshould equal\nTrue"
}

pub fn be_false_test() {
  assert should.be_false(False) == Nil
  assert message(fn() { should.be_false(True) })
    == "\nTrue\nshould equal\nFalse"
}

pub fn fail_test() {
  assert message(should.fail) == "This code should not have been reached"
}
