//! Publishing, and what comes after it.

use std::fs;
use std::process::Command;

use packages::tarball;

use super::{Project, Server};
use crate::support::{has, stderr, write};

const METADATA: &str = "description = \"Wibbles\"\nlicences = [\"Apache-2.0\"]\nrepository = { type = \"github\", user = \"me\", repo = \"app\" }\n";

/// A project that may be published.
fn publishable(server: &Server) -> Project {
    let project = Project::new(server, "gleam_stdlib = \">= 0.44.0 and < 2.0.0\"");
    let config = format!("{METADATA}{}", project.read("gleam.toml"));
    write(&project.path(), "gleam.toml", &config);
    write(&project.path(), "README.md", "# app\n\nIt wibbles.\n");
    write(
        &project.path(),
        "src/app.gleam",
        "import gleam/list\n\npub type Wibble {\n  Wibble(name: String, size: Int)\n}\n\npub fn sizes(all: List(Wibble)) -> List(Int) {\n  list.map(all, fn(it) { it.size + 1 })\n}\n\npub fn element(a: Int, b: Int) -> Int {\n  a + b\n}\n",
    );
    write(
        &project.path(),
        "src/app/deep.gleam",
        "pub fn say(x) {\n  case x {\n    \"a\" <> rest -> Ok(rest)\n    _ -> Error(\"æ\")\n  }\n}\n",
    );
    project
}

#[test]
fn a_package_is_published_with_readable_erlang() {
    if !has("erl") {
        return;
    }
    let server = Server::start();
    let project = publishable(&server);
    let output = project
        .command(&["publish", "--yes"])
        .env("HEXPM_API_KEY", "secret")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let docs = server.change(|state| state.seen.pop().unwrap());
    assert_eq!(docs.path, "/api/packages/app/releases/1.0.0/docs");
    assert!(docs.body.starts_with(&[0x1F, 0x8B]));
    let seen = server.change(|state| state.seen.pop().unwrap());
    assert_eq!(
        (&*seen.method, &*seen.path),
        ("POST", "/api/publish?replace=false")
    );
    assert_eq!(seen.headers["authorization"], "secret");
    let archive = tarball::read("app", &seen.body).unwrap();
    let paths: Vec<_> = archive.files.keys().map(|path| path.as_str()).collect();
    for path in [
        "README.md",
        "gleam.toml",
        "src/app.app.src",
        "src/app.erl",
        "src/app@deep.erl",
        "src/app.gleam",
        "src/app/deep.gleam",
        "include/app_Wibble.hrl",
    ] {
        assert!(paths.contains(&path), "{path}: {paths:?}");
    }
    assert_eq!(archive.app.as_deref(), Some("app"));
    assert_eq!(
        archive.requirements["gleam_stdlib"].0,
        ">= 0.44.0 and < 2.0.0"
    );
    // Erlang's own compiler takes it.
    let folder = tempfile::tempdir().unwrap();
    for (path, file) in &archive.files {
        if path.extension() == Some("erl") {
            fs::write(folder.path().join(path.file_name().unwrap()), &file.bytes).unwrap();
        }
    }
    let compiled = Command::new("erlc")
        .args(["app.erl", "app@deep.erl"])
        .env("ERL_COMPILER_OPTIONS", "[warnings_as_errors]")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(
        compiled.status.success(),
        "{}",
        String::from_utf8_lossy(&compiled.stdout)
    );
    // The archive is the same whenever and wherever it is made.
    project.succeed(&["export", "hex-tarball"]);
    let first = fs::read(project.path().join("build/app-1.0.0.tar")).unwrap();
    assert_eq!(first, seen.body);
    let other = publishable(&server);
    let config = project.read("gleam.toml");
    write(&other.path(), "gleam.toml", &config);
    other.succeed(&["export", "hex-tarball"]);
    assert_eq!(
        first,
        fs::read(other.path().join("build/app-1.0.0.tar")).unwrap()
    );
}

