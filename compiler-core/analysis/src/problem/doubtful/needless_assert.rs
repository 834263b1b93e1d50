use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A `let assert` that cannot fail.
#[derive(Debug, Clone, PartialEq)]
pub struct NeedlessAssert {
    /// Where.
    pub span: Span,
}

impl Kind for NeedlessAssert {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0419", "Needless assert", words.at(self.span))
            .label("always matches")
            .text("This pattern matches all values, so nothing is asserted.")
            .hint("Remove `assert`.")
    }
}
