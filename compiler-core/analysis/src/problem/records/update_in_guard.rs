use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// An update of a variable in a guard.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateInGuard {
    /// Where.
    pub span: Span,
}

impl Kind for UpdateInGuard {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error(
            "T0273",
            "Update of a variable in a guard",
            words.at(self.span),
        )
        .label("is not a constant")
        .text("In a guard only constants can be updated.")
        .hint("Make the new record before the `case`, or write all of its fields.")
    }
}
