use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `--x` or `!!x`.
#[derive(Debug, Clone, PartialEq)]
pub struct DoubleNegation {
    /// Where.
    pub span: Span,
    /// Whether it is `-`.
    pub of_int: bool,
}

impl Kind for DoubleNegation {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0424", "Double negation", words.at(self.span))
            .label("negated twice")
            .text("Two negations give the value itself.")
            .hint("Remove both.")
    }
}
