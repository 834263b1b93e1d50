use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A literal that is no result.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedLiteral {
    /// Where.
    pub span: Span,
}

impl Kind for UnusedLiteral {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0411", "Unused literal", words.at(self.span))
            .label("its value is not used")
            .text("This literal has no effect.")
            .hint("Remove it.")
    }
}
