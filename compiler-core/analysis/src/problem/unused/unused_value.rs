use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// An expression without effect whose value is not used.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedValue {
    /// Where.
    pub span: Span,
}

impl Kind for UnusedValue {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0413", "Unused value", words.at(self.span))
            .label("its value is not used")
            .text("This computes a value and does nothing with it.")
            .hint("Remove it, or use its value.")
    }
}
