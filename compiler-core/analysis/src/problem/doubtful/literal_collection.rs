use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A `case` on a tuple that is written out.
#[derive(Debug, Clone, PartialEq)]
pub struct LiteralCollection {
    /// Where.
    pub span: Span,
}

impl Kind for LiteralCollection {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0426", "Match on a literal", words.at(self.span))
            .label("taken apart at once")
            .text("The tuple is only made to be matched.")
            .hint("Match several values: `case a, b { … }`.")
    }
}
