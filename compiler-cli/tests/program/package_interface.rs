//! What is exported about a package, for tools.

use std::fs;
use std::path::Path;

use crate::support::{app, stderr, stdout, tindra, write};

/// The JSON that a command writes, which has to have all of its text before it is done.
fn exported(folder: &Path, what: &str) -> String {
    let made = tindra(folder, &["export", what, "--out", "build/out.json"]);
    assert!(made.status.success(), "{}", stderr(&made));
    fs::read_to_string(folder.join("build/out.json")).unwrap()
}

#[test]
fn an_interface_says_what_is_public() {
    let folder = app(include_str!("package_interface/shop.gleam"));
    let folder = folder.path();
    write(
        folder,
        "gleam.toml",
        "name = \"shop\"\nversion = \"1.2.0-rc1\"\ngleam = \">= 1.9.0\"\n",
    );
    fs::rename(folder.join("src/app.gleam"), folder.join("src/shop.gleam")).unwrap();
    write(folder, "src/shop/internal/hidden.gleam", "pub type Hidden");
    write(folder, "test/shop_test.gleam", "pub fn main() -> Nil");
    let exact = exported(folder, "package-interface");
    // The second time nothing has to be checked, and the documentation is there all the same.
    assert_eq!(exact, exported(folder, "package-interface"));
    let expected = include_str!("package_interface/shop.json");
    let compact: String = expected.lines().map(compact).collect();
    assert_eq!(exact, compact);
}

/// A line of indented JSON as it is where nothing is indented.
fn compact(line: &str) -> String {
    let line = line.trim_start();
    match line.split_once("\": ") {
        Some((key, value)) => format!("{key}\":{value}"),
        None => line.to_string(),
    }
}

#[test]
fn what_has_errors_has_no_interface() {
    let folder = app("pub fn main() -> Int {\n  \"\"\n}\n");
    let arguments = ["export", "package-interface", "--out", "out.json"];
    let failed = tindra(folder.path(), &arguments);
    assert_eq!(failed.status.code(), Some(1));
    assert!(stderr(&failed).contains("Type mismatch"));
    assert!(!folder.path().join("out.json").exists());
}

#[test]
fn information_is_what_the_configuration_says_with_defaults() {
    let folder = app("pub fn main() -> Nil {\n  Nil\n}\n");
    let json = |toml: &str| -> serde_json::Value {
        write(folder.path(), "gleam.toml", toml);
        let text = exported(folder.path(), "package-information");
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["gleam.toml"].clone()
    };
    let least = json("name = \"app\"\n");
    assert_eq!(least["version"], "0.1.0");
    assert_eq!(least["target"], "erlang");
    assert!(least["gleam"].is_null() && least["internal_modules"].is_null());
    let names = serde_json::json!([]);
    assert_eq!(least["javascript"]["deno"]["allow_net"], names);
    let more = json(
        "name = \"app\"\nlicences = [\"MIT\"]\n\
         repository = { type = \"gitea\", host = \"h.org\", user = \"u\", repo = \"r\" }\n\
         links = [{ title = \"Home\", href = \"https://example.com\" }]\n\
         [dependencies]\na = \"~> 1.0\"\nb = { path = \"../b\" }\n\
         c = { git = \"g\", ref = \"main\" }\n[javascript.deno]\nallow_net = true\n",
    );
    assert_eq!(
        more["dependencies"],
        serde_json::json!({
            "a": { "version": "~> 1.0" },
            "b": { "path": "../b" },
            "c": { "git": "g", "ref": "main" },
        })
    );
    assert_eq!(more["repository"]["host"], "https://h.org/");
    assert!(more["repository"]["tag_prefix"].is_null());
    assert_eq!(more["links"][0]["href"], "https://example.com/");
    assert_eq!(more["javascript"]["deno"]["allow_net"], true);
}

#[test]
fn preludes_are_those_of_builds() {
    let folder = app("pub fn main() -> Nil {\n  Nil\n}\n");
    let toml = "name = \"app\"\ntarget = \"javascript\"\n\
                [javascript]\ntypescript_declarations = true\n";
    write(folder.path(), "gleam.toml", toml);
    let built = tindra(folder.path(), &["build"]);
    assert!(built.status.success(), "{}", stderr(&built));
    for (command, file) in [
        ("javascript-prelude", "prelude.mjs"),
        ("typescript-prelude", "prelude.d.mts"),
    ] {
        let path = folder.path().join("build/tindra/dev/javascript").join(file);
        let printed = stdout(&tindra(folder.path(), &["export", command]));
        assert_eq!(printed, fs::read_to_string(path).unwrap());
    }
}
