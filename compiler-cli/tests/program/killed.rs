//! Builds that are killed at any moment, and builds side by side: the next build is right.
//!
//! `TINDRA_KILLS` says how many; there are a few without it.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use generator::Random;

use crate::support::{command, has, stderr, stdout, tindra, write};

const MODULES: usize = 12;

/// A project whose modules have one value each; it prints them all.
fn make(folder: &Path) {
    write(
        folder,
        "gleam.toml",
        "name = \"app\"\nversion = \"1.0.0\"\n",
    );
    let mut imports = String::from("import base\n");
    let mut values = String::from("base.value()");
    for module in 0..MODULES {
        imports.push_str(&format!("import m{module}\n"));
        values.push_str(&format!(", m{module}.value()"));
    }
    let main = format!("{imports}\npub fn main() {{\n  echo [{values}]\n}}\n");
    write(folder, "src/app.gleam", &main);
}

/// Writes a version of each module.
fn choose(folder: &Path, versions: &[usize]) {
    for (module, version) in versions.iter().enumerate().skip(1) {
        let text = format!(
            "import base\n\npub fn value() {{\n  base.constant + {version} - base.constant\n}}\n"
        );
        let path = format!("src/m{}.gleam", module - 1);
        if fs::read_to_string(folder.join(&path)).ok().as_ref() != Some(&text) {
            write(folder, &path, &text);
        }
    }
    let version = versions[0];
    let base = format!("pub const constant = {version}\n\npub fn value() {{\n  {version}\n}}\n");
    write(folder, "src/base.gleam", &base);
}

fn start(folder: &Path, target: &str) -> Child {
    command(folder, &["build", "--target", target])
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn is_right(folder: &Path, target: &str, versions: &[usize]) {
    let mut arguments = vec!["run", "--no-print-progress", "--target", target];
    if target == "javascript" {
        arguments.extend(["--runtime", "embedded"]);
    }
    let output = tindra(folder, &arguments);
    let told = format!("{}{}", stdout(&output), stderr(&output));
    assert!(output.status.success(), "{told}");
    assert!(
        told.contains(&format!("{versions:?}")),
        "{versions:?}: {told}"
    );
}

fn kill_builds(target: &str, longest: u64) {
    let count = std::env::var("TINDRA_KILLS").map_or(6, |text| text.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    make(folder);
    let mut random = Random::new(7);
    let mut versions = vec![0; MODULES + 1];
    for round in 0..count {
        for version in &mut versions {
            if random.below(3) == 0 {
                *version = random.below(3);
            }
        }
        choose(folder, &versions);
        // Each third round has two builds, of texts that differ.
        let mut builds = vec![start(folder, target)];
        if round % 3 == 2 {
            std::thread::sleep(Duration::from_millis(random.below(30) as u64));
            versions[0] = (versions[0] + 1) % 3;
            choose(folder, &versions);
            builds.push(start(folder, target));
        }
        std::thread::sleep(Duration::from_millis(random.below(longest as usize) as u64));
        // Sometimes a build goes on without the other.
        let spared = round % 9 == 8;
        for build in builds.iter_mut().skip(usize::from(spared)) {
            // It may have ended by itself.
            let _ = build.kill();
            build.wait().unwrap();
        }
        for mut build in builds {
            build.wait().unwrap();
        }
        is_right(folder, target, &versions);
    }
}

#[test]
fn a_build_for_javascript_after_one_that_was_killed_is_right() {
    kill_builds("javascript", 60);
}

#[test]
fn a_build_for_erlang_after_one_that_was_killed_is_right() {
    if has("erl") {
        kill_builds("erlang", 1500);
    }
}
