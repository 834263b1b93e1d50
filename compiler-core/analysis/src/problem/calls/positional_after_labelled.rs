use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// An argument without a label after one with a label.
#[derive(Debug, Clone, PartialEq)]
pub struct PositionalAfterLabelled {
    /// Where.
    pub span: Span,
}

impl Kind for PositionalAfterLabelled {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0243", "Argument without a label", words.at(self.span))
            .label("this comes too late")
            .text("Arguments without labels stand before those with labels.")
            .hint("Give it a label, or move it to the front.")
    }
}
