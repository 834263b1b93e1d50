use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A segment whose ints JavaScript cannot represent exactly.
#[derive(Debug, Clone, PartialEq)]
pub struct UnsafeMatchedInt {
    /// Where.
    pub span: Span,
    /// How many bits it has.
    pub bits: i64,
}

impl Kind for UnsafeMatchedInt {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning(
            "T0432",
            "Segment out of range for JavaScript",
            words.at(self.span),
        )
        .label(format!("{} bits", self.bits))
        .text("JavaScript represents ints exactly only up to 53 bits.")
        .hint("Match smaller segments.")
    }
}
