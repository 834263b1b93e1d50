use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An imported module that is not mentioned.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedImport {
    /// Where.
    pub span: Span,
    /// The module.
    pub module: Name,
}

impl Kind for UnusedImport {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0407", "Unused import", words.at(self.span))
            .label("never used")
            .text(format!(
                "The imported module `{}` is never used.",
                self.module
            ))
            .hint("Remove the import.")
    }
}
