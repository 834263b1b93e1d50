use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A private constant that nothing public reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedConstant {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnusedConstant {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0404", "Unused private constant", words.at(self.span))
            .label("never used")
            .text(format!(
                "The private constant `{}` is never used.",
                self.name
            ))
            .hint("Remove it.")
    }
}
