use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::{Host, HostError};

/// A file system in memory.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<Utf8PathBuf, Vec<u8>>>,
}

impl Memory {
    /// One that holds these files.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let memory = Self::default();
        for (path, text) in files {
            memory.put(path, text);
        }
        memory
    }

    /// Adds or replaces a file.
    pub fn put(&self, path: &str, text: &str) {
        self.lock().insert(path.into(), text.as_bytes().to_vec());
    }

    /// The paths of all files.
    pub fn paths(&self) -> Vec<Utf8PathBuf> {
        self.lock().keys().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Utf8PathBuf, Vec<u8>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Host for Memory {
    fn read(&self, path: &Utf8Path) -> Result<Vec<u8>, HostError> {
        self.lock().get(path).cloned().ok_or_else(|| HostError {
            action: "read",
            path: path.into(),
            reason: "no such file".to_string(),
        })
    }

    fn files_below(&self, folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, HostError> {
        Ok(self
            .lock()
            .keys()
            .filter(|path| path.starts_with(folder))
            .cloned()
            .collect())
    }

    fn folders_in(&self, folder: &Utf8Path) -> Result<Vec<String>, HostError> {
        let files = self.lock();
        let inside = files
            .keys()
            .filter_map(|path| path.strip_prefix(folder).ok());
        let names: BTreeSet<String> = inside
            .filter(|path| path.components().count() > 1)
            .filter_map(|path| path.components().next().map(|part| part.to_string()))
            .collect();
        Ok(names.into_iter().collect())
    }

    fn is_file(&self, path: &Utf8Path) -> bool {
        self.lock().contains_key(path)
    }

    fn write(&self, path: &Utf8Path, bytes: &[u8]) -> Result<(), HostError> {
        self.lock().insert(path.into(), bytes.to_vec());
        Ok(())
    }

    fn remove(&self, path: &Utf8Path) -> Result<(), HostError> {
        self.lock().remove(path);
        Ok(())
    }
}
