//! What is done again after a change: counts, by `--timings`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use generator::Layered;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{has, stderr, tindra, write};

/// How many modules the larger projects have.
const MODULES: usize = 100;

/// A project of modules in layers, all of which import `base`.
fn layered(modules: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let config =
        "name = \"layered\"\nversion = \"1.0.0\"\n\n[dependencies]\ngleam_stdlib = \">= 0.0.0\"\n";
    write(folder.path(), "gleam.toml", config);
    for (path, text) in (Layered { modules }).files() {
        write(folder.path(), &path, &text);
    }
    folder
}

/// What a command did, by its own account.
struct Done(Value);

impl Done {
    fn run(folder: &Path, arguments: &[&str]) -> Self {
        let arguments = [arguments, &["--timings"]].concat();
        let output = tindra(folder, &arguments);
        assert!(output.status.success(), "{}", stderr(&output));
        let text = fs::read_to_string(folder.join("build/tindra/timings.json")).unwrap();
        Self(serde_json::from_str(&text).unwrap())
    }

    /// To what a phase was applied.
    fn of(&self, phase: &str) -> BTreeSet<String> {
        let all = self.0["phases"][phase]["of"].as_array().unwrap();
        let names: BTreeSet<String> = all
            .iter()
            .map(|name| name.as_str().unwrap().to_string())
            .collect();
        assert_eq!(
            names.len() as u64,
            self.0["phases"][phase]["count"].as_u64().unwrap()
        );
        names
    }
}

fn check(folder: &Path) -> BTreeSet<String> {
    let done = Done::run(folder, &["check"]);
    let analysed = done.of("analyse");
    assert_eq!(analysed, done.of("parse"));
    analysed
}

fn edit(folder: &Path, path: &str, from: &str, to: &str) {
    let path = folder.join(path);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(ToString::to_string).collect()
}

#[test]
fn only_what_a_change_can_be_seen_from_is_analysed_again() {
    let folder = layered(MODULES);
    let folder = folder.path();
    let first = check(folder);
    assert!(first.len() >= MODULES + 2, "{}", first.len());
    assert_eq!(check(folder), names(&[]));

    // A comment, and a body.
    edit(
        folder,
        "src/base.gleam",
        "pub const limit",
        "// How far it goes.\npub const limit",
    );
    assert_eq!(check(folder), names(&["base"]));
    edit(
        folder,
        "src/base.gleam",
        "[] -> second",
        "[] -> {\n      second\n    }",
    );
    assert_eq!(check(folder), names(&["base"]));

    // What nobody uses yet, and documentation.
    edit(
        folder,
        "src/base.gleam",
        "pub const greeting",
        "pub const unused = 1\n\n/// Says hello.\npub const greeting",
    );
    assert_eq!(check(folder), names(&["base"]));

    // A public type, used by some: those that import the module go through its shape.
    let changed = "src/layer0/part4.gleam";
    let (first, second) = ("name: String", "kind: Option(String)");
    edit(
        folder,
        changed,
        &format!("Named1({first}, {second})"),
        &format!("Named1({second}, {first})"),
    );
    assert_eq!(check(folder), names(&["layer0/part4"]));
    let users = importers(folder, "layer0/part4");
    assert!((1..20).contains(&users.len()), "{users:?}");
    let fields = "Rectangle0(tag: tag, width: Float, height: Float";
    edit(folder, changed, fields, &format!("{fields}, depth: Float"));
    let pattern = "Rectangle0(tag:, width:, height:";
    edit(folder, changed, pattern, &format!("{pattern}, depth:"));
    let made = "Rectangle0(tag:, width: width *. factor";
    edit(folder, changed, made, &format!("{made}, depth:"));
    for user in &users {
        let path = format!("src/{user}.gleam");
        let made = "part4.Rectangle0(tag: 1";
        edit(folder, &path, made, &format!("{made}, depth: 1.0"));
    }
    let mut expected = users.clone();
    expected.insert("layer0/part4".to_string());
    assert_eq!(check(folder), expected);
}

