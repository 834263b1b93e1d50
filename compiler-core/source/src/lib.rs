//! What every phase shares: files, spans, names, arenas and the guard against deep recursion.

mod arena;
mod components;
mod deep;
mod grow;
mod name;
mod text;

pub use arena::{Arena, Id, Table};
pub use components::components;
pub use deep::Deep;
pub use grow::grow;
pub use name::Name;
pub use text::{LineColumn, LineIndex, SourceText};

use serde::{Deserialize, Serialize};

/// A file of the running program; a dense index into whatever table of files the engine keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// A half-open range of byte offsets into one file.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether the byte at `offset` lies inside, or the cursor stands at either edge.
    pub fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// The span as a range of indices into the source text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The empty span at the start of this one.
    #[must_use]
    pub const fn at_start(self) -> Self {
        Self::new(self.start, self.start)
    }

    /// The empty span at the end of this one.
    #[must_use]
    pub const fn at_end(self) -> Self {
        Self::new(self.end, self.end)
    }
}

/// A span in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The bytes in it.
    pub span: Span,
}
