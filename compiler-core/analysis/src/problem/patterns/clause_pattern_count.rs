use crate::problem::words::{Kind, Words, count};
use report::Report;
use source::Span;

/// A clause with too many or too few patterns.
#[derive(Debug, Clone, PartialEq)]
pub struct ClausePatternCount {
    /// Where.
    pub span: Span,
    /// How many values are matched.
    pub expected: usize,
    /// How many there are.
    pub given: usize,
}

impl Kind for ClausePatternCount {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0254", "Wrong number of patterns", words.at(self.span))
            .label(format!(
                "expected {}, got {}",
                count(self.expected, "pattern"),
                self.given
            ))
            .text("A clause has one pattern for each value between `case` and `{`.")
            .hint("Use `_` for a value that does not matter.")
    }
}
