use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A field of an update without a label.
#[derive(Debug, Clone, PartialEq)]
pub struct PositionalInUpdate {
    /// Where.
    pub span: Span,
}

impl Kind for PositionalInUpdate {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0251", "Field without a label", words.at(self.span))
            .label("which field is this?")
            .text("A record update names each field that changes.")
            .hint("Write `label: value`.")
    }
}
