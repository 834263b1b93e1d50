//! The registry: which packages there are, signed, and their archives.

mod client;
mod messages;

use std::sync::Arc;

use compiler_core::package::Version;

use crate::problem::Problem;

pub use client::{Client, Settings, Wanted};
pub use messages::{decode_package, encode_package, sign_with, verified};

/// A source of facts about packages.
pub trait Registry {
    /// The releases of a package, in any order; absent if there is no such package.
    fn releases(&self, package: &str) -> Result<Option<Arc<Vec<Release>>>, Problem>;
}

/// A published version of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The version.
    pub version: Version,
    /// What it needs.
    pub dependencies: Vec<Dependency>,
    /// SHA-256 of the archive.
    pub outer_checksum: Vec<u8>,
    /// SHA-256 of the archive's contents, an older kind of checksum.
    pub inner_checksum: Vec<u8>,
    /// Why it should not be used any more.
    pub retired: Option<Retirement>,
}

/// What a release needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependency {
    /// The package.
    pub package: String,
    /// The range, in Hex's notation.
    pub requirement: String,
    /// Whether it only matters if something else needs the package.
    pub optional: bool,
    /// The OTP application, where it is not called as the package.
    pub app: Option<String>,
}

/// Why a release was retired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retirement {
    /// `security` and the like.
    pub reason: &'static str,
    /// In the owner's words.
    pub message: String,
}

/// Bytes as capital hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(digit).collect()
}

/// The SHA-256 of some bytes.
pub fn sha256(bytes: &[u8]) -> Vec<u8> {
    ring::digest::digest(&ring::digest::SHA256, bytes)
        .as_ref()
        .to_vec()
}
