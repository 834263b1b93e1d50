//! Packages from a registry, without a network.

mod publishing;
mod server;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::{command, stderr, stdout, write};
use server::{Made, Server};

/// A project with a cache of its own.
struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    /// One whose `gleam.toml` ends with this.
    fn new(server: &Server, dependencies: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = Self { folder };
        project.config(server, dependencies);
        write(
            &project.path(),
            "src/app.gleam",
            "pub fn main() {\n  Nil\n}\n",
        );
        project
    }

    fn config(&self, server: &Server, dependencies: &str) {
        let path = self.path();
        fs::create_dir_all(&path).unwrap();
        let settings = server.settings(&path);
        let text = format!(
            "name = \"app\"\nversion = \"1.0.0\"\n[dependencies]\n{dependencies}\n{settings}"
        );
        write(&path, "gleam.toml", &text);
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("app")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = command(&self.path(), arguments);
        command
            .env("TINDRA_CACHE_DIR", self.folder.path().join("cache"))
            .env_remove("TINDRA_OFFLINE");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Standard output of a run that must succeed.
    fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            stderr(&output)
        );
        stdout(&output)
    }

    /// Standard error of a run that must fail.
    fn fail(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{arguments:?}: {}",
            stdout(&output)
        );
        // Prose is wrapped where the lines end.
        let words: Vec<_> = stderr(&output)
            .split_whitespace()
            .map(str::to_string)
            .collect();
        words.join(" ")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_default()
    }

    fn forget(&self) {
        for path in [self.path().join("build"), self.folder.path().join("cache")] {
            let _ = fs::remove_dir_all(path);
        }
    }
}

const WIBBLE: &str = "pub fn name() {\n  \"wibble\"\n}\n";

#[test]
fn packages_are_chosen_fetched_locked_and_built() {
    let server = Server::start();
    server.gleam(
        "wibble",
        "1.0.0",
        &[("wobble", ">= 1.0.0 and < 2.0.0")],
        WIBBLE,
    );
    server.gleam("wibble", "2.0.0", &[], WIBBLE);
    server.gleam("wobble", "1.3.0", &[], WIBBLE);
    let project = Project::new(&server, "wibble = \">= 1.0.0 and < 2.0.0\"");
    write(
        &project.path(),
        "src/app.gleam",
        "import wibble\n\npub fn main() {\n  assert wibble.name() == \"wibble\"\n}\n",
    );
    project.succeed(&["run", "--target", "javascript", "--runtime", "embedded"]);
    let manifest = project.read("manifest.toml");
    assert!(manifest.contains("{ name = \"wibble\", version = \"1.0.0\", build_tools = [\"gleam\"], requirements = [\"wobble\"], otp_app = \"wibble\", source = \"hex\", outer_checksum = \""), "{manifest}");
    assert!(manifest.contains("wibble = { version = \">= 1.0.0 and < 2.0.0\" }"));
    // Nothing is asked for again, and without a network it is all the same.
    server.asked();
    project.succeed(&["check"]);
    assert_eq!(server.asked(), Vec::<String>::new());
    fs::remove_dir_all(project.path().join("build")).unwrap();
    project.succeed(&["check", "--offline", "--locked"]);
    assert_eq!(server.asked(), Vec::<String>::new());
    // A newer version is published: only an update takes it.
    server.gleam("wobble", "1.4.0", &[], WIBBLE);
    project.succeed(&["deps", "download"]);
    assert_eq!(project.read("manifest.toml"), manifest);
    let outdated = project.succeed(&["deps", "outdated"]);
    assert!(
        outdated.starts_with("2 of 2 packages have newer"),
        "{outdated}"
    );
    let tree = project.succeed(&["deps", "tree"]);
    assert_eq!(
        tree,
        "app v1.0.0\n└── wibble v1.0.0\n    └── wobble v1.3.0\n"
    );
    project.succeed(&["update", "wobble"]);
    assert!(
        project
            .read("manifest.toml")
            .contains("\"wobble\", version = \"1.4.0\"")
    );
    assert!(
        project
            .read("build/packages/wobble/gleam.toml")
            .contains("1.4.0")
    );
}

#[test]
fn what_was_changed_on_the_way_is_refused() {
    let server = Server::start();
    server.gleam("wibble", "1.0.0", &[], WIBBLE);
    let project = Project::new(&server, "wibble = \">= 1.0.0\"");
    server.change(|state| state.forged = true);
    let said = project.fail(&["deps", "download"]);
    assert!(said.contains("signature is wrong"), "{said}");
    server.change(|state| {
        state.forged = false;
        let archive = state.archives.get_mut("wibble-1.0.0.tar").unwrap();
        let middle = archive.len() / 2;
        archive[middle] ^= 1;
    });
    let said = project.fail(&["deps", "download"]);
    assert!(said.contains("checksum"), "{said}");
    assert!(!project.path().join("build/packages/wibble").exists());
    assert!(!project.path().join("manifest.toml").exists());
}

