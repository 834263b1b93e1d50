use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A float literal that the type cannot hold.
#[derive(Debug, Clone, PartialEq)]
pub struct FloatOutOfRange {
    /// Where.
    pub span: Span,
}

impl Kind for FloatOutOfRange {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0234", "Float out of range", words.at(self.span))
            .label("too large")
            .text("Floats are 64 bits wide and cannot hold this number.")
            .hint("Write a number up to about 1.8e308.")
    }
}
