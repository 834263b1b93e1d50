//! What projects share on one machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use tempfile::TempDir;

use crate::support::{app, command, has, stderr, stdout};

const HELLO: &str = "import gleam/io\n\npub fn main() {\n  io.println(\"hello\")\n}\n";

/// The targets of this machine.
fn targets() -> Vec<&'static str> {
    let mut targets = vec!["javascript"];
    targets.extend(has("erl").then_some("erlang"));
    targets
}

/// Runs the project in `folder` with a cache of the test's own; it says hello.
fn run(folder: &Path, target: &str, cache: &Path) -> String {
    let mut arguments = vec!["run", "--target", target];
    if target == "javascript" {
        arguments.extend(["--runtime", "embedded"]);
    }
    let mut command = command(folder, &arguments);
    let output = command.env("TINDRA_CACHE_DIR", cache).output().unwrap();
    said_hello(&output)
}

fn said_hello(output: &Output) -> String {
    let told = stderr(output);
    assert!(output.status.success(), "{told}");
    assert_eq!(stdout(output), "hello\n", "{told}");
    told
}

/// Whether a run compiled the standard library.
fn compiled(told: &str) -> bool {
    assert!(told.contains("Compiling app"), "{told}");
    told.contains("Compiling gleam_stdlib")
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The files of a cache whose paths contain `part`.
fn entries(cache: &TempDir, part: &str) -> Vec<PathBuf> {
    let mut files = files_below(cache.path());
    files.retain(|path| path.to_str().unwrap().contains(part));
    assert!(!files.is_empty(), "{part}");
    files
}

#[test]
fn a_new_project_takes_over_what_another_one_made() {
    for target in targets() {
        let cache = tempfile::tempdir().unwrap();
        let (first, second) = (app(HELLO), app(HELLO));
        assert!(compiled(&run(first.path(), target, cache.path())));
        assert!(!compiled(&run(second.path(), target, cache.path())));
        let output = |folder: &TempDir| -> Vec<_> {
            let build = folder.path().join("build/tindra/dev").join(target);
            let build = build.join("gleam_stdlib");
            let files = files_below(&build).into_iter();
            let read =
                files.map(|path| (path.strip_prefix(&build).unwrap().into(), fs::read(&path)));
            read.map(|(path, bytes): (PathBuf, _)| (path, bytes.unwrap()))
                .collect()
        };
        assert!(output(&first) == output(&second), "{target}");
        // A project that was built needs no cache.
        drop(cache);
        let none = tempfile::tempdir().unwrap();
        let told = run(second.path(), target, none.path());
        assert!(told.contains("up to date"), "{told}");
    }
}

#[test]
fn checking_is_shared_as_well() {
    let cache = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let folder = app(HELLO);
        let mut command = command(folder.path(), &["check", "--target", "javascript"]);
        let output = command.env("TINDRA_CACHE_DIR", cache.path()).output();
        assert!(output.unwrap().status.success());
    }
    // Only interfaces are there, and a build goes on with them.
    assert!(
        !files_below(cache.path())
            .iter()
            .any(|path| { path.to_str().unwrap().contains("/output/") })
    );
    assert!(compiled(&run(
        app(HELLO).path(),
        "javascript",
        cache.path()
    )));
    assert!(!compiled(&run(
        app(HELLO).path(),
        "javascript",
        cache.path()
    )));
}

#[test]
fn damaged_entries_are_made_anew() {
    for target in targets() {
        let cache = tempfile::tempdir().unwrap();
        run(app(HELLO).path(), target, cache.path());
        // Without interfaces output is good enough still.
        for (part, compiles) in [("/interfaces/", false), ("/output/", true)] {
            let good: Vec<_> = entries(&cache, part)
                .into_iter()
                .map(|entry| (fs::read(&entry).unwrap(), entry))
                .collect();
            let turned = |bytes: &[u8]| {
                let mut bytes = bytes.to_vec();
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
                bytes
            };
            let cut = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
            for damage in [&turned as &dyn Fn(&[u8]) -> Vec<u8>, &cut, &|_| Vec::new()] {
                for (bytes, entry) in &good {
                    fs::write(entry, damage(bytes)).unwrap();
                }
                let told = run(app(HELLO).path(), target, cache.path());
                assert_eq!(compiled(&told), compiles, "{part} {told}");
                for (bytes, entry) in &good {
                    assert!(fs::read(entry).unwrap() == *bytes, "{}", entry.display());
                }
            }
        }
    }
}

#[test]
fn what_somebody_changed_in_a_build_folder_is_not_shared() {
    let cache = tempfile::tempdir().unwrap();
    let first = app(HELLO);
    run(first.path(), "javascript", cache.path());
    let output = entries(&cache, "/output/").remove(0);
    let good = fs::read(&output).unwrap();
    fs::remove_file(&output).unwrap();
    let build = first
        .path()
        .join("build/tindra/dev/javascript/gleam_stdlib/gleam");
    fs::write(build.join("set.mjs"), "export const changed = 1;").unwrap();
    fs::remove_file(build.join("io.mjs")).unwrap();
    run(first.path(), "javascript", cache.path());
    assert!(!output.is_file());
    run(app(HELLO).path(), "javascript", cache.path());
    assert!(fs::read(&output).unwrap() == good);
}

