//! Open files over the disk.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::{Host, HostError, LineIndex};

use crate::event::Edit;
use crate::position::offset;

/// The disk, with the texts of open files in front of it. Nothing is written.
pub(crate) struct Overlay {
    disk: Box<dyn Host + Send>,
    open: BTreeMap<Utf8PathBuf, String>,
}

impl Overlay {
    pub(crate) fn new(disk: Box<dyn Host + Send>) -> Self {
        Self {
            disk,
            open: BTreeMap::new(),
        }
    }

    pub(crate) fn open(&mut self, path: Utf8PathBuf, text: String) {
        self.open.insert(path, text);
    }

    pub(crate) fn close(&mut self, path: &Utf8Path) {
        self.open.remove(path);
    }

    pub(crate) fn edit(&mut self, path: &Utf8Path, edits: Vec<Edit>) {
        let Some(text) = self.open.get_mut(path) else {
            return;
        };
        for edit in edits {
            let Some(range) = edit.range else {
                *text = edit.text;
                continue;
            };
            let lines = LineIndex::new(text);
            let start = offset(text, &lines, range.start) as usize;
            let end = offset(text, &lines, range.end) as usize;
            text.replace_range(start..end.max(start), &edit.text);
        }
    }
}

impl Host for Overlay {
    fn read(&self, path: &Utf8Path) -> Result<Vec<u8>, HostError> {
        match self.open.get(path) {
            Some(text) => Ok(text.clone().into_bytes()),
            None => self.disk.read(path),
        }
    }

    fn files_below(&self, folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, HostError> {
        let mut files = self.disk.files_below(folder)?;
        files.extend(
            self.open
                .keys()
                .filter(|path| path.starts_with(folder))
                .cloned(),
        );
        files.sort();
        files.dedup();
        Ok(files)
    }

    fn folders_in(&self, folder: &Utf8Path) -> Result<Vec<String>, HostError> {
        self.disk.folders_in(folder)
    }

    fn is_file(&self, path: &Utf8Path) -> bool {
        self.open.contains_key(path) || self.disk.is_file(path)
    }

    fn write(&self, path: &Utf8Path, _: &[u8]) -> Result<(), HostError> {
        let reason = "the language server writes nothing".to_string();
        Err(HostError {
            action: "write",
            path: path.into(),
            reason,
        })
    }

    fn remove(&self, path: &Utf8Path) -> Result<(), HostError> {
        let reason = "the language server removes nothing".to_string();
        Err(HostError {
            action: "remove",
            path: path.into(),
            reason,
        })
    }
}
