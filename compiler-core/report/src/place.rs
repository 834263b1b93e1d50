use serde_json::{Value, json};
use source::Location;

use crate::Sources;

/// A location as people and programs name it: lines and columns count from 1, columns in
/// characters (Unicode code points), and ends are exclusive.
pub(crate) struct Place<'a> {
    pub(crate) file: &'a str,
    pub(crate) start: (u32, u32),
    pub(crate) end: (u32, u32),
    location: Location,
}

impl<'a> Place<'a> {
    /// None if nobody has the file.
    pub(crate) fn of(location: Location, sources: &'a dyn Sources) -> Option<Self> {
        let source = sources.source(location.file)?;
        let point = |offset: u32| {
            let line = source.lines.line(offset);
            let start = source.lines.start_of(line).unwrap_or(0) as usize;
            let end = source.text.floor_char_boundary(offset as usize).max(start);
            (line, source.text[start..end].chars().count() as u32 + 1)
        };
        Some(Self {
            file: &source.path,
            start: point(location.span.start),
            end: point(location.span.end),
            location,
        })
    }

    /// With the byte offsets.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "file": self.file,
            "start": self.location.span.start,
            "end": self.location.span.end,
            "line": self.start.0,
            "column": self.start.1,
            "end_line": self.end.0,
            "end_column": self.end.1,
        })
    }
}
