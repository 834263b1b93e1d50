//! The files of a package.

use camino::{Utf8Path, Utf8PathBuf};
use source::Name;

use crate::error::Error;
use crate::host::Host;

/// Which part of the package a file belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// `src`: what other packages see.
    Src,
    /// `dev`
    Dev,
    /// `test`
    Test,
}

impl Origin {
    /// The folder's name.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Src => "src",
            Self::Dev => "dev",
            Self::Test => "test",
        }
    }
}

/// A Gleam module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleFile {
    /// `wibble/wobble`
    pub name: Name,
    /// Where it is.
    pub path: Utf8PathBuf,
    /// Which part it belongs to.
    pub origin: Origin,
}

/// A file in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NativeFile {
    /// Relative to `src`, `dev` or `test`.
    pub relative: Utf8PathBuf,
    /// Where it is.
    pub path: Utf8PathBuf,
}

/// What a package holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackageFiles {
    /// Modules, sorted by part and path.
    pub modules: Vec<ModuleFile>,
    /// `.erl` and `.hrl`
    pub erlang: Vec<NativeFile>,
    /// `.mjs` and the like
    pub javascript: Vec<NativeFile>,
    /// Files that end in `.gleam` but cannot be modules.
    pub misnamed: Vec<Utf8PathBuf>,
}

/// Lists the files of the package at `root`; `dev` and `test` only where `all_origins`.
pub fn collect(host: &dyn Host, root: &Utf8Path, all_origins: bool) -> Result<PackageFiles, Error> {
    let origins: &[Origin] = if all_origins {
        &[Origin::Src, Origin::Dev, Origin::Test]
    } else {
        &[Origin::Src]
    };
    let mut files = PackageFiles::default();
    for origin in origins {
        let folder = root.join(origin.folder());
        for path in host.files_below(&folder)? {
            let Ok(relative) = path.strip_prefix(&folder) else {
                continue;
            };
            let relative = relative.to_path_buf();
            match relative.extension() {
                Some("gleam") => add_module(&mut files, path, &relative, *origin),
                Some("erl" | "hrl") => files.erlang.push(NativeFile { relative, path }),
                Some("mjs" | "js" | "cjs" | "jsx" | "ts" | "mts" | "cts" | "tsx") => {
                    files.javascript.push(NativeFile { relative, path });
                }
                _ => {}
            }
        }
    }
    Ok(files)
}

fn add_module(files: &mut PackageFiles, path: Utf8PathBuf, relative: &Utf8Path, origin: Origin) {
    let name = relative.with_extension("");
    let segments: Vec<&str> = name.components().map(|part| part.as_str()).collect();
    if segments.iter().all(|segment| is_segment(segment)) {
        files.modules.push(ModuleFile {
            name: Name::new(&segments.join("/")),
            path,
            origin,
        });
    } else {
        files.misnamed.push(path);
    }
}

fn is_segment(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
