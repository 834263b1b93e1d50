use crate::patterns::Unreachable;
use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A `let assert` whose pattern never matches.
#[derive(Debug, Clone, PartialEq)]
pub struct ImpossibleAssert {
    /// Where.
    pub span: Span,
    /// Why.
    pub reason: Unreachable,
}

impl Kind for ImpossibleAssert {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0420", "Assert that always fails", words.at(self.span))
            .label("never matches")
            .text(match self.reason {
                Unreachable::ImpossibleSegment => {
                    "A literal does not fit into the size of its segment."
                }
                _ => "The value is known to be made by another constructor.",
            })
            .hint("Change the pattern.")
    }
}
