use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A function with neither body nor foreign counterpart.
#[derive(Debug, Clone, PartialEq)]
pub struct NoImplementation {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for NoImplementation {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0268", "Function without a body", words.at(self.span))
            .label("has no body")
            .text(format!(
                "`{}` has neither a body nor an `@external` implementation.",
                self.name
            ))
            .hint("Add a body in braces.")
    }
}
