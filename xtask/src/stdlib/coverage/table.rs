//! `docs/stdlib-coverage.md`.

use std::fmt::Write;

use super::{Covered, Function};

/// The document.
pub(super) fn print(covered: &[Covered]) -> String {
    let mut out = String::from(
        "# Coverage of the standard library\n\n\
         Made by `cargo xtask stdlib-coverage`; not edited by hand. `cargo xtask doc-examples` runs the\n\
         examples of the documentation. A function has a test if a module of its package's `test` folder uses it.\n\n\
         | package | public functions | with an example | with a test | on Erlang | on JavaScript |\n\
         |---|--:|--:|--:|--:|--:|\n",
    );
    for package in covered {
        let functions: Vec<&Function> = package.functions.iter().collect();
        row(&mut out, &package.package, &functions);
    }
    let all = covered.iter().flat_map(|package| &package.functions);
    row(&mut out, "all", &all.collect::<Vec<_>>());
    out.push_str("\n## With an example and without a test\n\n");
    for package in covered {
        let untested = |it: &&Function| it.has_example && !it.has_test;
        list(&mut out, package, untested);
    }
    out.push_str("\n## With a test and without an example\n\n");
    for package in covered {
        let unshown = |it: &&Function| !it.has_example && it.has_test;
        list(&mut out, package, unshown);
    }
    out.push_str("\n## With neither\n\n");
    if covered
        .iter()
        .all(|package| package.missing().next().is_none())
    {
        out.push_str("None.\n");
    }
    for name in covered.iter().flat_map(Covered::missing) {
        let _ = writeln!(out, "- `{name}`");
    }
    out
}

fn row(out: &mut String, name: &str, functions: &[&Function]) {
    let count = |test: fn(&Function) -> bool| functions.iter().filter(|it| test(it)).count();
    let _ = writeln!(
        out,
        "| {name} | {} | {} | {} | {} | {} |",
        count(|_| true),
        count(|it| it.has_example),
        count(|it| it.has_test),
        count(|it| it.on_erlang),
        count(|it| it.on_javascript),
    );
}

/// The functions that are meant, in one line.
fn list(out: &mut String, package: &Covered, meant: impl Fn(&&Function) -> bool) {
    let functions = package.functions.iter().filter(meant);
    let names: Vec<String> = functions.map(|it| format!("`{}`", it.name)).collect();
    if !names.is_empty() {
        let _ = writeln!(out, "- {}: {}", package.package, names.join(", "));
    }
}
