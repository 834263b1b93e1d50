use crate::problem::words::{Kind, Words};
use crate::types::Ty;
use report::Report;
use source::Span;

/// An index into something else than a tuple.
#[derive(Debug, Clone, PartialEq)]
pub struct NotATuple {
    /// Where.
    pub span: Span,
    /// What is there.
    pub found: Ty,
}

impl Kind for NotATuple {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0235", "Not a tuple", words.at(self.span))
            .label("this is not a tuple")
            .text(format!(
                "Only tuples have elements with an index. This has the type:\n\n    {}",
                words.ty(self.found)
            ))
            .hint("Name a field instead, or match with a pattern.")
    }
}
