use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A `case` without braces.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingCaseBody {
    /// Where.
    pub span: Span,
}

impl Kind for MissingCaseBody {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0255", "Missing clauses", words.at(self.span))
            .label("the clauses are missing")
            .text("A `case` needs clauses in braces: `case value { pattern -> result }`.")
            .hint("Add at least one clause.")
    }
}
