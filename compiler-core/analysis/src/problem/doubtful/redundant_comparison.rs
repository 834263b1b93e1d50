use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A comparison whose result is known.
#[derive(Debug, Clone, PartialEq)]
pub struct RedundantComparison {
    /// Where.
    pub span: Span,
    /// Whether it holds.
    pub holds: bool,
}

impl Kind for RedundantComparison {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0428", "Comparison of known result", words.at(self.span))
            .label(if self.holds {
                "always `True`"
            } else {
                "always `False`"
            })
            .text("The result of this comparison does not depend on anything.")
            .hint("Remove it.")
    }
}
