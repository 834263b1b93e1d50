//! Collects the printed text and where its parts come from.

use std::fmt;

use pretty::{Render, RenderAnnotated};

/// A place of the text that comes from a place of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::javascript) struct Mapping {
    /// Line of the text, from 0.
    pub(in crate::javascript) line: u32,
    /// Column in UTF-16 code units, from 0.
    pub(in crate::javascript) column: u32,
    /// Offset into the source.
    pub(in crate::javascript) source: u32,
}

/// Text without trailing spaces.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    mappings: Vec<Mapping>,
    line: u32,
    column: u32,
    /// Spaces that are written once something follows them on the line.
    spaces: usize,
    /// A place of the source whose text has not begun.
    pending: Option<u32>,
}

impl Writer {
    /// All text, and the mappings in its order.
    pub(super) fn finish(self) -> (String, Vec<Mapping>) {
        (self.text, self.mappings)
    }

    fn push_line_part(&mut self, part: &str) {
        let trimmed = part.trim_start_matches(' ');
        self.spaces += part.len() - trimmed.len();
        if trimmed.is_empty() {
            return;
        }
        self.text.extend(std::iter::repeat_n(' ', self.spaces));
        self.column += self.spaces as u32;
        self.spaces = 0;
        if let Some(source) = self.pending.take() {
            self.mappings.push(Mapping {
                line: self.line,
                column: self.column,
                source,
            });
        }
        let body = trimmed.trim_end_matches(' ');
        self.spaces = trimmed.len() - body.len();
        self.text.push_str(body);
        self.column += body
            .chars()
            .map(|char| char.len_utf16() as u32)
            .sum::<u32>();
    }

    fn end_line(&mut self) {
        self.text.push('\n');
        self.line += 1;
        self.column = 0;
        self.spaces = 0;
    }
}

impl Render for Writer {
    type Error = fmt::Error;

    fn write_str(&mut self, text: &str) -> Result<usize, fmt::Error> {
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            self.push_line_part(part);
        }
        Ok(text.len())
    }

    fn fail_doc(&self) -> fmt::Error {
        fmt::Error
    }
}

impl RenderAnnotated<'_, u32> for Writer {
    fn push_annotation(&mut self, source: &u32) -> Result<(), fmt::Error> {
        // Of nested places that begin together the innermost is the most exact.
        self.pending = Some(*source);
        Ok(())
    }

    fn pop_annotation(&mut self) -> Result<(), fmt::Error> {
        Ok(())
    }
}
