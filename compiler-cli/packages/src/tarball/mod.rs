//! The archives that the registry holds: a tar with a version, a checksum, facts and contents.

mod read;
mod term;
mod write;

use std::collections::BTreeMap;

use camino::Utf8PathBuf;

pub(crate) use read::files_of;
pub use read::read;
pub use term::Term;
pub(crate) use term::parse_all;
pub use write::{Facts, Need, compressed, write};

/// The version of the format.
const FORMAT: &str = "3";

/// A package's archive, unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// The name that it gives itself.
    pub name: String,
    /// The version.
    pub version: String,
    /// The OTP application.
    pub app: Option<String>,
    /// The tools that can build it.
    pub build_tools: Vec<String>,
    /// What it needs: range and whether that is optional, by name.
    pub requirements: BTreeMap<String, (String, bool)>,
    /// Its files, by paths below its folder.
    pub files: Files,
}

/// Files by their paths below a folder.
pub type Files = BTreeMap<Utf8PathBuf, File>;

/// A file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct File {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Whether it is a program.
    pub executable: bool,
}
