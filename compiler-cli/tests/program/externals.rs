//! Warnings about foreign functions that do not exist.

use std::path::Path;

use crate::support::{app, has, stderr, tindra, write};

const CODES: [&str; 3] = ["T0522", "T0523", "T0524"];

/// A module with a foreign function of one argument.
fn module(target: &str, module: &str, function: &str) -> String {
    format!(
        "@external({target}, \"{module}\", \"{function}\")\nfn f(x: Int) -> Int\n\n\
         pub fn main() {{\n  f(1)\n}}\n"
    )
}

/// What a command says, which succeeds whatever it warns of.
fn said(folder: &Path, command: &str, target: &str) -> String {
    let output = tindra(folder, &[command, "--target", target]);
    let found = stderr(&output);
    assert!(output.status.success(), "{found}");
    found
}

fn is_silent(found: &str) -> bool {
    !CODES.iter().any(|code| found.contains(code))
}

const ERLANG: &str = "-module(native).\n-export([one/1, both/1, both/3]).\n-export_type([t/0]).\n\
                      one(X) -> X.\nboth(X) -> X.\nboth(X, _, _) -> X.\nhidden(X) -> X.\n";
const GLEAM: &str = "pub fn one(x: Int) { x + hidden(x) }\n\npub fn two(x: Int, y: Int) { x + y }\n\n\
                     fn hidden(x: Int) { x }\n";

#[test]
fn erlang_files_and_gleam_modules_are_looked_at() {
    let cases = [
        ("native", "one", "", ""),
        ("native", "both", "", ""),
        ("native", "module_info", "", ""),
        ("native", "onne", "T0522", "Did you mean `one`?"),
        ("native", "hidden", "T0522", "exports no `hidden`"),
        ("deep@er", "one", "", ""),
        ("deep@er", "two", "T0523", "`two/2`, not `two/1`"),
        ("deep@er", "hidden", "T0522", "exports no `hidden`"),
        // Nobody knows what these are, or `check` does not ask.
        ("Elixir.Enum", "count", "", ""),
        ("lists", "nothing", "", ""),
    ];
    for (name, function, code, words) in cases {
        let folder = app(&module("erlang", name, function));
        write(folder.path(), "src/native.erl", ERLANG);
        write(folder.path(), "src/deep/er.gleam", GLEAM);
        // The second run remembers.
        for _ in 0..2 {
            let found = said(folder.path(), "check", "erlang");
            assert_eq!(
                is_silent(&found),
                code.is_empty(),
                "{name} {function}: {found}"
            );
            assert!(found.contains(code) && found.contains(words), "{found}");
        }
    }
}

#[test]
fn all_arities_that_there_are_are_named() {
    let folder = app("@external(erlang, \"native\", \"both\")\npub fn f(x: Int, y: Int) -> Int\n");
    write(folder.path(), "src/native.erl", ERLANG);
    let found = said(folder.path(), "check", "erlang");
    assert!(
        found.contains("`both/1` and `both/3`, not `both/2`"),
        "{found}"
    );
    assert!(found.contains("src/app.gleam:1:29"), "{found}");
}

#[test]
fn javascript_files_are_looked_at() {
    let cases = [
        ("./native.mjs", "one", "", ""),
        ("./native.mjs", "onne", "T0522", "Did you mean `one`?"),
        ("./native.mjs", "starred", "", ""),
        ("./apart.mjs", "unknown", "", ""),
        ("./outside.mjs", "unknown", "", ""),
        ("./none.mjs", "one", "T0524", "no such file"),
        ("./deep/er.mjs", "one", "", ""),
        ("./deep/er.mjs", "hidden", "T0522", "exports no `hidden`"),
        ("./gleam.mjs", "toList", "", ""),
        ("./gleam.mjs", "toLists", "T0522", "Did you mean `toList`?"),
        ("node:fs", "unknown", "", ""),
        ("../gleam_stdlib/dict.mjs", "surely_unknown", "T0522", ""),
    ];
    for (name, function, code, words) in cases {
        let folder = app(&module("javascript", name, function));
        let native = "export const one = (x) => x;\nexport * from \"./more/starred.mjs\";\n";
        write(folder.path(), "src/native.mjs", native);
        let starred =
            "export function starred(x) { return x; }\nexport * from \"../native.mjs\";\n";
        write(folder.path(), "src/more/starred.mjs", starred);
        write(
            folder.path(),
            "src/apart.mjs",
            "export const { a, b } = c;\n",
        );
        write(
            folder.path(),
            "src/outside.mjs",
            "export * from \"package\";\n",
        );
        write(folder.path(), "src/deep/er.gleam", GLEAM);
        let found = said(folder.path(), "check", "javascript");
        assert_eq!(
            is_silent(&found),
            code.is_empty(),
            "{name} {function}: {found}"
        );
        assert!(found.contains(code) && found.contains(words), "{found}");
    }
}

#[test]
fn a_file_that_changes_is_noticed() {
    let folder = app(&module("javascript", "./native.mjs", "one"));
    for (text, silent) in [
        ("export function one(x) { return x }\n", true),
        ("export function two(x) { return x }\n", false),
        ("export { two as one }; const two = 1;\n", true),
    ] {
        write(folder.path(), "src/native.mjs", text);
        for command in ["check", "build", "build"] {
            let found = said(folder.path(), command, "javascript");
            assert_eq!(is_silent(&found), silent, "{text} {command}: {found}");
        }
    }
}

#[test]
fn the_setting_and_warnings_as_errors() {
    let folder = app(&module("javascript", "./none.mjs", "one"));
    let arguments = ["build", "--target", "javascript", "--warnings-as-errors"];
    let built = tindra(folder.path(), &arguments);
    assert!(
        built.status.success() && !is_silent(&stderr(&built)),
        "{}",
        stderr(&built)
    );
    let config = std::fs::read_to_string(folder.path().join("gleam.toml")).unwrap();
    let config = format!("{config}\n[tools.tindra]\ncheck-externals = false\n");
    write(folder.path(), "gleam.toml", &config);
    assert!(is_silent(&said(folder.path(), "check", "javascript")));
}

#[test]
fn a_build_for_the_beam_knows_erlangs_own_modules() {
    if !has("erl") {
        return;
    }
    let source = "@external(erlang, \"lists\", \"reverse\")
pub fn good(list: List(a)) -> List(a)

@external(erlang, \"lists\", \"revers\")
pub fn slip(list: List(a)) -> List(a)

@external(erlang, \"erlang\", \"element\")
pub fn few(tuple: a) -> b

@external(erlang, \"erlang\", \"+\")
pub fn add(a: Int, b: Int) -> Int

@external(erlang, \"no_such_module\", \"f\")
pub fn unknown() -> Int

pub fn main() {
  Nil
}
";
    let folder = app(source);
    for _ in 0..2 {
        let found = said(folder.path(), "build", "erlang");
        assert!(found.contains("Did you mean `reverse`?"), "{found}");
        assert!(found.contains("`element/2`, not `element/1`"), "{found}");
        let count = |code| found.matches(code).count();
        assert_eq!(
            (count("T0522"), count("T0523"), count("T0524")),
            (1, 1, 0),
            "{found}"
        );
    }
}
