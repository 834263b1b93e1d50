use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A name of an imported module that is not mentioned.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedAlias {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnusedAlias {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0408", "Unused alias", words.at(self.span))
            .label("never used")
            .text(format!(
                "Only values and types are taken from this import; its name `{}` is never used.",
                self.name
            ))
            .hint("Discard it: `as _`.")
    }
}
