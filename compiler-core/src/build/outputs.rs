//! Which files of the build folder are ours, and what each was made from.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

use crate::error::Error;
use crate::host::Host;
use crate::key::{self, Hash};

use super::layout::Layout;

/// The key of a file of which only is known that it may be there; no key of contents is zero but by chance.
const UNKNOWN: Hash = 0;

/// Paths are relative to the layout's folder.
pub(crate) struct Outputs<'a> {
    host: &'a dyn Host,
    folder: Utf8PathBuf,
    file: Utf8PathBuf,
    fingerprint: Hash,
    before: BTreeMap<Utf8PathBuf, Hash>,
    now: BTreeMap<Utf8PathBuf, Hash>,
    pending: BTreeSet<Utf8PathBuf>,
    /// What was made now and not taken over from anywhere.
    made: BTreeSet<Utf8PathBuf>,
    /// What was written as it was offered.
    taken: BTreeSet<Utf8PathBuf>,
    /// Files that are written as soon as they are found to be current.
    offers: BTreeMap<Utf8PathBuf, (Hash, Vec<u8>)>,
    /// The packages of which there are offers.
    offered: BTreeSet<String>,
}

impl<'a> Outputs<'a> {
    /// Reads what builds have left. What another `fingerprint` made is not current, but still ours.
    pub(crate) fn read(host: &'a dyn Host, layout: &Layout, fingerprint: &str) -> Self {
        let file = layout.outputs();
        let fingerprint = key::text(fingerprint.as_bytes());
        let stored = if host.is_file(&file) {
            host.read(&file).ok()
        } else {
            None
        };
        let stored: Option<(Hash, BTreeMap<String, Hash>)> =
            stored.and_then(|bytes| postcard::from_bytes(key::unsealed(&bytes)?).ok());
        let before = match stored {
            Some((found, files)) if found == fingerprint => files,
            Some((_, files)) => files.into_keys().map(|path| (path, UNKNOWN)).collect(),
            None => BTreeMap::new(),
        };
        Self {
            host,
            folder: layout.folder.clone(),
            file,
            fingerprint,
            before: before
                .into_iter()
                .map(|(path, key)| (path.into(), key))
                .collect(),
            now: BTreeMap::new(),
            pending: BTreeSet::new(),
            made: BTreeSet::new(),
            taken: BTreeSet::new(),
            offers: BTreeMap::new(),
            offered: BTreeSet::new(),
        }
    }

    /// Stands for all that output depends on beside its keys.
    pub(crate) fn fingerprint(&self) -> Hash {
        self.fingerprint
    }

    /// Adds a file of a package that need not be made if it turns out to be current.
    pub(crate) fn offer(&mut self, package: &str, path: Utf8PathBuf, key: Hash, bytes: Vec<u8>) {
        self.offered.insert(package.to_string());
        self.offers.insert(path, (key, bytes));
    }

    /// Whether the file was made from `key`, and is there or on offer.
    pub(crate) fn is_current(&self, path: &Utf8Path, key: Hash) -> bool {
        self.is_present(path, key) || self.offers.get(path).is_some_and(|offer| offer.0 == key)
    }

    fn is_present(&self, path: &Utf8Path, key: Hash) -> bool {
        self.before.get(path) == Some(&key) && self.host.is_file(&self.folder.join(path))
    }

    /// Says that a file that is current belongs to this build, made from `key`.
    pub(crate) fn keep(&mut self, path: Utf8PathBuf, key: Hash) -> Result<(), Error> {
        if let Some((offered, bytes)) = self.offers.remove(&path)
            && offered == key
            && !self.is_present(&path, key)
        {
            self.announce(std::iter::once(&*path))?;
            self.host.write(&self.folder.join(&path), &bytes)?;
            self.taken.insert(path.clone());
        }
        self.now.insert(path, key);
        Ok(())
    }

