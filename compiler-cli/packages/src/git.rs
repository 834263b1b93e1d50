//! Packages from Git repositories, through the program `git`.

use std::fs;
use std::io::Cursor;
use std::process::{Command, Output, Stdio};

use camino::{Utf8Path, Utf8PathBuf};

use crate::problem::Problem;
use crate::store::{Store, failed, replace_folder, write_files};
use crate::tarball::{Files, files_of};

/// A repository, and what the machine has of it.
pub(crate) struct Repository<'a> {
    address: &'a str,
    /// A repository without files, in the store.
    folder: Utf8PathBuf,
    offline: bool,
}

/// The transports that a repository may be fetched with: none that runs programs of its choice.
const TRANSPORTS: &str = "file:git:http:https:ssh";

impl<'a> Repository<'a> {
    /// A repository by its address.
    pub(crate) fn new(store: &Store, address: &'a str, offline: bool) -> Self {
        Self {
            address,
            folder: store.repository(address),
            offline,
        }
    }

    /// The commit that a branch, a tag or the beginning of a commit's name stands for now.
    pub(crate) fn commit(&self, reference: &str) -> Result<String, Problem> {
        if reference.starts_with('-') {
            return Err(self.failure("a reference does not begin with `-`"));
        }
        self.fetch()?;
        let ways = [
            format!("refs/heads/{reference}^{{commit}}"),
            format!("refs/tags/{reference}^{{commit}}"),
            format!("{reference}^{{commit}}"),
        ];
        for way in ways {
            let output = self.git(&["rev-parse", "--verify", "--quiet", &way])?;
            if output.status.success() {
                return Ok(String::from_utf8_lossy(&output.stdout).trim().to_string());
            }
        }
        Err(self.failure(&format!("it has no branch, tag or commit `{reference}`")))
    }

    /// Puts the files of a commit, or of a folder in it, into a folder.
    pub(crate) fn unpack(
        &self,
        commit: &str,
        path: Option<&Utf8Path>,
        folder: &Utf8Path,
    ) -> Result<(), Problem> {
        let is_name = commit.chars().all(|char| char.is_ascii_hexdigit());
        if !is_name || commit.is_empty() {
            return Err(self.failure(&format!("`{commit}` is not the name of a commit")));
        }
        let has = self.folder.is_dir()
            && self
                .git(&["cat-file", "-e", &format!("{commit}^{{commit}}")])?
                .status
                .success();
        if !has {
            self.fetch()?;
        }
        let tree = path.map_or(commit.to_string(), |path| format!("{commit}:{path}"));
        let tar = self.succeed(&["archive", "--format=tar", &tree])?;
        let files: Files = files_of(Cursor::new(tar)).map_err(|reason| self.failure(&reason))?;
        replace_folder(folder, |new| write_files(new, &files))
    }

    /// Brings branches and tags up to date.
    fn fetch(&self) -> Result<(), Problem> {
        if self.offline {
            return Err(Problem::Offline {
                needed_for: format!("to fetch from `{}`", self.address),
            });
        }
        if self.address.starts_with('-') {
            return Err(self.failure("an address does not begin with `-`"));
        }
        if !self.folder.join("HEAD").is_file() {
            fs::create_dir_all(&self.folder).map_err(failed("create", &self.folder))?;
            self.succeed(&["init", "--quiet", "--bare"])?;
        }
        self.succeed(&[
            "fetch",
            "--quiet",
            "--force",
            "--prune",
            "--no-write-fetch-head",
            self.address,
            "+refs/heads/*:refs/heads/*",
            "+refs/tags/*:refs/tags/*",
        ])
        .map(drop)
    }

    fn succeed(&self, arguments: &[&str]) -> Result<Vec<u8>, Problem> {
        let output = self.git(arguments)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(self.failure(String::from_utf8_lossy(&output.stderr).trim()))
    }

    fn git(&self, arguments: &[&str]) -> Result<Output, Problem> {
        Command::new("git")
            .args(arguments)
            .current_dir(if self.folder.is_dir() {
                self.folder.as_str()
            } else {
                "."
            })
            .env("GIT_DIR", &self.folder)
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_ALLOW_PROTOCOL", TRANSPORTS)
            .stdin(Stdio::null())
            .output()
            .map_err(|error| self.failure(&format!("`git` could not be run: {error}")))
    }

    fn failure(&self, reason: &str) -> Problem {
        Problem::Git {
            repository: self.address.to_string(),
            reason: reason.to_string(),
        }
    }
}