#[test]
fn changed_and_lost_files_of_bundled_packages_are_put_right() {
    let cache = tempfile::tempdir().unwrap();
    run(app(HELLO).path(), "javascript", cache.path());
    let io = entries(&cache, "/bundled/gleam_stdlib/src/gleam/io.gleam").remove(0);
    let list = entries(&cache, "/bundled/gleam_stdlib/src/gleam/list.gleam").remove(0);
    let text = fs::read_to_string(&io).unwrap();
    fs::write(&io, "pub fn broken( {").unwrap();
    fs::remove_file(&list).unwrap();
    assert!(!compiled(&run(
        app(HELLO).path(),
        "javascript",
        cache.path()
    )));
    assert_eq!(fs::read_to_string(&io).unwrap(), text);
    // As if the program had been killed while it wrote the files.
    let complete = entries(&cache, "/bundled/complete").remove(0);
    fs::remove_file(complete).unwrap();
    fs::write(&io, &text[..10]).unwrap();
    assert!(!compiled(&run(
        app(HELLO).path(),
        "javascript",
        cache.path()
    )));
    assert!(list.is_file());
}

#[test]
fn a_project_gets_along_without_a_cache() {
    let cache = tempfile::NamedTempFile::new().unwrap();
    let folder = app(HELLO);
    let told = run(folder.path(), "javascript", cache.path());
    assert!(compiled(&told) && !told.contains("warning"), "{told}");
    assert!(folder.path().join("build/tindra/bundled").is_dir());
    let folder = app(HELLO);
    let arguments = ["run", "--target", "javascript", "--runtime", "embedded"];
    let mut command = command(folder.path(), &arguments);
    for variable in ["TINDRA_CACHE_DIR", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"] {
        command.env_remove(variable);
    }
    assert!(compiled(&said_hello(&command.output().unwrap())));
    assert!(folder.path().join("build/tindra/bundled").is_dir());
}

#[test]
fn a_cache_that_cannot_be_written_can_be_read() {
    let cache = tempfile::tempdir().unwrap();
    run(app(HELLO).path(), "javascript", cache.path());
    // Files in the place of folders stop everybody, whatever their rights.
    let output = entries(&cache, "/output/").remove(0);
    let folder = output.parent().unwrap();
    fs::remove_dir_all(folder).unwrap();
    fs::write(folder, "").unwrap();
    for _ in 0..2 {
        let project = app(HELLO);
        assert!(compiled(&run(project.path(), "javascript", cache.path())));
    }
}

/// The folder `priv` of a bundled package is copied, that of another one is linked, and neither
/// stays in the place of the other.
#[test]
fn private_files_need_no_cache() {
    let cache = tempfile::tempdir().unwrap();
    let folder = app("pub fn main() {\n  1\n}\n");
    let toml = |lustre: &str| {
        format!("name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nlustre = {lustre}\n")
    };
    let packages = folder.path().join("lustre");
    fs::create_dir_all(packages.join("priv")).unwrap();
    fs::write(
        packages.join("gleam.toml"),
        "name = \"lustre\"\nversion = \"5.0.0\"\n",
    )
    .unwrap();
    fs::write(packages.join("priv/own.txt"), "own").unwrap();
    let build = |lustre: &str| {
        fs::write(folder.path().join("gleam.toml"), toml(lustre)).unwrap();
        let mut command = command(folder.path(), &["build", "--target", "javascript"]);
        let output = command
            .env("TINDRA_CACHE_DIR", cache.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
    };
    let shown = folder
        .path()
        .join("build/tindra/dev/javascript/lustre/priv");
    for _ in 0..2 {
        build("\">= 5.0.0\"");
        assert!(!shown.is_symlink());
        assert!(shown.join("static/lustre-server-component.mjs").is_file());
        assert!(!shown.join("own.txt").exists());
        build("{ path = \"lustre\" }");
        assert!(cfg!(not(unix)) || shown.is_symlink());
        assert!(shown.join("own.txt").is_file());
        assert!(!shown.join("static").exists());
    }
}

#[test]
fn builds_at_the_same_time_do_not_disturb_each_other() {
    for target in targets() {
        let cache = tempfile::tempdir().unwrap();
        let projects: Vec<TempDir> = (0..4).map(|_| app(HELLO)).collect();
        let builds: Vec<_> = projects
            .iter()
            .map(|project| {
                command(project.path(), &["build", "--target", target])
                    .env("TINDRA_CACHE_DIR", cache.path())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        for build in builds {
            let output = build.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", stderr(&output));
        }
        for project in &projects {
            let told = run(project.path(), target, cache.path());
            assert!(told.contains("up to date"), "{told}");
        }
        assert!(!compiled(&run(app(HELLO).path(), target, cache.path())));
    }
}

#[test]
fn versions_that_nobody_runs_are_removed() {
    let cache = tempfile::tempdir().unwrap();
    let now = std::time::SystemTime::now();
    let hours = |hours: u64| now - std::time::Duration::from_secs(hours * 3600);
    let version = |name: &str, used: u64| {
        let folder = cache.path().join(name);
        fs::create_dir_all(folder.join("bundled")).unwrap();
        let file = fs::File::create(folder.join("used")).unwrap();
        file.set_modified(hours(used)).unwrap();
        folder
    };
    let recent = version("recent", 30);
    let old = version("old", 24 * 31);
    let others: Vec<PathBuf> = (0..9)
        .map(|index| version(&format!("v{index}"), 40 + index))
        .collect();
    let stranger = cache.path().join("stranger");
    fs::create_dir(&stranger).unwrap();
    run(app(HELLO).path(), "javascript", cache.path());
    assert!(recent.exists() && stranger.exists() && !old.exists());
    let kept: Vec<bool> = others.iter().map(|folder| folder.exists()).collect();
    // With `recent` and the version that ran, eight.
    assert_eq!(
        kept,
        [true, true, true, true, true, true, false, false, false]
    );
}
