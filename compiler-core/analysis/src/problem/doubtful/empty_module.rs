use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A module that defines nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct EmptyModule {
    /// Where it begins.
    pub span: Span,
    /// Its name.
    pub name: Name,
}

impl Kind for EmptyModule {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0437", "Empty module", words.at(self.span))
            .text(format!("The module `{}` defines nothing.", self.name))
            .hint("Define something in it, or remove the file.")
    }
}
