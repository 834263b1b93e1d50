//! Writing archives: the same bytes for the same files, whatever the day or the machine.

use std::collections::BTreeMap;
use std::io::{self, Write};

use camino::{Utf8Path, Utf8PathBuf};
use flate2::{Compression, GzBuilder};

use super::term::Term;
use super::{FORMAT, Files};
use crate::registry::{hexadecimal, sha256};

/// What is told about a package beside its files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Its name, which is that of its OTP application too.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it is.
    pub description: String,
    /// SPDX identifiers.
    pub licences: Vec<String>,
    /// Addresses, by what they lead to.
    pub links: BTreeMap<String, String>,
    /// What it needs, by name.
    pub needs: BTreeMap<String, Need>,
}

/// What a package needs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Need {
    /// The range.
    pub range: String,
    /// The OTP application.
    pub app: String,
}

/// The archive of a package.
pub fn write(facts: &Facts, files: &Files) -> io::Result<Vec<u8>> {
    let metadata = metadata(facts, files);
    let contents = compressed(files)?;
    let whole = [FORMAT.as_bytes(), metadata.as_bytes(), &contents].concat();
    let checksum = hexadecimal(&sha256(&whole));
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in [
        ("VERSION", FORMAT.as_bytes()),
        ("CHECKSUM", checksum.as_bytes()),
        ("metadata.config", metadata.as_bytes()),
        ("contents.tar.gz", &contents),
    ] {
        append(&mut tar, Utf8Path::new(name), bytes, false)?;
    }
    tar.into_inner()
}

/// Files in a compressed archive: the form of documentation, too.
pub fn compressed(files: &Files) -> io::Result<Vec<u8>> {
    let mut tar = tar::Builder::new(Vec::new());
    for (path, file) in files {
        append(&mut tar, path, &file.bytes, file.executable)?;
    }
    let plain = tar.into_inner()?;
    // No time, no name, and no system in the header.
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .operating_system(255)
        .write(Vec::new(), Compression::default());
    encoder.write_all(&plain)?;
    encoder.finish()
}

fn append(
    tar: &mut tar::Builder<Vec<u8>>,
    path: &Utf8Path,
    bytes: &[u8],
    executable: bool,
) -> io::Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes.len() as u64);
    header.set_mode(if executable { 0o755 } else { 0o644 });
    header.set_mtime(0);
    header.set_entry_type(tar::EntryType::Regular);
    tar.append_data(&mut header, path, bytes)
}

/// `metadata.config`
fn metadata(facts: &Facts, files: &Files) -> String {
    let binaries = |all: &[String]| Term::List(all.iter().map(|it| Term::binary(it)).collect());
    let links = facts.links.iter();
    let links = links.map(|(title, href)| Term::pair(title, Term::binary(href)));
    let needs = facts.needs.iter().map(|(name, need)| {
        let pairs = vec![
            Term::pair("app", Term::binary(&need.app)),
            Term::pair("optional", Term::Atom("false".to_string())),
            Term::pair("requirement", Term::binary(&need.range)),
        ];
        Term::pair(name, Term::List(pairs))
    });
    let files: Vec<String> = files.keys().map(Utf8PathBuf::to_string).collect();
    let pairs = [
        ("name", Term::binary(&facts.name)),
        ("app", Term::binary(&facts.name)),
        ("version", Term::binary(&facts.version)),
        ("description", Term::binary(&facts.description)),
        ("licenses", binaries(&facts.licences)),
        ("build_tools", binaries(&["gleam".to_string()])),
        ("links", Term::List(links.collect())),
        ("requirements", Term::List(needs.collect())),
        ("files", binaries(&files)),
    ];
    let lines = pairs.map(|(key, value)| format!("{}.\n", Term::pair(key, value)));
    lines.concat()
}
