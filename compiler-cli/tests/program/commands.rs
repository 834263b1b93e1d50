//! The command line: messages, exit codes, and what is left on disk.

use std::fs;

use crate::support::{app, command, has, stderr, stdout, tindra, write};

const HELLO: &str = "import gleam/io\n\npub fn main() {\n  io.println(\"hello\")\n}\n";
const JAVASCRIPT: &[&str] = &["--target", "javascript"];

// Covers: E:OutputFilesAlreadyExist
#[test]
fn a_new_project_runs_and_tests() {
    let folder = tempfile::tempdir().unwrap();
    let made = tindra(folder.path(), &["new", "wibble", "--skip-git"]);
    assert!(made.status.success(), "{}", stderr(&made));
    assert!(stdout(&made).contains("wibble has been successfully created"));
    let project = folder.path().join("wibble");
    let ran = tindra(
        &project,
        &["run", "--target", "js", "--runtime", "embedded"],
    );
    assert_eq!(stdout(&ran), "Hello from wibble!\n", "{}", stderr(&ran));
    let tested = tindra(
        &project,
        &["test", "--target", "js", "--runtime", "embedded"],
    );
    assert!(
        tested.status.success(),
        "{}{}",
        stdout(&tested),
        stderr(&tested)
    );
    let again = tindra(folder.path(), &["new", "wibble", "--skip-git"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(
        stderr(&again).contains("Files exist already"),
        "{}",
        stderr(&again)
    );
    let bad = tindra(folder.path(), &["new", "Wibble-Wobble"]);
    assert!(
        stderr(&bad).contains("--name wibble_wobble"),
        "{}",
        stderr(&bad)
    );
}

#[test]
fn a_failing_test_fails_the_run() {
    let folder = tempfile::tempdir().unwrap();
    tindra(folder.path(), &["new", "wibble", "--skip-git"]);
    let project = folder.path().join("wibble");
    write(
        &project,
        "test/wibble_test.gleam",
        "import gleeunit\n\npub fn main() {\n  gleeunit.main()\n}\n\npub fn sum_test() {\n  assert 1 + 1 == 3\n}\n",
    );
    let mut runtimes = vec!["embedded"];
    runtimes.extend(has("node").then_some("nodejs"));
    for runtime in runtimes {
        let tested = tindra(&project, &["test", "--target", "js", "--runtime", runtime]);
        let text = stdout(&tested) + &stderr(&tested);
        assert_eq!(tested.status.code(), Some(1), "{text}");
        assert!(text.contains("wibble_test.gleam:8"), "{text}");
    }
    if has("erl") {
        let tested = tindra(&project, &["test", "--target", "erlang"]);
        let text = stdout(&tested) + &stderr(&tested);
        assert_eq!(tested.status.code(), Some(1), "{text}");
        assert!(text.contains("wibble_test.gleam:8"), "{text}");
    }
}

#[test]
fn the_second_build_does_nothing_and_says_so() {
    let mut targets = vec!["javascript"];
    targets.extend(has("erl").then_some("erlang"));
    for target in targets {
        let folder = app(HELLO);
        let first = tindra(folder.path(), &["build", "--target", target]);
        assert!(first.status.success(), "{}", stderr(&first));
        assert!(
            stderr(&first).contains("Compiling app"),
            "{}",
            stderr(&first)
        );
        let second = tindra(folder.path(), &["build", "--target", target]);
        assert!(second.status.success());
        assert!(
            !stderr(&second).contains("Compiling"),
            "{}",
            stderr(&second)
        );
        assert!(
            stderr(&second).contains("up to date"),
            "{}",
            stderr(&second)
        );
    }
}

#[test]
fn only_what_changed_is_compiled() {
    let folder = app("import lib\n\npub fn main() {\n  lib.x()\n}\n");
    write(folder.path(), "src/lib.gleam", "pub fn x() {\n  1\n}\n");
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    let output = folder
        .path()
        .join("build/tindra/dev/javascript/app/app.mjs");
    let before = fs::metadata(&output).unwrap().modified().unwrap();
    write(folder.path(), "src/lib.gleam", "pub fn x() {\n  2\n}\n");
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    assert_eq!(fs::metadata(&output).unwrap().modified().unwrap(), before);
    let lib = folder
        .path()
        .join("build/tindra/dev/javascript/app/lib.mjs");
    assert!(fs::read_to_string(lib).unwrap().contains("return 2"));
    write(
        folder.path(),
        "src/lib.gleam",
        "pub fn x() {\n  \"two\"\n}\n",
    );
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    let checked = tindra(folder.path(), &["check", "-t", "js"]);
    assert!(
        stderr(&checked).contains("up to date"),
        "{}",
        stderr(&checked)
    );
}

#[test]
fn removed_modules_leave_nothing_behind() {
    let folder = app(HELLO);
    write(folder.path(), "src/old.gleam", "pub fn x() {\n  1\n}\n");
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    let old = folder
        .path()
        .join("build/tindra/dev/javascript/app/old.mjs");
    assert!(old.is_file());
    fs::remove_file(folder.path().join("src/old.gleam")).unwrap();
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    assert!(!old.exists());
}

#[test]
fn an_error_is_shown_and_the_good_build_stays() {
    let folder = app(HELLO);
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    let output = folder
        .path()
        .join("build/tindra/dev/javascript/app/app.mjs");
    let good = fs::read(&output).unwrap();
    write(
        folder.path(),
        "src/app.gleam",
        "pub fn main() {\n  1 + \"two\"\n}\n",
    );
    let failed = tindra(folder.path(), &["build", "-t", "js"]);
    let text = stderr(&failed);
    assert_eq!(failed.status.code(), Some(1), "{text}");
    assert!(text.contains("src/app.gleam:2:7"), "{text}");
    assert!(text.contains("1 error"), "{text}");
    assert_eq!(fs::read(&output).unwrap(), good);
}

// Covers: inference.main
#[test]
fn what_is_missing_is_said_once() {
    let empty = tempfile::tempdir().unwrap();
    let text = stderr(&tindra(empty.path(), &["build"]));
    assert!(text.contains("Project not found"), "{text}");
    let folder = app("fn main() {\n  1\n}\n\npub fn used() {\n  main()\n}\n");
    let cases: [(&[&str], &str); 3] = [
        (
            &["run", "-t", "js", "-m", "nowhere"],
            "Module does not exist",
        ),
        (&["run", "-t", "js"], "Main function is private"),
        (&["test", "-t", "js"], "Module does not exist"),
    ];
    for (arguments, title) in cases {
        let output = tindra(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert_eq!(
            stderr(&output).matches(title).count(),
            1,
            "{}",
            stderr(&output)
        );
    }
    write(folder.path(), "src/app.gleam", "pub fn main(x) {\n  x\n}\n");
    let text = stderr(&tindra(folder.path(), &["run", "-t", "js"]));
    assert!(
        text.contains("takes 1 arguments") || text.contains("wrong arity"),
        "{text}"
    );
    write(folder.path(), "src/app.gleam", "pub const x = 1\n");
    let text = stderr(&tindra(folder.path(), &["run", "-t", "js"]));
    assert!(text.contains("no main function"), "{text}");
}

// Covers: E:ShellProgramNotFound
#[test]
fn missing_programs_are_named() {
    let folder = app(HELLO);
    for (arguments, name) in [
        (&["build", "-t", "erlang"][..], "`erl`"),
        (&["run", "-t", "js", "--runtime", "nodejs"], "`node`"),
    ] {
        let output = command(folder.path(), arguments)
            .env("PATH", "/nowhere")
            .output()
            .unwrap();
        let text = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(
            text.contains("Program not found") && text.contains(name),
            "{text}"
        );
    }
    // With no runtime installed at all, programs still run.
    let output = command(folder.path(), &["run", "-t", "js"])
        .env("PATH", "/nowhere")
        .output()
        .unwrap();
    assert_eq!(stdout(&output), "hello\n", "{}", stderr(&output));
}

#[test]
fn commands_work_from_folders_below() {
    let folder = app(HELLO);
    let output = tindra(
        &folder.path().join("src"),
        &["run", "-t", "js", "--runtime", "embedded"],
    );
    assert_eq!(stdout(&output), "hello\n", "{}", stderr(&output));
    assert!(
        tindra(&folder.path().join("src"), &["clean"])
            .status
            .success()
    );
    assert!(!folder.path().join("build/tindra").exists());
}

#[test]
fn vendored_packages_win_and_versions_are_checked() {
    let folder = app("import wibble\n\npub fn main() {\n  wibble.x()\n}\n");
    let config = "name = \"app\"\n[dependencies]\nwibble = \">= 2.0.0 and < 3.0.0\"\n";
    write(folder.path(), "gleam.toml", config);
    let text = stderr(&tindra(folder.path(), &["build", "-t", "js"]));
    assert!(
        text.contains("Dependencies not found") && text.contains("`wibble`"),
        "{text}"
    );
    write(
        folder.path(),
        "vendor/w/gleam.toml",
        "name = \"wibble\"\nversion = \"1.0.0\"\n",
    );
    write(
        folder.path(),
        "vendor/w/src/wibble.gleam",
        "pub fn x() {\n  Nil\n}\n",
    );
    let built = tindra(
        folder.path(),
        &["build", "-t", "js", "--packages", "vendor"],
    );
    assert!(built.status.success(), "{}", stderr(&built));
    assert!(
        stderr(&built).contains("Version does not fit"),
        "{}",
        stderr(&built)
    );
}

#[test]
fn forms_are_printed() {
    let folder = app("pub fn main() {\n  1 + 2\n}\n");
    let core = stdout(&tindra(folder.path(), &["build", "--emit", "core"]));
    assert!(core.contains("module 'app'"), "{core}");
    let script = stdout(&tindra(
        folder.path(),
        &["build", "--emit", "javascript", "-m", "app"],
    ));
    assert!(script.contains("export function main()"), "{script}");
    let ir = stdout(&tindra(folder.path(), &["build", "--emit", "ir"]));
    assert!(ir.contains("main"), "{ir}");
}

#[test]
fn warnings_can_be_errors() {
    let folder = app("pub fn main() {\n  let x = 1\n  2\n}\n");
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    // From the cache, too.
    let mut arguments = vec!["build", "--warnings-as-errors"];
    arguments.extend(JAVASCRIPT);
    let failed = tindra(folder.path(), &arguments);
    assert_eq!(failed.status.code(), Some(1));
    assert!(
        stderr(&failed).contains("src/app.gleam:2:7"),
        "{}",
        stderr(&failed)
    );
}

#[test]
fn modules_of_erlang_are_not_replaced() {
    let folder = app("pub fn main() {\n  Nil\n}\n");
    write(folder.path(), "src/lists.gleam", "pub fn x() {\n  1\n}\n");
    let output = tindra(folder.path(), &["check", "-t", "erlang"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("src/lists.gleam:1:1"),
        "{}",
        stderr(&output)
    );
    assert!(
        tindra(folder.path(), &["check", "-t", "js"])
            .status
            .success()
    );
}

#[test]
fn settings_of_output_take_effect_at_once() {
    let folder = app(HELLO);
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    let map = folder
        .path()
        .join("build/tindra/dev/javascript/app/app.mjs.map");
    assert!(!map.exists());
    let config = fs::read_to_string(folder.path().join("gleam.toml")).unwrap();
    let mapped = format!("{config}\n[javascript]\nsource_maps = true\n");
    write(folder.path(), "gleam.toml", &mapped);
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    assert!(map.is_file());
    write(folder.path(), "gleam.toml", &config);
    assert!(
        tindra(folder.path(), &["build", "-t", "js"])
            .status
            .success()
    );
    assert!(!map.exists());
}

#[test]
fn files_that_cannot_take_part_are_named() {
    let folder = app(HELLO);
    write(
        folder.path(),
        "src/Wibble-1.gleam",
        "pub fn x() {\n  1\n}\n",
    );
    let checked = tindra(folder.path(), &["check", "-t", "js"]);
    assert!(checked.status.success(), "{}", stderr(&checked));
    assert!(
        stderr(&checked).contains("Wibble-1.gleam"),
        "{}",
        stderr(&checked)
    );
    write(folder.path(), "src/a/native.erl", "-module(native).\n");
    write(folder.path(), "src/b/native.erl", "-module(native).\n");
    let refused = tindra(folder.path(), &["check", "-t", "js"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        stderr(&refused).contains("Duplicate file"),
        "{}",
        stderr(&refused)
    );
}
