use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// Code after a `panic` or `todo`.
#[derive(Debug, Clone, PartialEq)]
pub struct UnreachableCode {
    /// Where.
    pub span: Span,
    /// What evaluation never gets past.
    pub stop: Span,
}

impl Kind for UnreachableCode {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0416", "Unreachable code", words.at(self.span))
            .label("never evaluated")
            .also(words.at(self.stop), "evaluation stops here")
            .text("This code comes after something that always fails.")
            .hint("Remove it.")
    }
}
