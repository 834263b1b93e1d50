//! What the tests of the program share.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The project's root folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Runs the program in a folder.
pub(crate) fn tindra(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

/// The program, to be run in a folder. All tests share a cache.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tindra"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_remove("TINDRA_PACKAGES")
        .env("TINDRA_OFFLINE", "1")
        .env("TINDRA_CACHE_DIR", cache())
        .env("NO_COLOR", "1");
    command
}

/// The cache of the tests.
pub(crate) fn cache() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache")
}

/// Standard output as text.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Standard error as text.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Copies a folder, build folders left out.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            if entry.file_name() != "build" && entry.file_name() != "node_modules" {
                copy(&entry.path(), &target);
            }
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A copy of a project of `test-projects` in a folder of its own.
pub(crate) fn project(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("test-projects").join(name), folder.path());
    folder
}

/// A new project with one module, `app`.
pub(crate) fn app(source: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "gleam.toml",
        "name = \"app\"\nversion = \"1.0.0\"\n\n[dependencies]\ngleam_stdlib = \">= 0.44.0 and < 2.0.0\"\n",
    );
    write(folder.path(), "src/app.gleam", source);
    folder
}

/// Writes a file, making its folders.
pub(crate) fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Whether a program is in the folders of `PATH`.
pub(crate) fn has(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
    if !found {
        eprintln!("{program} is not installed: what needs it is not tested");
    }
    found
}

/// The targets and runtimes of this machine, as flags.
pub(crate) fn runtimes() -> Vec<Vec<&'static str>> {
    let mut found = vec![vec!["--target", "javascript", "--runtime", "embedded"]];
    if has("erl") {
        found.push(vec!["--target", "erlang"]);
    }
    for (program, runtime) in [("node", "nodejs"), ("deno", "deno"), ("bun", "bun")] {
        if has(program) {
            found.push(vec!["--target", "javascript", "--runtime", runtime]);
        }
    }
    found
}
