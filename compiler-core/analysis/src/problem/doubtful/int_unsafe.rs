use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// An int literal that JavaScript cannot represent exactly.
#[derive(Debug, Clone, PartialEq)]
pub struct IntUnsafe {
    /// Where.
    pub span: Span,
}

impl Kind for IntUnsafe {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning(
            "T0431",
            "Int out of range for JavaScript",
            words.at(self.span),
        )
        .label("not exact on JavaScript")
        .text("JavaScript represents ints exactly only up to 9,007,199,254,740,991.")
        .hint("Use a smaller number.")
    }
}
