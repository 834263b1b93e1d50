//! The only door to the outside.

use camino::{Utf8Path, Utf8PathBuf};

/// Access to files. Tests and browsers give another one than the command line.
pub trait Host: Sync {
    /// The bytes of a file.
    fn read(&self, path: &Utf8Path) -> Result<Vec<u8>, HostError>;

    /// All files below a folder, at any depth, sorted; empty if the folder does not exist.
    /// Symbolic links to folders are followed once; cycles end.
    fn files_below(&self, folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, HostError>;

    /// The names of the folders directly in a folder, sorted; empty if it does not exist.
    fn folders_in(&self, folder: &Utf8Path) -> Result<Vec<String>, HostError>;

    /// Whether a file exists.
    fn is_file(&self, path: &Utf8Path) -> bool;

    /// Replaces a file as a whole, making its folders; a reader sees the old or the new one.
    fn write(&self, path: &Utf8Path, bytes: &[u8]) -> Result<(), HostError>;

    /// Removes a file; it is no error if there is none.
    fn remove(&self, path: &Utf8Path) -> Result<(), HostError>;
}

/// A file operation that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostError {
    /// What was tried: `read`, `write`.
    pub action: &'static str,
    /// On what.
    pub path: Utf8PathBuf,
    /// What the system said.
    pub reason: String,
}
