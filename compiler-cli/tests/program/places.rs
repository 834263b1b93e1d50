//! Places in which building is not easy: each gives the right result, or one clear error.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::{command, has, stderr, stdout, tindra, write};

const CONFIG: &str = "name = \"app\"\nversion = \"1.0.0\"\n";
const MAIN: &str = "import part\n\npub fn main() {\n  echo part.text\n}\n";
const PART: &str = "pub const text = \"right\"\n";

fn make(folder: &Path) {
    write(folder, "gleam.toml", CONFIG);
    write(folder, "src/app.gleam", MAIN);
    write(folder, "src/part.gleam", PART);
}

fn targets() -> Vec<&'static str> {
    let mut targets = vec!["javascript"];
    targets.extend(has("erl").then_some("erlang"));
    targets
}

fn run(folder: &Path, target: &str) -> Output {
    let mut arguments = vec!["run", "--target", target];
    if target == "javascript" {
        arguments.extend(["--runtime", "embedded"]);
    }
    tindra(folder, &arguments)
}

fn is_right(folder: &Path) {
    for target in targets() {
        let output = run(folder, target);
        let told = format!("{}{}", stdout(&output), stderr(&output));
        assert!(output.status.success(), "{target}: {told}");
        assert!(told.contains("\"right\""), "{target}: {told}");
    }
}

/// One error, and no crash.
fn is_refused(output: &Output, part: &str) {
    // Lines are broken where paths are long.
    let told = stderr(output).replace("\n   ", " ");
    assert_eq!(output.status.code(), Some(1), "{told}");
    let errors = told.lines().filter(|line| line.starts_with("error"));
    assert_eq!(errors.count(), 1, "{told}");
    assert!(told.contains(part), "{told}");
    assert!(!told.contains("panicked"), "{told}");
}

#[test]
fn a_path_may_have_spaces_and_any_letters() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("a b 'c' \"d\" 🦊 é $HOME");
    make(&folder);
    is_right(&folder);
}

#[test]
fn lines_may_end_as_on_windows() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (path, text) in [
        ("gleam.toml", CONFIG),
        ("src/app.gleam", MAIN),
        ("src/part.gleam", PART),
    ] {
        write(folder, path, &text.replace('\n', "\r\n"));
    }
    is_right(folder);
}

#[cfg(unix)]
#[test]
fn links_may_lead_in_circles() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    make(folder);
    std::os::unix::fs::symlink("..", folder.join("src/up")).unwrap();
    std::os::unix::fs::symlink("self", folder.join("src/self")).unwrap();
    std::os::unix::fs::symlink("nowhere.gleam", folder.join("src/dangling")).unwrap();
    is_right(folder);
}

#[test]
fn where_a_folder_has_to_be_a_file_is_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    make(folder);
    write(folder, "build", "");
    for target in targets() {
        is_refused(&run(folder, target), "build");
    }
}

#[test]
fn what_is_no_cache_of_ours_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    make(folder);
    is_right(folder);
    for target in targets() {
        let place = folder.join("build/tindra/dev").join(target);
        for name in ["modules.memo", "outputs.memo"] {
            let path = place.join(name);
            let good = fs::read(&path).unwrap();
            let mut changed = good.clone();
            changed[good.len() / 2] ^= 0x55;
            for bad in [
                &good[..good.len() / 2],
                &changed,
                b"",
                b"something else altogether",
            ] {
                fs::write(&path, bad).unwrap();
                is_right(folder);
            }
        }
    }
}

/// A small file system of its own, until it is dropped.
struct Disk(TempDir);

impl Disk {
    /// Nothing where tests may not mount one.
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"])
            .arg(folder.path());
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        if !mounted {
            eprintln!("nothing can be mounted here: full and read-only disks are not tested");
        }
        mounted.then_some(Self(folder))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).output();
    }
}

#[test]
fn a_full_disk_is_one_error_until_there_is_space() {
    for target in targets() {
        let Some(disk) = Disk::mount() else {
            return;
        };
        let folder = disk.0.path();
        make(folder);
        fs::write(folder.join("ballast"), vec![0; 160 * 1024]).unwrap();
        let mut file = fs::OpenOptions::new()
            .append(true)
            .open(folder.join("ballast"))
            .unwrap();
        while std::io::Write::write_all(&mut file, &[0; 512]).is_ok() {}
        drop(file);
        is_refused(&run(folder, target), "No space left");
        fs::remove_file(folder.join("ballast")).unwrap();
        let output = run(folder, target);
        assert!(
            stderr(&output).contains("right") || stdout(&output).contains("right"),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn where_nothing_can_be_written_is_one_error() {
    let Some(disk) = Disk::mount() else {
        return;
    };
    let folder = disk.0.path();
    make(folder);
    let mut remount = Command::new("mount");
    remount.args(["-o", "remount,ro"]).arg(folder);
    assert!(remount.output().unwrap().status.success());
    for target in targets() {
        is_refused(&run(folder, target), "Read-only");
    }
    is_refused(&tindra(folder, &["check"]), "Read-only");
}

#[cfg(unix)]
#[test]
fn a_file_that_must_not_be_read_is_one_error() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    make(folder);
    let secret = folder.join("src/part.gleam");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&secret).is_ok() {
        eprintln!("this user may read everything: a missing right is not tested");
        return;
    }
    is_refused(&tindra(folder, &["check"]), "part.gleam");
}

#[test]
fn a_cache_that_cannot_be_written_is_done_without() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    make(folder);
    write(folder, "cache", "a file in the way");
    let mut command = command(
        folder,
        &["run", "--target", "javascript", "--runtime", "embedded"],
    );
    let output = command
        .env("TINDRA_CACHE_DIR", folder.join("cache"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
}
