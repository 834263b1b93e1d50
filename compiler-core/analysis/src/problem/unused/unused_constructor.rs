use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A private constructor that nothing public reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedConstructor {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnusedConstructor {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0406", "Unused private constructor", words.at(self.span))
            .label("never used")
            .text(format!(
                "The private constructor `{}` is never used.",
                self.name
            ))
            .hint("Remove it.")
    }
}
