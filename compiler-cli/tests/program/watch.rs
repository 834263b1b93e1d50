//! Programs whose source is watched.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::support::{app, command, has, write};

/// A `tindra watch` whose output goes to a file; it is ended when the test is over.
struct Watched {
    child: Child,
    log: tempfile::NamedTempFile,
}

impl Watched {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let log = tempfile::NamedTempFile::new().unwrap();
        let output = || Stdio::from(File::options().append(true).open(log.path()).unwrap());
        let mut watch = command(folder, &["watch"]);
        watch.args(arguments).stdin(Stdio::null());
        let child = watch.stdout(output()).stderr(output()).spawn().unwrap();
        Self { child, log }
    }

    /// Waits until the text has come, after what was there when `since` was taken.
    fn wait_for(&self, text: &str, since: usize) -> usize {
        let begin = Instant::now();
        loop {
            let all = fs::read_to_string(self.log.path()).unwrap();
            if let Some(at) = all[since..].find(text) {
                return since + at + text.len();
            }
            assert!(
                begin.elapsed() < Duration::from_mins(1),
                "no `{text}` in\n{all}"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn broken_code_is_told_and_the_next_change_waited_for() {
    let folder = app("pub fn main() {\n  Nil\n}\n");
    let watched = Watched::start(folder.path(), &["check"]);
    let at = watched.wait_for("Watching", 0);
    write(
        folder.path(),
        "src/app.gleam",
        "pub fn main() {\n  one\n}\n",
    );
    let at = watched.wait_for("1 error", at);
    let at = watched.wait_for("Watching", at);
    write(folder.path(), "gleam.toml", "name = 1\n");
    let at = watched.wait_for("gleam.toml", at);
    let at = watched.wait_for("Watching", at);
    write(folder.path(), "gleam.toml", "name = \"app\"\n");
    write(
        folder.path(),
        "src/app.gleam",
        "import app/other\n\npub fn main() {\n  other.one\n}\n",
    );
    // A folder that was not there before.
    write(folder.path(), "src/app/other.gleam", "pub const one = 1\n");
    let at = watched.wait_for("Checked", at);
    let at = watched.wait_for("Watching", at);
    write(folder.path(), "src/app/other.gleam", "pub const two = 1\n");
    watched.wait_for("1 error", at);
}

#[test]
fn tests_run_again() {
    let folder = app("pub fn one() {\n  1\n}\n");
    let test = "import app\n\npub fn main() {\n  echo app.one()\n  Nil\n}\n";
    write(folder.path(), "test/app_test.gleam", test);
    let flags = ["test", "--target", "javascript", "--runtime", "embedded"];
    let watched = Watched::start(folder.path(), &flags);
    let at = watched.wait_for("Ended with code 0", 0);
    write(folder.path(), "src/app.gleam", "pub fn one() {\n  41\n}\n");
    let at = watched.wait_for("41\n", at);
    watched.wait_for("Ended with code 0", at);
}

const COUNTER: &str = "import app/word\nimport gleam/erlang/process\nimport gleam/int\nimport gleam/io\n\n\
    pub fn main() {\n  count(0)\n}\n\n\
    fn count(n) {\n  io.println(int.to_string(n) <> word.say())\n  process.sleep(20)\n  count(n + 1)\n}\n";

/// A counter that was started anew would begin at zero.
#[test]
fn on_the_beam_a_running_program_loads_what_changes() {
    if !has("erl") {
        return;
    }
    let folder = app(COUNTER);
    write(
        folder.path(),
        "gleam.toml",
        "name = \"app\"\n\n[dependencies]\ngleam_stdlib = \">= 0.44.0 and < 2.0.0\"\n\
         gleam_erlang = \">= 1.0.0 and < 2.0.0\"\n",
    );
    write(
        folder.path(),
        "src/app/word.gleam",
        "pub fn say() {\n  \" one\"\n}\n",
    );
    let watched = Watched::start(folder.path(), &["run"]);
    watched.wait_for("Watching", 0);
    let at = watched.wait_for("5 one\n", 0);
    write(
        folder.path(),
        "src/app/word.gleam",
        "pub fn say() {\n  \" two\"\n}\n",
    );
    let at = watched.wait_for("Loaded app@word", at);
    let at = watched.wait_for(" two\n", at);
    let text = fs::read_to_string(watched.log.path()).unwrap();
    assert!(!text.contains("\n0 two\n"), "it was started anew:\n{text}");
    write(
        folder.path(),
        "src/app/word.gleam",
        "pub fn say() {\n  three\n}\n",
    );
    let at = watched.wait_for("1 error", at);
    watched.wait_for(" two\n", at);
}

#[cfg(unix)]
#[test]
fn what_runs_ends_with_the_watcher() {
    if !has("node") || !has("kill") {
        return;
    }
    let folder =
        app("@external(javascript, \"./app_ffi.mjs\", \"forever\")\npub fn main() -> Nil\n");
    let forever = "import { writeFileSync } from \"node:fs\";\n\
        export function forever() {\n  setInterval(() => writeFileSync(\"alive\", \"\"), 10);\n}\n";
    write(folder.path(), "src/app_ffi.mjs", forever);
    let flags = ["run", "--target", "javascript", "--runtime", "nodejs"];
    let mut watched = Watched::start(folder.path(), &flags);
    let alive = folder.path().join("alive");
    watched.wait_for("Watching", 0);
    let begin = Instant::now();
    while !alive.exists() && begin.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let id = watched.child.id().to_string();
    let kill = std::process::Command::new("kill")
        .args(["-TERM", &id])
        .status();
    assert!(kill.unwrap().success());
    assert_eq!(watched.child.wait().unwrap().code(), Some(130));
    fs::remove_file(&alive).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(!alive.exists(), "the program outlives its watcher");
}