#[test]
fn what_is_not_ready_is_not_published() {
    let server = Server::start();
    let fails = |change: &dyn Fn(&Project), words: &str| {
        let project = publishable(&server);
        change(&project);
        let said = project.fail(&["export", "hex-tarball"]);
        assert!(said.contains(words), "{words}: {said}");
    };
    let replace = |project: &Project, from: &str, to: &str| {
        let text = project.read("gleam.toml");
        assert!(text.contains(from));
        write(&project.path(), "gleam.toml", &text.replace(from, to));
    };
    let source = |project: &Project, text: &str| write(&project.path(), "src/app/deep.gleam", text);
    fails(
        &|it| replace(it, "\"Wibbles\"", "\"\""),
        "lacks `description`",
    );
    fails(
        &|it| replace(it, "licences = [\"Apache-2.0\"]\n", ""),
        "lacks `licences`",
    );
    fails(&|it| replace(it, "Apache-2.0", "my own"), "SPDX");
    fails(
        &|it| write(&it.path(), "README.md", " \n"),
        "no `README.md`",
    );
    fails(
        &|it| write(&it.path(), "README.md", "# app\n"),
        "as it was when",
    );
    fails(&|it| source(it, "pub fn f() { todo }\n"), "has a `todo`");
    fails(&|it| source(it, "pub fn f() { echo 1 }\n"), "has an `echo`");
    fails(&|it| source(it, "// nothing\n"), "is empty");
    fails(
        &|it| {
            write(
                &it.folder.path().join("near"),
                "gleam.toml",
                "name = \"near\"\n",
            );
            replace(
                it,
                "[dependencies]\n",
                "[dependencies]\nnear = { path = \"../near\" }\n",
            );
        },
        "depends on `near`",
    );
    #[cfg(unix)]
    fails(
        &|it| {
            write(it.folder.path(), "secret.txt", "secret");
            fs::create_dir_all(it.path().join("priv")).unwrap();
            std::os::unix::fs::symlink("../../secret.txt", it.path().join("priv/x")).unwrap();
        },
        "leads out of the project",
    );
}

#[test]
fn releases_and_owners_are_changed() {
    let server = Server::start();
    let project = Project::new(&server, "");
    let cases: [(&[&str], &str, &str); 7] = [
        (
            &[
                "hex",
                "retire",
                "--package",
                "a",
                "--version",
                "1.0.0",
                "--reason",
                "security",
                "leaks",
            ],
            "POST /api/packages/a/releases/1.0.0/retire",
            "{\"message\":\"leaks\",\"reason\":\"security\"}",
        ),
        (
            &["hex", "unretire", "--package", "a", "--version", "1.0.0"],
            "DELETE /api/packages/a/releases/1.0.0/retire",
            "",
        ),
        (
            &["hex", "revert"],
            "DELETE /api/packages/app/releases/1.0.0",
            "",
        ),
        (
            &["hex", "revert", "--package", "b", "--version", "2.0.0"],
            "DELETE /api/packages/b/releases/2.0.0",
            "",
        ),
        (
            &[
                "hex",
                "owner",
                "add",
                "--package",
                "a",
                "--user",
                "me@example.com",
            ],
            "PUT /api/packages/a/owners/me%40example.com",
            "{\"level\":\"maintainer\",\"transfer\":false}",
        ),
        (
            &[
                "hex",
                "owner",
                "transfer",
                "--package",
                "a",
                "--user",
                "you",
            ],
            "PUT /api/packages/a/owners/you",
            "{\"level\":\"full\",\"transfer\":true}",
        ),
        (
            &["docs", "remove", "--package", "a", "--version", "1.0.0"],
            "DELETE /api/packages/a/releases/1.0.0/docs",
            "",
        ),
    ];
    for (arguments, expected, body) in cases {
        let said = project.fail(arguments);
        assert!(said.contains("HEXPM_API_KEY"), "{said}");
        let output = project
            .command(arguments)
            .env("HEXPM_API_KEY", "k")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        let seen = server.change(|state| state.seen.pop().unwrap());
        assert_eq!(format!("{} {}", seen.method, seen.path), expected);
        assert_eq!(String::from_utf8_lossy(&seen.body), body);
    }
    // What the server says against it is told.
    server.change(|state| {
        let text = "{\"message\":\"Validation error\",\"errors\":{\"version\":\"has gone\"}}";
        state
            .refusals
            .insert("/api/packages/app".to_string(), (422, text.to_string()));
    });
    let output = project
        .command(&["hex", "revert"])
        .env("HEXPM_API_KEY", "k")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(
        said.contains("Validation error") && said.contains("version: has gone"),
        "{said}"
    );
}
