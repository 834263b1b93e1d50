use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `true` or `false` as a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct LowercaseBool {
    /// Where.
    pub span: Span,
    /// Which.
    pub is_true: bool,
}

impl Kind for LowercaseBool {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0260", "Lower-case Bool", words.at(self.span))
            .label("this would bind a variable")
            .text("Bool values begin with an upper-case letter.")
            .hint(if self.is_true {
                "Write `True`."
            } else {
                "Write `False`."
            })
            .safe_fix(
                if self.is_true {
                    "Write `True`"
                } else {
                    "Write `False`"
                },
                vec![words.replace(self.span, if self.is_true { "True" } else { "False" })],
            )
    }
}
