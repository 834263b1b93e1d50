//! Project tasks: `cargo xtask demo` shows what Tindra does, `cargo xtask test` runs every test,
//! `cargo xtask conformance` writes down which test shows which fact of the language,
//! `cargo xtask differential` compares the targets on programs that it makes, `cargo xtask format-diff`
//! the formatter with another one,
//! `cargo xtask mutate` measures errors, `cargo xtask bench` the standard library, the compiler and the
//! formatter.

mod bench;
mod conformance;
mod demo;
mod differential;
mod format_diff;
mod fuzz_seed;
mod mutate;
mod page;
mod run;
mod stdlib;
mod suite;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask TASK

  demo           build the compiler and show it at work on the programs of test-projects
  test           install or name what the tests need, then run every test
  conformance    write `docs/conformance.md`; with --check, say what is missing in it
  differential   make programs and compare what they print on each target
  api-check      compare our packages with lists of what others expect of their names
  doc-examples   run the examples of our packages' documentation; of those that are named, or of all
  stdlib-coverage
          write `docs/stdlib-coverage.md`; with --check, say what is missing in it
  bench stdlib   measure our packages beside others of the same names
  bench compile  measure checking and building, beside another compiler
  bench format   measure the formatter
  mutate         change sources in one place, and measure how good the errors are
  format-diff    compare the formatter with another one
  fuzz-seed
          copy sources to the corpora of the fuzz targets
";

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let result = match task.as_str() {
        "demo" => demo::demo(),
        "test" => suite::test(),
        "fuzz-seed" => fuzz_seed::seed(),
        "api-check" => {
            let arguments: Vec<String> = std::env::args().skip(2).collect();
            stdlib::api_check::api_check(&arguments)
        }
        "doc-examples" => {
            let packages: Vec<String> = std::env::args().skip(2).collect();
            stdlib::doc_examples::doc_examples(&packages)
        }
        "stdlib-coverage" => {
            stdlib::coverage::coverage(std::env::args().nth(2).as_deref() == Some("--check"))
        }
        "bench" => {
            let arguments: Vec<String> = std::env::args().skip(2).collect();
            bench::bench(&arguments)
        }
        "mutate" => {
            let arguments: Vec<String> = std::env::args().skip(2).collect();
            mutate::mutate(&arguments)
        }
        "format-diff" => {
            let arguments: Vec<String> = std::env::args().skip(2).collect();
            format_diff::format_diff(&arguments)
        }
        "differential" => {
            let arguments: Vec<String> = std::env::args().skip(2).collect();
            differential::differential(&arguments)
        }
        "conformance" => {
            conformance::conformance(std::env::args().nth(2).as_deref() == Some("--check"))
        }
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
