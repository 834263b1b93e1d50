//! Files in other languages, and failures that reach the runtime.

use crate::support::{app, has, stderr, stdout, tindra, write};

const NOTHING: &str = "pub fn main() {\n  Nil\n}\n";

#[test]
fn files_that_would_take_a_modules_place_are_named() {
    let erlang = "-module(x).\n";
    let cases = [
        ("src/app.mjs", "export {};\n", "src/app.gleam"),
        ("src/app.erl", erlang, "src/app.gleam"),
        ("src/deep@er.erl", erlang, "src/deep/er.gleam"),
        ("src/deep/er.mjs", "export {};\n", "src/deep/er.gleam"),
        ("test/foreign.mjs", "export {};\n", "src/foreign.mjs"),
        ("src/other/native.erl", erlang, "src/native.erl"),
    ];
    for (path, text, first) in cases {
        let folder = app(NOTHING);
        write(folder.path(), "src/deep/er.gleam", NOTHING);
        write(folder.path(), "src/foreign.mjs", "export {};\n");
        write(folder.path(), "src/native.erl", "-module(native).\n");
        write(folder.path(), path, text);
        let checked = tindra(folder.path(), &["check"]);
        let found = stderr(&checked);
        assert_eq!(checked.status.code(), Some(1), "{path}\n{found}");
        assert!(found.contains("T0506"), "{found}");
        assert!(found.contains(path) && found.contains(first), "{found}");
    }
}

#[test]
fn the_name_of_the_prelude_is_taken() {
    let folder = app(NOTHING);
    write(folder.path(), "src/gleam.gleam", NOTHING);
    let checked = tindra(folder.path(), &["check"]);
    let found = stderr(&checked);
    assert_eq!(checked.status.code(), Some(1), "{found}");
    assert!(found.contains("error[T0514]"), "{found}");
}

/// What a program says that fails, as far as all runtimes agree.
const FAILING: &str = "pub type Pair {
  Pair(left: Int, right: String)
}

@external(erlang, \"lists\", \"last\")
@external(javascript, \"./last.mjs\", \"last\")
fn last(list: List(a)) -> a

pub fn main() {
  assert last([Pair(1, \"x\")]) == Pair(2, \"y\") as \"they differ\"
}
";

#[test]
fn failures_show_what_they_hold() {
    let folder = app(FAILING);
    write(
        folder.path(),
        "src/last.mjs",
        "export const last = (list) => [...list].at(-1);\n",
    );
    let mut cases = vec![("embedded", vec!["Pair { left: 1, right: \"x\" }"])];
    if has("node") {
        cases.push(("nodejs", vec!["Pair { left: 1, right: 'x' }"]));
    }
    for (runtime, wanted) in cases {
        let ran = tindra(
            folder.path(),
            &["run", "--target", "js", "--runtime", runtime],
        );
        let found = stderr(&ran);
        assert_eq!(ran.status.code(), Some(1), "{found}");
        for part in wanted.into_iter().chain([
            "Error: they differ",
            "line: 10,",
            "start: 178,",
            "end: 221,",
            "at main (",
        ]) {
            assert!(found.contains(part), "{runtime}: {part}\n{found}");
        }
        assert!(stdout(&ran).is_empty());
    }
    if has("erl") {
        let ran = tindra(folder.path(), &["run", "--target", "erlang"]);
        let found = stderr(&ran);
        assert_eq!(ran.status.code(), Some(1), "{found}");
        for part in [
            "they differ",
            "{pair,1,<<\"x\">>}",
            "{pair,2,<<\"y\">>}",
            "src/app.gleam:10",
        ] {
            assert!(found.contains(part), "{part}\n{found}");
        }
    }
}

#[test]
fn declarations_come_and_go_with_their_setting() {
    let folder = app("import gleam/list\n\npub fn main() {\n  list.length([])\n}\n");
    let config = std::fs::read_to_string(folder.path().join("gleam.toml")).unwrap();
    let wanted = format!("{config}\n[javascript]\ntypescript_declarations = true\n");
    let output = folder.path().join("build/tindra/dev/javascript");
    let files = [
        "prelude.d.mts",
        "app/gleam.d.mts",
        "app/app.d.mts",
        "gleam_stdlib/gleam/list.d.mts",
    ];
    for (config, present) in [(&wanted, true), (&config, false), (&wanted, true)] {
        write(folder.path(), "gleam.toml", config);
        // The second build has nothing to do, and leaves the files alone.
        for _ in 0..2 {
            let built = tindra(folder.path(), &["build", "--target", "javascript"]);
            assert!(built.status.success(), "{}", stderr(&built));
            for file in files {
                assert_eq!(output.join(file).is_file(), present, "{file}");
            }
        }
        let code = std::fs::read_to_string(output.join("app/app.mjs")).unwrap();
        let reference = "/// <reference types=\"./app.d.mts\" />\n";
        assert_eq!(code.starts_with(reference), present, "{code}");
    }
}
