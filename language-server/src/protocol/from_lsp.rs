//! The protocol's types as ours.

use camino::Utf8PathBuf;
use tower_lsp::ls_types as lsp;

use crate::event::{At, Edit};
use crate::position::{Position, Range};

/// The path of a `file:` address.
pub(super) fn path(uri: &lsp::Uri) -> Option<Utf8PathBuf> {
    Utf8PathBuf::from_path_buf(uri.to_file_path()?.into_owned()).ok()
}

pub(super) fn at(params: &lsp::TextDocumentPositionParams) -> Option<At> {
    let path = path(&params.text_document.uri)?;
    Some(At {
        path,
        position: position(params.position),
    })
}

pub(super) fn edit(change: lsp::TextDocumentContentChangeEvent) -> Edit {
    Edit {
        range: change.range.map(range),
        text: change.text,
    }
}

/// The range that the editor means.
pub(super) fn range(range: lsp::Range) -> Range {
    Range {
        start: position(range.start),
        end: position(range.end),
    }
}

fn position(position: lsp::Position) -> Position {
    Position {
        line: position.line,
        character: position.character,
    }
}
