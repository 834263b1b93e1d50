use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// An expression that constants cannot contain.
#[derive(Debug, Clone, PartialEq)]
pub struct NotConstant {
    /// Where.
    pub span: Span,
}

impl Kind for NotConstant {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0228", "Not a constant expression", words.at(self.span)).label("cannot be computed beforehand").text("Constants consist of literals, constructors, other constants and functions as values.").hint("Make it a function.")
    }
}
