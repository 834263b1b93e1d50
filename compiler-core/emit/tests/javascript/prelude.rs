//! The run-time prelude, tested by a program in JavaScript.

use std::collections::BTreeSet;

use emit::javascript::{PRELUDE, PRELUDE_DECLARATIONS};

use crate::build::Build;
use crate::run::output;

/// The names that the lines of a module export.
fn exports(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("export "));
    let named = lines.filter_map(|line| {
        let line = line.strip_prefix("abstract ").unwrap_or(line);
        let (keyword, rest) = line.split_once(' ')?;
        let name = |char: char| char.is_alphanumeric() || char == '$';
        let end = rest.find(|char| !name(char)).unwrap_or(rest.len());
        (keyword != "type").then_some(&rest[..end])
    });
    named.collect()
}

#[test]
fn every_export_is_declared() {
    assert!(exports(PRELUDE).contains("List$NonEmpty$first"));
    assert_eq!(exports(PRELUDE), exports(PRELUDE_DECLARATIONS));
}

#[test]
fn the_prelude_does_what_it_says() {
    let output = output(&Build::new("main"));
    output.write("prelude.mjs", PRELUDE);
    output.write("test.mjs", include_str!("prelude.test.mjs"));
    let printed = output.run("test.mjs");
    assert!(printed.ends_with("all passed"), "{printed}");
}
