use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An imported type or value that is not mentioned.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedImportedItem {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnusedImportedItem {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0409", "Unused imported name", words.at(self.span))
            .label("never used")
            .text(format!("The imported `{}` is never used.", self.name))
            .hint("Remove it from the import.")
    }
}
