use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// Two imports of one name.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateImport {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// Where it is defined first.
    pub first: Span,
}

impl Kind for DuplicateImport {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0211", "Name imported twice", words.at(self.span))
            .label("imported again")
            .also(words.at(self.first), "imported here first")
            .text(format!("Two imports both bring the name `{}`.", self.name))
            .hint("Remove one of them, or rename it with `as`.")
    }
}
