//! The run-time prelude, tested by a program in JavaScript.

use emit::javascript::PRELUDE;

use crate::build::Build;
use crate::run::output;

#[test]
fn the_prelude_does_what_it_says() {
    let output = output(&Build::new("main"));
    output.write("prelude.mjs", PRELUDE);
    output.write("test.mjs", include_str!("prelude.test.mjs"));
    let printed = output.run("test.mjs");
    assert!(printed.ends_with("all passed"), "{printed}");
}
