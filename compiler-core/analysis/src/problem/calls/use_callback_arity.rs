use crate::problem::words::{Kind, Words, count};
use report::Report;
use source::Span;

/// A `use` that takes too many or too few values.
#[derive(Debug, Clone, PartialEq)]
pub struct UseCallbackArity {
    /// Where.
    pub span: Span,
    /// How many values the callback gets.
    pub expected: usize,
    /// How many there are.
    pub given: usize,
}

impl Kind for UseCallbackArity {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0245", "Wrong number of names in use", words.at(self.span))
            .label(format!(
                "the callback gets {}",
                count(self.expected, "value")
            ))
            .text(format!(
                "The function calls its callback with {}, but this `use` names {}.",
                count(self.expected, "value"),
                self.given
            ))
            .hint("Name each value; `_` ignores one.")
    }
}
