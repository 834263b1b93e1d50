use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// Two functions, constants or constructors of one name.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateDefinition {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// Where it is defined first.
    pub first: Span,
}

impl Kind for DuplicateDefinition {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0214", "Name defined twice", words.at(self.span))
            .label("defined again")
            .also(words.at(self.first), "defined here first")
            .text(format!("`{}` is defined twice in this module.", self.name))
            .hint("Rename one of them.")
    }
}
