//! Whole projects: `test-projects/NAME/expected` says what each prints.
//!
//! - `stdout`: what `run` prints on every target and runtime; `erlang.stdout` on Erlang only
//! - `stderr-ends`: how standard error ends; `erlang.stderr-ends` and `javascript.stderr-ends` on
//!   one target only
//! - `test-ends`: how the output of `test` ends
//! - `problems`: what `build` says of a project that is wrong

use std::fs;
use std::path::Path;

use crate::support::{has, project, root, runtimes, stderr, stdout, tindra};

/// Flags that a project needs.
const PACKAGES: &[(&str, &[&str])] = &[("article-otp-legacy", &["--packages", "packages"])];

fn expected(name: &str, file: &str) -> Option<String> {
    fs::read_to_string(
        root()
            .join("test-projects")
            .join(name)
            .join("expected")
            .join(file),
    )
    .ok()
}

/// Runs the project in `folder` (below the copy of `name`) on every runtime.
fn runs(name: &str) {
    let (copied, inside) = name.split_once('/').unwrap_or((name, ""));
    let copy = project(copied);
    let folder = copy.path().join(inside);
    let everywhere = expected(name, "stdout");
    let erlang = expected(name, "erlang.stdout");
    let flags = PACKAGES
        .iter()
        .find(|(project, _)| *project == name)
        .map_or(&[][..], |row| row.1);
    let mut ran = 0;
    for runtime in runtimes() {
        let wanted = match (&everywhere, &erlang) {
            (Some(text), _) => text,
            (None, Some(text)) if runtime.contains(&"erlang") => text,
            _ => continue,
        };
        let mut arguments = vec!["run"];
        arguments.extend(&runtime);
        arguments.extend(flags);
        let output = tindra(&folder, &arguments);
        let context = format!("{name} {runtime:?}\n{}", stderr(&output));
        assert_eq!(stdout(&output), *wanted, "{context}");
        assert!(output.status.success(), "{context}");
        let target = if runtime.contains(&"erlang") {
            "erlang.stderr-ends"
        } else {
            "javascript.stderr-ends"
        };
        for end in ["stderr-ends", target].map(|file| expected(name, file)) {
            let end = end.unwrap_or_default();
            assert!(stderr(&output).ends_with(&end), "{context}");
        }
        ran += 1;
    }
    assert!(ran > 0 || !has("erl"), "{name} was not run");
}

fn tests_pass(name: &str) {
    let copy = project(name);
    let end = expected(name, "test-ends").unwrap();
    for runtime in runtimes() {
        let mut arguments = vec!["test"];
        arguments.extend(&runtime);
        let output = tindra(copy.path(), &arguments);
        let text = stdout(&output) + &stderr(&output);
        assert!(text.contains(end.trim_end()), "{name} {runtime:?}\n{text}");
        assert!(output.status.success(), "{name} {runtime:?}\n{text}");
    }
}

#[test]
fn article_list() {
    runs("article-list");
}

#[test]
fn article_otp() {
    runs("article-otp");
}

#[test]
fn article_otp_legacy() {
    runs("article-otp-legacy");
}

#[test]
fn ffi() {
    runs("ffi");
}

#[test]
fn ffi_contract() {
    runs("ffi-contract");
}

#[test]
fn echo() {
    runs("echo");
}

#[test]
fn failures() {
    runs("failures");
}

#[test]
fn bank() {
    runs("bank");
    tests_pass("bank");
}

#[test]
fn otp_nodes() {
    runs("otp-nodes");
}

#[test]
fn otp_introspection() {
    runs("otp-introspection");
}

#[test]
fn otp_door() {
    runs("otp-door");
}

#[test]
fn otp_counter() {
    runs("otp-counter");
}

#[test]
fn otp_application() {
    runs("otp-application");
}

#[test]
fn ets_cache() {
    runs("ets-cache");
}

#[test]
fn mnesia_bank() {
    runs("mnesia-bank");
}

#[test]
fn telemetry_spans() {
    runs("telemetry-spans");
}

#[test]
fn deep_recursion() {
    runs("deep-recursion");
}

#[test]
fn the_language() {
    tests_pass("language");
}

#[test]
fn several_packages_by_path() {
    runs("workspace/app");
}

#[test]
fn pages_are_built() {
    for name in ["article-lustre-counter", "todomvc"] {
        let copy = project(name);
        let output = tindra(copy.path(), &["build"]);
        assert!(output.status.success(), "{name}\n{}", stderr(&output));
        let package = name.replace('-', "_");
        let module = format!("build/tindra/dev/javascript/{package}/{package}.mjs");
        assert!(copy.path().join(&module).is_file(), "{module} is missing");
    }
}

#[test]
fn errors_of_three_modules_are_told_in_one_run() {
    let copy = project("broken");
    let output = tindra(copy.path(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    let found = stderr(&output);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(
            root().join("test-projects/broken/expected/problems"),
            &found,
        )
        .unwrap();
    }
    assert_eq!(found, expected("broken", "problems").unwrap_or_default());
    for module in [
        "src/broken.gleam",
        "src/broken/names.gleam",
        "src/broken/syntax.gleam",
    ] {
        assert!(found.contains(module), "{module} is not named:\n{found}");
    }
    assert!(!Path::new(&copy.path().join("build/tindra/dev/erlang/broken/ebin")).exists());
}
