use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// Two types of one name.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateTypeName {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// Where it is defined first.
    pub first: Span,
}

impl Kind for DuplicateTypeName {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0215", "Type defined twice", words.at(self.span))
            .label("defined again")
            .also(words.at(self.first), "defined here first")
            .text(format!("This module has two types called `{}`.", self.name))
            .hint("Rename one of them.")
    }
}
