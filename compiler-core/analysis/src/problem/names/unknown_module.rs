use crate::problem::words::{Kind, Words, or_else};
use report::Report;
use source::{Name, Span};

/// An import of a module that does not exist.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownModule {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// The known name that is most like it.
    pub nearest: Option<Name>,
}

impl Kind for UnknownModule {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0200", "Unknown module", words.at(self.span))
            .label("there is no such module")
            .text(format!("No module is called `{}`.", self.name))
            .hint(or_else(
                self.nearest,
                "Check that the package it belongs to is a dependency.",
            ))
    }
}