    /// Says that files are going to be replaced. If we are killed meanwhile, nobody knows what is in
    /// them: that is written down first.
    pub(crate) fn announce<'p>(
        &mut self,
        paths: impl Iterator<Item = &'p Utf8Path>,
    ) -> Result<(), Error> {
        let mut changed = false;
        for path in paths {
            if let Some(key) = self.before.get_mut(path)
                && *key != UNKNOWN
            {
                *key = UNKNOWN;
                changed = true;
            }
        }
        if changed {
            self.remember(&self.before)?;
        }
        Ok(())
    }

    fn remember(&self, files: &BTreeMap<Utf8PathBuf, Hash>) -> Result<(), Error> {
        let files: BTreeMap<&str, Hash> = files
            .iter()
            .map(|(path, key)| (path.as_str(), *key))
            .collect();
        let bytes = postcard::to_stdvec(&(self.fingerprint, files)).unwrap_or_default();
        self.host.write(&self.file, &key::sealed(&bytes))?;
        Ok(())
    }

    /// Says that somebody else is writing the file; it counts once the build succeeds.
    pub(crate) fn expect(&mut self, path: Utf8PathBuf, key: Hash) {
        self.pending.insert(path.clone());
        self.made.insert(path.clone());
        self.now.insert(path, key);
    }

    /// Writes a file unless it is there and was made from `key`; tells whether it wrote.
    pub(crate) fn write(
        &mut self,
        path: Utf8PathBuf,
        key: Hash,
        bytes: &[u8],
    ) -> Result<bool, Error> {
        let stale = !self.is_current(&path, key);
        if stale {
            self.announce(std::iter::once(&*path))?;
            self.host.write(&self.folder.join(&path), bytes)?;
            self.made.insert(path.clone());
            self.now.insert(path, key);
        } else {
            self.keep(path, key)?;
        }
        Ok(stale)
    }

    /// The files of this build below `prefix`, with their keys; nothing if none of them was made
    /// now, or if somebody may have changed one since it was.
    pub(crate) fn made(&self, prefix: &str) -> Option<Vec<(&Utf8Path, Hash)>> {
        let below = |path: &&Utf8PathBuf| path.as_str().starts_with(prefix);
        self.made.iter().find(below)?;
        let now = self.now.iter().filter(|(path, _)| below(path));
        let fresh = |path| self.made.contains(path) || self.taken.contains(path);
        now.map(|(path, key)| fresh(path).then_some((path.as_path(), *key)))
            .collect()
    }

    /// Writes a small file that is its own key.
    pub(crate) fn write_text(&mut self, path: Utf8PathBuf, bytes: &[u8]) -> Result<bool, Error> {
        self.write(path, key::text(bytes), bytes)
    }

    /// The files of the package's last build, or else of those on offer, whose paths are `prefix`
    /// and a `rest`, with their keys.
    pub(crate) fn before(
        &self,
        package: &str,
        prefix: &str,
        rest: impl Fn(&str) -> bool,
    ) -> Vec<(Utf8PathBuf, Hash)> {
        let matches = |path: &Utf8PathBuf| path.as_str().strip_prefix(prefix).is_some_and(&rest);
        if self.offered.contains(package) {
            let offers = self.offers.iter().filter(|(path, _)| matches(path));
            return offers
                .map(|(path, (key, _))| (path.clone(), *key))
                .collect();
        }
        let before = self.before.iter().filter(|(path, _)| matches(path));
        before.map(|(path, key)| (path.clone(), *key)).collect()
    }

    /// Removes files that no longer belong to the build, and remembers the others. A build that has
    /// not succeeded removes nothing, so that a later one must know all its files.
    pub(crate) fn finish(mut self, succeeded: bool) -> Result<(), Error> {
        if succeeded {
            for path in self.before.keys() {
                if !self.now.contains_key(path) {
                    self.host.remove(&self.folder.join(path))?;
                }
            }
        } else {
            for path in std::mem::take(&mut self.pending) {
                self.now.insert(path, UNKNOWN);
            }
            for (path, key) in &self.before {
                self.now.entry(path.clone()).or_insert(*key);
            }
        }
        if self.now == self.before {
            return Ok(());
        }
        self.remember(&self.now)
    }
}
