//! What happens to the session.

use camino::Utf8PathBuf;
use tokio::sync::oneshot;

use crate::features::{Hover, Place, Symbol};
use crate::position::{Position, Range};

/// A message from the editor, in our own words.
#[derive(Debug)]
pub(crate) enum Event {
    /// A file is open: its text is what the editor says, no longer what is on disk.
    Open { path: Utf8PathBuf, text: String },
    /// Edits to an open file, one after the other.
    Edit { path: Utf8PathBuf, edits: Vec<Edit> },
    /// A file is closed: its text is what is on disk.
    Close { path: Utf8PathBuf },
    /// Something on disk changed.
    DiskChanged,
    /// What is at a position?
    Hover {
        at: At,
        reply: oneshot::Sender<Option<Hover>>,
    },
    /// Where is what is at a position defined?
    Definition {
        at: At,
        reply: oneshot::Sender<Option<Place>>,
    },
    /// How should a file look?
    Format {
        path: Utf8PathBuf,
        /// Only the definitions that it touches.
        range: Option<Range>,
        reply: oneshot::Sender<Vec<Edit>>,
    },
    /// What does a file define?
    Symbols {
        path: Utf8PathBuf,
        reply: oneshot::Sender<Vec<Symbol>>,
    },
}

/// One replacement; without a range, of everything.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) range: Option<Range>,
    pub(crate) text: String,
}

/// A position in a file.
#[derive(Debug)]
pub(crate) struct At {
    pub(crate) path: Utf8PathBuf,
    pub(crate) position: Position,
}