/// The modules with an import of another.
fn importers(folder: &Path, module: &str) -> BTreeSet<String> {
    let import = format!("import {module}\n");
    let all = (0..MODULES).map(Layered::name);
    all.filter(|name| {
        let text = fs::read_to_string(folder.join(format!("src/{name}.gleam")));
        text.unwrap().contains(&import)
    })
    .collect()
}

#[test]
fn a_type_that_is_seen_through_another_module_counts() {
    let folder = layered(1);
    let folder = folder.path();
    write(
        folder,
        "src/one.gleam",
        "pub type A {\n  A(x: Int)\n}\n\npub fn a() {\n  A(1)\n}\n",
    );
    write(
        folder,
        "src/two.gleam",
        "import one\n\npub fn b() {\n  one.a()\n}\n",
    );
    write(
        folder,
        "src/three.gleam",
        "import two\n\npub fn c() {\n  two.b().x\n}\n",
    );
    write(
        folder,
        "src/four.gleam",
        "import two\n\npub fn d() {\n  two.b()\n}\n",
    );
    write(
        folder,
        "src/five.gleam",
        "import three\n\npub fn e() {\n  three.c()\n}\n",
    );
    check(folder);
    edit(folder, "src/one.gleam", "A(x: Int)", "A(x: Float)");
    edit(folder, "src/one.gleam", "A(1)", "A(1.0)");
    assert_eq!(check(folder), names(&["one", "three", "five"]));
}

#[test]
fn constants_count_by_their_values() {
    let folder = layered(1);
    let folder = folder.path();
    write(
        folder,
        "src/one.gleam",
        "pub const one = 1\n\npub const other = 2\n",
    );
    write(
        folder,
        "src/two.gleam",
        "import one\n\npub const both = [one.one, 3]\n",
    );
    write(
        folder,
        "src/three.gleam",
        "import two\n\npub fn c() {\n  two.both\n}\n",
    );
    write(
        folder,
        "src/four.gleam",
        "import one\n\npub fn d() {\n  one.other\n}\n",
    );
    check(folder);
    edit(folder, "src/one.gleam", "one = 1", "one = 10");
    assert_eq!(check(folder), names(&["one", "two", "three"]));
}

#[test]
fn a_new_module_is_found_by_who_looked_for_it() {
    let folder = layered(1);
    let folder = folder.path();
    write(
        folder,
        "src/two.gleam",
        "import one\n\npub fn b() {\n  one.a()\n}\n",
    );
    assert!(!tindra(folder, &["check"]).status.success());
    write(folder, "src/one.gleam", "pub fn a() {\n  1\n}\n");
    assert_eq!(check(folder), names(&["one", "two"]));
}

#[test]
fn builds_generate_what_changed_and_what_sees_it() {
    let mut targets = vec!["javascript"];
    targets.extend(has("erl").then_some("erlang"));
    for target in targets {
        let folder = layered(20);
        let folder = folder.path();
        let build = || Done::run(folder, &["build", "--target", target]);
        let first = build();
        assert!(first.of("generate").len() >= 22);
        let nothing = build();
        for phase in ["parse", "analyse", "generate", "erlang", "wait"] {
            assert_eq!(nothing.of(phase), names(&[]), "{phase}");
        }
        edit(
            folder,
            "src/base.gleam",
            "pub const limit",
            "// How far it goes.\npub const limit",
        );
        let again = build();
        assert_eq!(again.of("analyse"), names(&["base"]));
        assert_eq!(again.of("generate"), names(&["base"]));
        if target == "erlang" {
            assert_eq!(again.of("erlang"), names(&["src/base.gleam"]));
        }
        // The results of a build are those of a check.
        let check = Done::run(folder, &["check", "--target", target]);
        assert_eq!(check.of("analyse"), names(&[]));
    }
}
