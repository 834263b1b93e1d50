//! Texts that are known to be formatted: most files are as the last run left them.
//!
//! The machine's cache has a file of their hashes, 16 bytes each, the latest last. The folder that it
//! is in belongs to this very program, so that another version does not believe it. A file that is
//! broken, or written by two at once, costs time and nothing else.

use std::collections::HashSet;

use camino::Utf8PathBuf;
use compiler_core::{Host, text_hash};

use crate::cache::Cache;
use crate::host::Disk;

/// How many hashes are kept: 16 bytes each.
const KEPT: usize = 200_000;

/// The hashes of formatted texts.
pub(super) struct Seen {
    file: Option<Utf8PathBuf>,
    /// As in the file, oldest first.
    all: Vec<u128>,
    known: HashSet<u128>,
}

/// Stands for a text.
pub(super) fn hash(text: &str) -> u128 {
    text_hash(text.as_bytes())
}

impl Seen {
    /// What earlier runs found; nothing where there is no cache.
    pub(super) fn read() -> Self {
        let file = Cache::machine().map(|folder| folder.join("formatted"));
        let bytes = file.as_ref().and_then(|file| Disk.read(file).ok());
        let bytes = bytes.unwrap_or_default();
        let (hashes, _) = bytes.as_chunks::<16>();
        let all: Vec<u128> = hashes
            .iter()
            .map(|hash| u128::from_le_bytes(*hash))
            .collect();
        let known = all.iter().copied().collect();
        Self { file, all, known }
    }

    /// Whether a text of this hash is formatted.
    pub(super) fn contains(&self, hash: u128) -> bool {
        self.known.contains(&hash)
    }

    /// Remembers the texts of these hashes too.
    pub(super) fn add(mut self, hashes: impl Iterator<Item = u128>) {
        let before = self.all.len();
        self.all
            .extend(hashes.filter(|hash| self.known.insert(*hash)));
        let Some(file) = self.file.filter(|_| self.all.len() > before) else {
            return;
        };
        let dropped = self.all.len().saturating_sub(KEPT);
        let bytes: Vec<u8> = self.all[dropped..]
            .iter()
            .flat_map(|hash| hash.to_le_bytes())
            .collect();
        // What is not remembered is found out again.
        let _: Result<(), _> = Disk.write(&file, &bytes);
    }
}
