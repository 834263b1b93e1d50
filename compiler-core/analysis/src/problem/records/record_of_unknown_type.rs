use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A field of something whose type is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordOfUnknownType {
    /// Where.
    pub span: Span,
}

impl Kind for RecordOfUnknownType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0249", "Type not known yet", words.at(self.span))
            .label("the type of this is not known here")
            .text("To find the field, the type of the record must be known before this point.")
            .hint("Annotate where the value comes from.")
    }
}
