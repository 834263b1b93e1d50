//! Tasks about the packages that the program brings.

pub(crate) mod api_check;
pub(crate) mod coverage;
mod definition;
pub(crate) mod doc_examples;
mod example;
mod interface;
mod signature;

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use crate::run::root;

/// A package of `stdlib`.
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// Its folder.
    pub(crate) folder: Utf8PathBuf,
    config: String,
}

/// The folder of the packages.
pub(crate) fn folder() -> Utf8PathBuf {
    root().join("stdlib")
}

/// The packages, sorted by name.
pub(crate) fn packages() -> Result<Vec<Package>, String> {
    let entries = folder()
        .read_dir_utf8()
        .map_err(|error| error.to_string())?;
    let mut packages = Vec::new();
    for entry in entries {
        let folder = entry.map_err(|error| error.to_string())?.into_path();
        if folder.join("gleam.toml").is_file() {
            packages.push(Package::read(&folder)?);
        }
    }
    packages.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(packages)
}

impl Package {
    fn read(folder: &Utf8Path) -> Result<Self, String> {
        let path = folder.join("gleam.toml");
        let config = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        Ok(Self {
            name: folder.file_name().unwrap_or_default().to_string(),
            folder: folder.to_path_buf(),
            config,
        })
    }

    /// The targets that it is for: the one that it names, or all. Some name none, and have
    /// functions for one only.
    pub(crate) fn targets(&self) -> &'static [&'static str] {
        let named = |target: &str| {
            let line = format!("target = \"{target}\"");
            self.config.lines().any(|written| written == line)
        };
        match self.name.as_str() {
            "logging" | "gleam_httpc" => &["erlang"],
            "gleam_javascript" | "gleam_fetch" => &["javascript"],
            _ if named("erlang") => &["erlang"],
            _ if named("javascript") => &["javascript"],
            _ => &["erlang", "javascript"],
        }
    }

    /// Its modules' files, sorted.
    pub(crate) fn files(&self, part: &str) -> Result<Vec<Utf8PathBuf>, String> {
        let folder = self.folder.join(part);
        if folder.is_dir() {
            crate::run::files_below(&folder, "gleam")
        } else {
            Ok(Vec::new())
        }
    }
}
