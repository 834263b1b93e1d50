use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A `case`, `let` or `use` that some values do not match.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingPatterns {
    /// Where.
    pub span: Span,
    /// Whether it is a `case`.
    pub in_case: bool,
    /// Patterns for the values that are not matched.
    pub patterns: Vec<String>,
}

impl Kind for MissingPatterns {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0256", "Not all values are matched", words.at(self.span))
            .label(if self.in_case {
                "some values match no clause"
            } else {
                "some values do not match"
            })
            .text(format!(
                "These patterns are not covered:\n\n{}",
                self.patterns
                    .iter()
                    .map(|it| format!("    {it}"))
                    .collect::<Vec<_>>()
                    .join("\n")
            ))
            .hint(if self.in_case {
                "Add clauses for them, or a last clause with `_`."
            } else {
                "Use `case` for all values, or `let assert` if others are a bug."
            })
    }
}
