use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// Two parameters of a type with one name.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateTypeParameter {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// Where it is defined first.
    pub first: Span,
}

impl Kind for DuplicateTypeParameter {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0216", "Type parameter named twice", words.at(self.span))
            .label("named again")
            .also(words.at(self.first), "named here first")
            .text(format!("Two parameters are called `{}`.", self.name))
            .hint("Rename one of them.")
    }
}
