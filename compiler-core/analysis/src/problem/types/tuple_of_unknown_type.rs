use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// An index into something whose type is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct TupleOfUnknownType {
    /// Where.
    pub span: Span,
}

impl Kind for TupleOfUnknownType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0237", "Type not known yet", words.at(self.span))
            .label("the type of this is not known here")
            .text("To find the element, the type of the tuple must be known before this point.")
            .hint("Annotate where the value comes from.")
    }
}
