use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// An expression that guards cannot contain.
#[derive(Debug, Clone, PartialEq)]
pub struct NotInGuard {
    /// Where.
    pub span: Span,
}

impl Kind for NotInGuard {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0262", "Not allowed in a guard", words.at(self.span))
            .label("guards cannot do this")
            .text("A guard consists of variables, constants, literals and operators.")
            .hint("Compute the value before the `case`, or use another `case` in the clause.")
    }
}
