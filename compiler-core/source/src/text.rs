use std::sync::{Arc, OnceLock};

use crate::FileId;

/// A file's text, with the name to show for it and an index of its lines.
#[derive(Debug, Clone)]
pub struct SourceText {
    /// Which file.
    pub file: FileId,
    /// The path to print, relative to the project: `src/app.gleam`.
    pub path: Arc<str>,
    /// The text, UTF-8, with its line ends as they are on disk.
    pub text: Arc<str>,
    /// Where lines start.
    pub lines: LineIndex,
}

impl SourceText {
    /// Indexes `text`. A text of 4 GiB or more is cut by the caller: offsets are `u32`.
    pub fn new(file: FileId, path: &str, text: &str) -> Self {
        let text: Arc<str> = text.into();
        Self {
            file,
            path: path.into(),
            lines: LineIndex::of(text.clone()),
            text,
        }
    }
}

/// A position for people and editors: both parts count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub column: u32,
}

/// Offsets at which lines start. `\n`, `\r\n` and a lone `\r` each end a line.
///
/// They are found when somebody asks: of most texts that did not change nobody does.
#[derive(Debug, Clone)]
pub struct LineIndex {
    text: Arc<str>,
    starts: Arc<OnceLock<Vec<u32>>>,
}

impl PartialEq for LineIndex {
    fn eq(&self, other: &Self) -> bool {
        self.starts() == other.starts()
    }
}

impl Eq for LineIndex {}

impl LineIndex {
    /// The lines of `text`.
    pub fn new(text: &str) -> Self {
        Self::of(text.into())
    }

    fn of(text: Arc<str>) -> Self {
        Self {
            text,
            starts: Arc::default(),
        }
    }

    fn starts(&self) -> &[u32] {
        self.starts.get_or_init(|| starts(&self.text))
    }

    /// How many lines there are; a text without line ends has one.
    pub fn len(&self) -> usize {
        self.starts().len()
    }

    /// Never true: an empty text has one empty line.
    pub fn is_empty(&self) -> bool {
        self.starts().is_empty()
    }

    /// The line, from 1, that holds `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts().partition_point(|start| *start <= offset) as u32
    }

    /// The offset at which the `line`th line (from 1) starts, if there is one.
    pub fn start_of(&self, line: u32) -> Option<u32> {
        self.starts().get((line as usize).checked_sub(1)?).copied()
    }

    /// Line and byte column of `offset`.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.start_of(line).unwrap_or(0);
        LineColumn {
            line,
            column: offset - start + 1,
        }
    }
}

/// The offsets at which lines start.
fn starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for (offset, byte) in bytes.iter().enumerate() {
        let ends_line = match byte {
            b'\n' => true,
            b'\r' => bytes.get(offset + 1) != Some(&b'\n'),
            _ => false,
        };
        if ends_line {
            starts.push(offset as u32 + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_line_ends_count() {
        let lines = LineIndex::new("a\nb\r\nc\rd");
        assert_eq!(lines.len(), 4);
        assert_eq!(lines.line(0), 1);
        assert_eq!(lines.line(3), 2);
        assert_eq!(lines.line_column(7), LineColumn { line: 4, column: 1 });
    }
}
