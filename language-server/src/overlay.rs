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

#[cfg(test)]
mod tests {
    use testkit::Memory;

    use super::*;
    use crate::position::{Position, Range};

    /// Where a code unit stands.
    fn position(text: &[u16], index: usize) -> Position {
        let newline = u16::from(b'\n');
        let before = &text[..index];
        let line = before
            .iter()
            .rposition(|unit| *unit == newline)
            .map_or(0, |at| at + 1);
        let lines = before.iter().filter(|unit| **unit == newline).count();
        Position {
            line: lines as u32,
            character: (index - line) as u32,
        }
    }

    /// Edits do to the text what they do to its code units.
    #[test]
    fn edits_keep_up_with_a_model() {
        let pieces = ["", "a", "é", "\u{1f600}", "\n", "x\u{10000}\ny", "\n\n"];
        let mut state = 7_u64;
        let mut random = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) as usize % below
        };
        let path = Utf8Path::new("/a.gleam");
        let mut overlay = Overlay::new(Box::new(Memory::default()));
        overlay.open(path.into(), String::new());
        let mut model: Vec<u16> = Vec::new();
        for _ in 0..2000 {
            let is_low = |unit: &u16| (0xdc00..0xe000).contains(unit);
            let boundaries: Vec<usize> = (0..=model.len())
                .filter(|at| !model.get(*at).is_some_and(is_low))
                .collect();
            let first = random(boundaries.len());
            let last = (first + random(4)).min(boundaries.len() - 1);
            let (start, end) = (boundaries[first], boundaries[last]);
            let piece = pieces[random(pieces.len())];
            let range = Range {
                start: position(&model, start),
                end: position(&model, end),
            };
            overlay.edit(
                path,
                vec![Edit {
                    range: Some(range),
                    text: piece.to_string(),
                }],
            );
            model.splice(start..end, piece.encode_utf16());
            let text = String::from_utf16(&model).unwrap();
            assert_eq!(overlay.read(path).unwrap(), text.into_bytes());
        }
    }
}
