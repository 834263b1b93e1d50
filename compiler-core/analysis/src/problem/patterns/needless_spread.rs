use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `..` in a pattern that names all fields.
#[derive(Debug, Clone, PartialEq)]
pub struct NeedlessSpread {
    /// Where.
    pub span: Span,
}

impl Kind for NeedlessSpread {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0261", "Nothing to ignore", words.at(self.span))
            .label("all fields are there")
            .text("Each field has a pattern already.")
            .hint("Remove the `..`.")
    }
}