#[test]
fn what_a_signed_message_says_must_be_about_what_was_asked() {
    let server = Server::start();
    server.gleam("wibble", "1.0.0", &[], WIBBLE);
    let project = Project::new(&server, "wibble = \">= 1.0.0\"");
    let text = project
        .read("gleam.toml")
        .replace("name = \"test\"", "name = \"other\"");
    write(&project.path(), "gleam.toml", &text);
    let said = project.fail(&["deps", "download"]);
    assert!(said.contains("from the repository `test`"), "{said}");
}

#[test]
fn downloads_go_on_where_they_were_cut_off() {
    let server = Server::start();
    server.gleam(
        "wibble",
        "1.0.0",
        &[],
        &WIBBLE.repeat(400).replace("name", "n"),
    );
    let project = Project::new(&server, "wibble = \">= 1.0.0\"");
    server.change(|state| {
        state.cuts = 2;
        state.failures = 2;
    });
    project.succeed(&["deps", "download"]);
    let seen = server.change(|state| std::mem::take(&mut state.seen));
    let ranges: Vec<_> = seen
        .iter()
        .filter_map(|it| it.headers.get("range"))
        .collect();
    assert_eq!(ranges.len(), 2, "{ranges:?}");
    // A registry that never answers is given up.
    project.forget();
    server.change(|state| state.failures = 1000);
    let said = project.fail(&["deps", "download"]);
    assert!(said.contains("503"), "{said}");
}

#[test]
fn retired_versions_are_not_chosen_but_stay_locked() {
    let server = Server::start();
    server.gleam("wibble", "1.0.0", &[], WIBBLE);
    server.gleam("wibble", "1.1.0", &[], WIBBLE);
    let locked = Project::new(&server, "wibble = \">= 1.0.0\"");
    locked.succeed(&["deps", "download"]);
    server.retire("wibble", "1.1.0");
    locked.forget();
    locked.succeed(&["deps", "download"]);
    assert!(locked.read("manifest.toml").contains("\"1.1.0\""));
    let fresh = Project::new(&server, "wibble = \">= 1.0.0\"");
    fresh.succeed(&["deps", "download"]);
    assert!(fresh.read("manifest.toml").contains("\"1.0.0\""));
}

#[test]
fn packages_are_added_and_removed() {
    let server = Server::start();
    server.gleam("wibble", "1.2.3", &[("wobble", ">= 0.1.0")], WIBBLE);
    server.gleam("wobble", "0.4.0", &[], WIBBLE);
    let project = Project::new(&server, "");
    project.succeed(&["add", "wibble", "wobble@0.3"]);
    let config = project.read("gleam.toml");
    assert!(
        config.contains("wibble = \">= 1.2.3 and < 2.0.0\""),
        "{config}"
    );
    assert!(
        config.contains("wobble = \">= 0.3.0 and < 1.0.0\""),
        "{config}"
    );
    project.succeed(&["remove", "wobble"]);
    assert!(project.read("manifest.toml").contains("\"wobble\""));
    project.succeed(&["remove", "wibble"]);
    let manifest = project.read("manifest.toml");
    assert!(
        manifest.contains("packages = [\n]\n\n[requirements]\n"),
        "{manifest}"
    );
    assert!(!project.path().join("build/packages/wibble").exists());
    for (arguments, words) in [
        (["add", "app"], "cannot depend on itself"),
        (["add", "wibble@x"], "is not a version"),
        (["add", "banana"], "no package `banana`"),
        (["add", "wibble@7"], "asks for `wibble` >= 7.0.0"),
        (["remove", "wibble"], "- wibble"),
        (["update", "wibble"], "- wibble"),
    ] {
        let before = project.read("gleam.toml");
        let said = project.fail(&arguments);
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert_eq!(project.read("gleam.toml"), before);
    }
}

#[test]
fn what_cannot_be_chosen_is_explained() {
    let server = Server::start();
    server.gleam("one", "1.0.0", &[("three", "< 2.0.0")], WIBBLE);
    server.gleam("two", "1.0.0", &[("three", ">= 2.0.0")], WIBBLE);
    server.gleam("three", "1.0.0", &[], WIBBLE);
    server.gleam("three", "2.0.0", &[], WIBBLE);
    let project = Project::new(&server, "one = \">= 1.0.0\"\ntwo = \">= 1.0.0\"");
    let said = project.fail(&["build"]);
    assert!(
        said.contains("`three` < 2.0.0") && said.contains("`three` >= 2.0.0"),
        "{said}"
    );
    assert!(!project.path().join("manifest.toml").exists());
}

