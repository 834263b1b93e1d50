use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `assert True` or `assert False`.
#[derive(Debug, Clone, PartialEq)]
pub struct LiteralAssert {
    /// Where.
    pub span: Span,
    /// Whether it holds.
    pub holds: bool,
}

impl Kind for LiteralAssert {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0425", "Assert of a literal", words.at(self.span))
            .label(if self.holds {
                "always holds"
            } else {
                "always fails"
            })
            .text("The value is known, so there is nothing to assert.")
            .hint(if self.holds {
                "Remove it."
            } else {
                "Use `panic`."
            })
    }
}
