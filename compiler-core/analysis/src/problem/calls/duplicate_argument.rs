use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// Two arguments with one label.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateArgument {
    /// Where.
    pub span: Span,
    /// The label.
    pub label: Name,
}

impl Kind for DuplicateArgument {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0242", "Argument given twice", words.at(self.span))
            .label("given again")
            .text(format!("`{}` is given twice.", self.label))
            .hint("Remove one of them.")
    }
}