#[test]
fn archives_that_reach_out_of_their_folder_are_refused() {
    for (path, link) in [
        ("../evil", None),
        ("/evil", None),
        ("a/../../evil", None),
        ("link", Some("../../evil")),
    ] {
        let server = Server::start();
        server.serve_archive("wibble", "1.0.0", &[], evil(path, link));
        let project = Project::new(&server, "wibble = \">= 1.0.0\"");
        let said = project.fail(&["deps", "download"]);
        assert!(
            said.contains("not in the package's folder"),
            "{path}: {said}"
        );
        assert!(!project.path().join("build/packages/evil").exists());
    }
}

/// An archive with a file of any name, or a link to anywhere.
fn evil(path: &str, link: Option<&str>) -> Vec<u8> {
    use std::io::Write;
    let entry = |name: &str, bytes: &[u8], link: Option<&str>| {
        let mut header = tar::Header::new_ustar();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        if let Some(link) = link {
            header.set_entry_type(tar::EntryType::Symlink);
            header.set_link_name_literal(link).unwrap();
        }
        header.set_cksum();
        let padding = vec![0; bytes.len().next_multiple_of(512) - bytes.len()];
        [header.as_bytes(), bytes, &padding].concat()
    };
    let mut inner = entry(path, b"x", link);
    if link.is_some() {
        inner = entry(path, b"", link);
    }
    inner.extend([0; 1024]);
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(&inner).unwrap();
    let contents = encoder.finish().unwrap();
    let facts = b"{<<\"name\">>,<<\"wibble\">>}.";
    let sum = packages::registry::sha256(&[b"3", &facts[..], &contents].concat());
    let sum = packages::registry::hexadecimal(&sum);
    let mut outer = Vec::new();
    for (name, bytes) in [
        ("VERSION", &b"3"[..]),
        ("CHECKSUM", sum.as_bytes()),
        ("metadata.config", facts),
        ("contents.tar.gz", &contents),
    ] {
        outer.extend(entry(name, bytes, None));
    }
    outer.extend([0; 1024]);
    outer
}

#[test]
fn locked_means_that_the_manifest_does_not_change() {
    let server = Server::start();
    server.gleam("wibble", "1.0.0", &[], WIBBLE);
    let project = Project::new(&server, "wibble = \">= 1.0.0\"");
    let said = project.fail(&["deps", "download", "--locked"]);
    assert!(said.contains("there is none"), "{said}");
    project.succeed(&["deps", "download"]);
    project.succeed(&["deps", "download", "--locked"]);
    project.config(&server, "wibble = \">= 1.0.0 and < 9.0.0\"");
    let said = project.fail(&["deps", "download", "--locked"]);
    assert!(said.contains("its requirements are not those"), "{said}");
}

#[test]
fn offline_says_what_is_missing() {
    let server = Server::start();
    server.gleam("wibble", "1.0.0", &[], WIBBLE);
    let project = Project::new(&server, "wibble = \">= 1.0.0\"");
    let said = project.fail(&["build", "--offline"]);
    assert!(said.contains("`wibble`, needed by `app`"), "{said}");
    assert_eq!(server.asked(), Vec::<String>::new());
}

#[test]
fn two_projects_share_the_files_of_the_store() {
    let server = Server::start();
    server.gleam("wibble", "1.0.0", &[], WIBBLE);
    let project = Project::new(&server, "wibble = \">= 1.0.0\"");
    project.succeed(&["deps", "download"]);
    server.asked();
    fs::remove_dir_all(project.path().join("build")).unwrap();
    project.succeed(&["deps", "download"]);
    assert_eq!(server.asked(), Vec::<String>::new());
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let file = project
            .path()
            .join("build/packages/wibble/src/wibble.gleam");
        assert!(fs::metadata(file).unwrap().nlink() > 1);
    }
}

#[test]
fn vendored_packages_need_neither_network_nor_cache() {
    let server = Server::start();
    server.gleam("wibble", "1.0.0", &[], WIBBLE);
    let project = Project::new(&server, "wibble = \">= 1.0.0\"");
    project.succeed(&["vendor"]);
    project.forget();
    server.asked();
    project.succeed(&["check", "--offline"]);
    assert_eq!(server.asked(), Vec::<String>::new());
    assert!(project.read("vendor/wibble/gleam.toml").contains("1.0.0"));
}

