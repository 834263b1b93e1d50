//! What a project is given away as, and the commands that tell about the machine.

use std::fs;
use std::process::{Command, Output};

use crate::support::{app, has, stderr, stdout, tindra, write};

const ARGUMENTS: &str = "import argv\nimport gleam/io\nimport gleam/string\n\n\
    pub fn main() {\n  io.println(string.join(argv.load().arguments, \"|\"))\n}\n";

/// A program that prints its arguments, with tests and a development dependency.
fn program() -> tempfile::TempDir {
    let folder = app(ARGUMENTS);
    write(
        folder.path(),
        "gleam.toml",
        "name = \"app\"\nversion = \"1.0.0\"\n\n[dependencies]\n\
         argv = \">= 1.0.0 and < 2.0.0\"\ngleam_stdlib = \">= 0.44.0 and < 2.0.0\"\n\n\
         [dev_dependencies]\ngleeunit = \">= 1.0.0 and < 2.0.0\"\n",
    );
    write(
        folder.path(),
        "test/app_test.gleam",
        "pub fn main() {\n  Nil\n}\n",
    );
    write(folder.path(), "priv/notes.txt", "notes\n");
    folder
}

fn run(program: &std::path::Path, arguments: &[&str]) -> Output {
    Command::new(program).args(arguments).output().unwrap()
}

#[test]
fn a_shipment_holds_what_a_server_needs_and_no_more() {
    if !has("erl") {
        return;
    }
    let folder = program();
    let made = tindra(folder.path(), &["export", "erlang-shipment"]);
    assert!(made.status.success(), "{}", stderr(&made));
    let shipment = folder.path().join("build/erlang-shipment");
    assert_eq!(
        fs::read_to_string(shipment.join("app/priv/notes.txt")).unwrap(),
        "notes\n"
    );
    assert!(shipment.join("app/ebin/app.beam").is_file());
    assert!(!shipment.join("app/ebin/app_test.beam").exists());
    assert!(!shipment.join("gleeunit").exists());
    let application = fs::read_to_string(shipment.join("app/ebin/app.app")).unwrap();
    assert!(!application.contains("gleeunit"), "{application}");
    // It is moved to another place, without the project.
    let server = tempfile::tempdir().unwrap();
    let moved = server.path().join("ship ment");
    fs::rename(&shipment, &moved).unwrap();
    drop(folder);
    let entry = moved.join("entrypoint.sh");
    let ran = run(&entry, &["run", "one", "two three", "--flag"]);
    assert_eq!(stdout(&ran), "one|two three|--flag\n", "{}", stderr(&ran));
    let usage = run(&entry, &[]);
    assert_eq!(usage.status.code(), Some(1));
    assert!(stderr(&usage).contains("usage:"));
}

#[test]
fn an_escript_is_one_file_and_the_same_each_time() {
    if !has("escript") {
        return;
    }
    let folder = program();
    let export = || {
        let made = tindra(folder.path(), &["export", "escript"]);
        assert!(made.status.success(), "{}", stderr(&made));
        fs::read(folder.path().join("app")).unwrap()
    };
    let first = export();
    fs::remove_dir_all(folder.path().join("build")).unwrap();
    assert!(first == export(), "two escripts of one program differ");
    let elsewhere = tempfile::tempdir().unwrap();
    let script = elsewhere.path().join("app");
    fs::copy(folder.path().join("app"), &script).unwrap();
    drop(folder);
    let ran = run(&script, &["one", "two three", "--flag"]);
    assert_eq!(stdout(&ran), "one|two three|--flag\n", "{}", stderr(&ran));
}

#[test]
fn the_doctor_says_what_a_project_lacks() {
    let folder = app("pub fn main() {\n  Nil\n}\n");
    let empty = tempfile::tempdir().unwrap();
    let seen = crate::support::command(folder.path(), &["doctor"])
        .env("PATH", empty.path())
        .output()
        .unwrap();
    assert_eq!(seen.status.code(), Some(1));
    let text = stdout(&seen);
    assert!(text.contains("✗ erl: not found in PATH"), "{text}");
    assert!(text.contains("apt-get install erlang-nox"), "{text}");
    let nowhere = tindra(empty.path(), &["doctor"]);
    assert_eq!(nowhere.status.code(), Some(0), "{}", stdout(&nowhere));
    write(folder.path(), "gleam.toml", "name = 1\n");
    let broken = tindra(folder.path(), &["doctor"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(stderr(&broken).contains("error"), "{}", stderr(&broken));
}

#[test]
fn completions_know_all_commands() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish"] {
        let script = stdout(&tindra(folder.path(), &["completions", shell]));
        for word in ["build", "erlang-shipment", "warnings-as-errors"] {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
    }
}
