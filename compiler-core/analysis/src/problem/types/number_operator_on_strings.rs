use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `+` between strings.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberOperatorOnStrings {
    /// Where.
    pub span: Span,
}

impl Kind for NumberOperatorOnStrings {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error(
            "T0233",
            "Number operator between Strings",
            words.at(self.span),
        )
        .label("this operator is for Ints")
        .text("`+` adds Ints, but both sides are Strings.")
        .hint("Use `<>` to join Strings.")
        .safe_fix("Use `<>`", vec![words.replace(self.span, "<>")])
    }
}
