use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `_` in a type that must be written out.
#[derive(Debug, Clone, PartialEq)]
pub struct UnexpectedTypeHole {
    /// Where.
    pub span: Span,
}

impl Kind for UnexpectedTypeHole {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0223", "Hole in a type", words.at(self.span))
            .label("nothing can be inferred here")
            .text("A definition of a type, or of a foreign function, must say each of its types.")
            .hint("Write the type.")
    }
}
