use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A record update that changes each field.
#[derive(Debug, Clone, PartialEq)]
pub struct AllFieldsUpdated {
    /// Where.
    pub span: Span,
}

impl Kind for AllFieldsUpdated {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0422", "Update of everything", words.at(self.span))
            .label("changes all fields")
            .text("Each field gets a new value, so nothing of the old record is kept.")
            .hint("Make the record with a plain call of its constructor.")
    }
}
