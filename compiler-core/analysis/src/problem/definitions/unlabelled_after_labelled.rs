use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A field or parameter without a label after one with a label.
#[derive(Debug, Clone, PartialEq)]
pub struct UnlabelledAfterLabelled {
    /// Where.
    pub span: Span,
}

impl Kind for UnlabelledAfterLabelled {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0219", "Missing label", words.at(self.span))
            .label("this needs a label")
            .text("Once one has a label, all that follow need one.")
            .hint("Give it a label, or move it before the labelled ones.")
    }
}
