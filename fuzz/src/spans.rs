//! Places in texts.

use compiler_core::{FileId, Span};

/// The file of a text that stands alone.
pub(crate) const FILE: FileId = FileId(0);

/// The span is in the text, and cuts no character.
pub(crate) fn within(span: Span, text: &str) {
    assert!(
        text.get(span.start as usize..span.end as usize).is_some(),
        "{span:?} is not in the text"
    );
}

/// The places of a problem of the one file there is.
pub(crate) fn report(report: &report::Report, text: &str) {
    for label in &report.labels {
        within(label.location.span, text);
    }
    for edit in report.fixes.iter().flat_map(|fix| &fix.edits) {
        within(edit.location.span, text);
    }
}
