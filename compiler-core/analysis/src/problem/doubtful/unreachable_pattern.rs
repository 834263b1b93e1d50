use crate::patterns::Unreachable;
use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A pattern that never matches.
#[derive(Debug, Clone, PartialEq)]
pub struct UnreachablePattern {
    /// Where.
    pub span: Span,
    /// Why.
    pub reason: Unreachable,
}

impl Kind for UnreachablePattern {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0418", "Unreachable pattern", words.at(self.span))
            .label("never matches")
            .text(match self.reason {
                Unreachable::Duplicate => {
                    "The patterns before it match all values that it would match."
                }
                Unreachable::ImpossibleVariant => {
                    "The value is known to be made by another constructor."
                }
                Unreachable::ImpossibleSegment => {
                    "A literal does not fit into the size of its segment."
                }
            })
            .hint("Remove it, or move it up.")
    }
}
