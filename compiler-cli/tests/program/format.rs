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

#[test]
fn what_earlier_runs_saw_is_only_believed_of_the_same_text() {
    let folder = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    let format = |arguments: &[&str]| {
        let mut command = command(folder.path(), arguments);
        command.env("TINDRA_CACHE_DIR", cache.path());
        command.output().unwrap().status.code()
    };
    let seen = || -> Vec<_> {
        let versions = fs::read_dir(cache.path()).unwrap();
        let files = versions.map(|entry| entry.unwrap().path().join("formatted"));
        files.filter(|file| file.is_file()).collect()
    };
    write(folder.path(), "src/a.gleam", MESSY);
    assert_eq!(format(&["format", "--check"]), Some(1));
    assert!(seen().is_empty(), "nothing is formatted yet");
    assert_eq!(format(&["format"]), Some(0));
    assert_eq!(fs::read(&seen()[0]).unwrap().len(), 16);
    assert_eq!(format(&["format", "--check"]), Some(0));
    write(folder.path(), "src/a.gleam", "pub fn a(){2}\n");
    assert_eq!(format(&["format", "--check"]), Some(1));
    // A file that was cut, or that is another's.
    fs::write(&seen()[0], [7; 21]).unwrap();
    assert_eq!(format(&["format"]), Some(0));
    assert_eq!(format(&["format", "--check"]), Some(0));
    // No place for it.
    fs::remove_file(&seen()[0]).unwrap();
    let place = fs::read_dir(cache.path()).unwrap().next().unwrap().unwrap();
    fs::create_dir(place.path().join("formatted")).unwrap();
    assert_eq!(format(&["format", "--check"]), Some(0));
}