#[test]
fn packages_come_from_repositories_at_the_locked_commit() {
    let server = Server::start();
    let project = Project::new(&server, "");
    let repository = project.folder.path().join("repository");
    write(
        &repository,
        "sub/gleam.toml",
        "name = \"wibble\"\nversion = \"0.3.0\"\n",
    );
    write(&repository, "sub/src/wibble.gleam", WIBBLE);
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@example.com"])
            .args(arguments)
            .current_dir(&repository)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        stdout(&output).trim().to_string()
    };
    git(&["init", "--quiet", "--initial-branch=main"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "one"]);
    let first = git(&["rev-parse", "HEAD"]);
    let address = repository.to_str().unwrap();
    let needs = format!("wibble = {{ git = \"{address}\", ref = \"main\", path = \"sub\" }}");
    project.config(&server, &needs);
    project.succeed(&["check"]);
    let manifest = project.read("manifest.toml");
    let expected = format!(
        "otp_app = \"wibble\", source = \"git\", repo = \"{address}\", commit = \"{first}\", path = \"sub\" }}"
    );
    assert!(manifest.contains(&expected), "{manifest}");
    write(
        &repository,
        "sub/gleam.toml",
        "name = \"wibble\"\nversion = \"0.4.0\"\n",
    );
    git(&["commit", "--quiet", "-a", "-m", "two"]);
    fs::remove_dir_all(project.path().join("build")).unwrap();
    project.succeed(&["check", "--offline"]);
    assert!(
        project
            .read("build/packages/wibble/gleam.toml")
            .contains("0.3.0")
    );
    project.succeed(&["update"]);
    assert!(
        project
            .read("build/packages/wibble/gleam.toml")
            .contains("0.4.0")
    );
    let wrong = needs.replace("\"main\"", "\"nope\"");
    project.config(&server, &wrong);
    let said = project.fail(&["check"]);
    assert!(said.contains("no branch, tag or commit `nope`"), "{said}");
}

#[test]
fn bundled_packages_meet_requirements_unless_their_version_does_not_fit() {
    let server = Server::start();
    server.gleam("gleam_stdlib", "0.99.0", &[], "pub const here = 1\n");
    server.gleam("wibble", "1.0.0", &[("gleam_stdlib", ">= 0.44.0")], WIBBLE);
    server.gleam("old", "1.0.0", &[("gleam_stdlib", "< 1.0.0")], WIBBLE);
    let project = Project::new(&server, "gleam_stdlib = \">= 0.44.0 and < 2.0.0\"");
    project.succeed(&["check"]);
    assert_eq!(server.asked(), Vec::<String>::new());
    assert!(!project.path().join("manifest.toml").exists());
    project.config(
        &server,
        "gleam_stdlib = \">= 0.44.0 and < 2.0.0\"\nwibble = \">= 1.0.0\"",
    );
    project.succeed(&["check"]);
    assert!(
        project
            .read("manifest.toml")
            .contains("\"gleam_stdlib\", version = \"0.99.0\"")
    );
    assert!(!project.path().join("build/packages/gleam_stdlib").exists());
    project.config(
        &server,
        "gleam_stdlib = \">= 0.44.0 and < 2.0.0\"\nold = \">= 1.0.0\"",
    );
    project.succeed(&["check"]);
    assert!(
        Path::new(
            &project
                .path()
                .join("build/packages/gleam_stdlib/gleam.toml")
        )
        .exists()
    );
}

#[test]
fn erlang_packages_are_compiled_without_their_tools() {
    if !crate::support::has("erl") {
        return;
    }
    let server = Server::start();
    server.publish(&Made {
        name: "erl_wibble",
        version: "1.0.0",
        needs: &[],
        files: &[
            ("src/erl_wibble.app.src", "{application, erl_wibble, [{vsn, \"1.0.0\"}, {applications, [kernel, stdlib]}]}."),
            ("src/erl_wibble.erl", "-module(erl_wibble).\n-export([name/0]).\n-include(\"erl_wibble.hrl\").\nname() -> ?NAME.\n"),
            ("include/erl_wibble.hrl", "-define(NAME, <<\"erlang\">>).\n"),
        ],
        gleam: false,
    });
    let project = Project::new(&server, "erl_wibble = \">= 1.0.0\"");
    write(
        &project.path(),
        "src/app.gleam",
        "@external(erlang, \"erl_wibble\", \"name\")\nfn name() -> String\n\npub fn main() {\n  assert name() == \"erlang\"\n}\n",
    );
    project.succeed(&["run"]);
}
