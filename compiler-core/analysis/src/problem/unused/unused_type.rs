use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A private type that nothing public reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedType {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnusedType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0405", "Unused private type", words.at(self.span))
            .label("never used")
            .text(format!("The private type `{}` is never used.", self.name))
            .hint("Remove it.")
    }
}
