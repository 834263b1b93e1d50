//// The test runner. A project's `test` directory has a module named after the
//// package, whose `main` function calls the one here:
////
//// ```
//// import gleeunit
////
//// pub fn main() {
////   gleeunit.main()
//// }
////
//// pub fn one_and_one_test() {
////   assert 1 + 1 == 2
//// }
//// ```

/// Runs every public function without arguments whose name ends in `_test`, of
/// every module below the `test` directory. It prints a dot for each test that
/// passes and a report for each that fails, and ends the program: with exit
/// code 0 when there were tests and all have passed, and else with 1.
///
/// On JavaScript tests may give promises, which are waited for. On Erlang each
/// test has a process of its own, and functions whose names end in `_test_` are
/// run too and give tests in the forms that EUnit takes.
pub fn main() -> Nil {
  run()
}

@external(erlang, "gleeunit_ffi", "run")
@external(javascript, "./gleeunit_ffi.mjs", "run")
fn run() -> Nil
