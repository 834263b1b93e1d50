use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// Two fields or parameters with one label.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateField {
    /// Where.
    pub span: Span,
    /// The label.
    pub label: Name,
    /// Where it is defined first.
    pub first: Span,
}

impl Kind for DuplicateField {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0218", "Label defined twice", words.at(self.span))
            .label("the label again")
            .also(words.at(self.first), "the label is here first")
            .text(format!("The label `{}` is given twice.", self.label))
            .hint("Rename one of them.")
    }
}
