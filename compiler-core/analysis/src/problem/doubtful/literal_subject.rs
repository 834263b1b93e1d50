use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A `case` on a literal.
#[derive(Debug, Clone, PartialEq)]
pub struct LiteralSubject {
    /// Where.
    pub span: Span,
}

impl Kind for LiteralSubject {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0427", "Match on a literal", words.at(self.span))
            .label("always the same value")
            .text("The value is known, so only one clause can match.")
            .hint("Use the body of that clause.")
    }
}
