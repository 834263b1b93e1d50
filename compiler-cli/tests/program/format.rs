//! `tindra format`

use std::fs;
use std::io::Write;
use std::process::Stdio;

use crate::support::{command, stderr, stdout, tindra, write};

const MESSY: &str = "pub fn a(){1}\n";
const NEAT: &str = "pub fn a() {\n  1\n}\n";

fn says(text: &str, words: &str) {
    assert!(text.contains(words), "{text}");
}

#[test]
fn files_below_folders_are_formatted() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name| folder.path().join(name);
    write(folder.path(), "src/a.gleam", MESSY);
    write(folder.path(), "src/neat.gleam", NEAT);
    write(folder.path(), "src/broken.gleam", "pub fn (");
    write(folder.path(), "build/made.gleam", MESSY);
    let before = fs::metadata(path("src/neat.gleam"))
        .unwrap()
        .modified()
        .unwrap();
    let found = tindra(folder.path(), &["format", "--check"]);
    assert_eq!(found.status.code(), Some(1));
    says(&stderr(&found), "src/a.gleam");
    says(&stderr(&found), "src/broken.gleam:1:");
    assert!(!stderr(&found).contains("made.gleam"), "{}", stderr(&found));
    assert_eq!(fs::read_to_string(path("src/a.gleam")).unwrap(), MESSY);
    let done = tindra(folder.path(), &["format"]);
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
    assert_eq!(fs::read_to_string(path("src/a.gleam")).unwrap(), NEAT);
    assert_eq!(fs::read_to_string(path("build/made.gleam")).unwrap(), MESSY);
    let after = fs::metadata(path("src/neat.gleam"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(before, after, "a file that is formatted is not written");
    fs::remove_file(path("src/broken.gleam")).unwrap();
    assert!(
        tindra(folder.path(), &["format", "--check"])
            .status
            .success()
    );
    let missing = tindra(folder.path(), &["format", "nowhere"]);
    assert_eq!(missing.status.code(), Some(1));
    says(&stderr(&missing), "nowhere");
}

#[test]
fn standard_input_is_formatted_to_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let format = |arguments: &[&str], text: &str| {
        let mut child = command(folder.path(), arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
        child.wait_with_output().unwrap()
    };
    let done = format(&["format", "--stdin"], MESSY);
    assert_eq!(
        (stdout(&done).as_str(), done.status.code()),
        (NEAT, Some(0))
    );
    let checked = format(&["format", "--stdin", "--check"], MESSY);
    assert_eq!(
        (stdout(&checked).as_str(), checked.status.code()),
        ("", Some(1))
    );
    says(&stderr(&checked), "<standard input>");
    let broken = format(&["format", "--stdin"], "pub fn (");
    assert_eq!(
        (stdout(&broken).as_str(), broken.status.code()),
        ("", Some(1))
    );
}
