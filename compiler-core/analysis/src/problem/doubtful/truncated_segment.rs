use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A literal that does not fit into its segment.
#[derive(Debug, Clone, PartialEq)]
pub struct TruncatedSegment {
    /// Where.
    pub span: Span,
    /// How many bits it has.
    pub bits: i64,
}

impl Kind for TruncatedSegment {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning(
            "T0433",
            "Literal too large for its segment",
            words.at(self.span),
        )
        .label(format!("does not fit into {} bits", self.bits))
        .text("The upper bits of the number are cut off.")
        .hint("Make the segment larger.")
    }
}
