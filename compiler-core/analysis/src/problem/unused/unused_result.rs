use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A `Result` that is not looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedResult {
    /// Where.
    pub span: Span,
}

impl Kind for UnusedResult {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0412", "Unused Result", words.at(self.span))
            .label("this may have failed")
            .text("This gives a `Result`, and nothing looks whether it is an error.")
            .hint("Match it with `case`, or discard it on purpose: `let _ = …`.")
    }
}
