//! `build/packages/packages.toml`: which versions were put there.

use std::collections::BTreeMap;
use std::fs;

use camino::Utf8Path;
use serde::Deserialize;

use crate::manifest::{Locked, LockedSource};
use crate::problem::Problem;
use crate::store;

/// What is in `build/packages`. A file that cannot be read tells of nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub(crate) struct Installed {
    #[serde(default)]
    packages: BTreeMap<String, String>,
    /// Commits, for what comes from repositories.
    #[serde(default)]
    git: BTreeMap<String, String>,
    /// Which of them are on disk.
    #[serde(skip)]
    folders: Vec<String>,
}

const FILE: &str = "build/packages/packages.toml";

impl Installed {
    /// Reads the file of the project at `root`.
    pub(crate) fn read(root: &Utf8Path) -> Self {
        let text = fs::read_to_string(root.join(FILE)).unwrap_or_default();
        let mut installed: Self = toml::from_str(&text).unwrap_or_default();
        let entries = root.join("build/packages").read_dir_utf8();
        let entries = entries.into_iter().flatten().flatten();
        installed.folders = entries
            .filter(|entry| entry.path().join("gleam.toml").is_file())
            .map(|entry| entry.file_name().to_string())
            .collect();
        installed
    }

    /// Whether the very package that is locked is there.
    pub(crate) fn has(&self, name: &str, locked: &Locked) -> bool {
        match &locked.source {
            LockedSource::Local { .. } => true,
            LockedSource::Git { commit, .. } => self.has_commit(name, commit),
            LockedSource::Hex { .. } => {
                self.packages.get(name) == Some(&locked.version)
                    && !self.git.contains_key(name)
                    && self.has_folder(name)
            }
        }
    }

    /// Whether a package is there as of a commit.
    pub(crate) fn has_commit(&self, name: &str, commit: &str) -> bool {
        self.git.get(name).is_some_and(|it| it == commit) && self.has_folder(name)
    }

    fn has_folder(&self, name: &str) -> bool {
        self.folders.iter().any(|it| it == name)
    }

    /// Notes that a locked package was put there.
    pub(crate) fn add(&mut self, name: &str, locked: &Locked) {
        self.packages
            .insert(name.to_string(), locked.version.clone());
        match &locked.source {
            LockedSource::Git { commit, .. } => self.add_commit(name, commit),
            LockedSource::Hex { .. } | LockedSource::Local { .. } => {
                self.git.remove(name);
            }
        }
    }

    /// Notes the commit that was put there.
    pub(crate) fn add_commit(&mut self, name: &str, commit: &str) {
        self.git.insert(name.to_string(), commit.to_string());
    }

    /// Forgets what is not kept, and tells its names.
    pub(crate) fn forget(&mut self, keep: impl Fn(&str) -> bool) -> Vec<String> {
        let names = self.packages.keys().chain(self.git.keys());
        let gone = names.filter(|name| !keep(name)).cloned().collect();
        self.packages.retain(|name, _| keep(name));
        self.git.retain(|name, _| keep(name));
        gone
    }

    /// Writes the file.
    pub(crate) fn write(&self, root: &Utf8Path) -> Result<(), Problem> {
        let mut text = String::from("[packages]\n");
        for (name, version) in &self.packages {
            text.push_str(&format!("{name} = \"{version}\"\n"));
        }
        text.push_str("\n[git]\n");
        for (name, commit) in &self.git {
            text.push_str(&format!("{name} = \"{commit}\"\n"));
        }
        store::write(&root.join(FILE), text.as_bytes())
    }
}
