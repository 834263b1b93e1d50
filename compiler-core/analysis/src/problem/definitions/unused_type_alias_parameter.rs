use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A parameter of an alias that it does not use.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedTypeAliasParameter {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnusedTypeAliasParameter {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0220", "Unused type parameter", words.at(self.span))
            .label("never used")
            .text(format!(
                "The type on the right does not mention `{}`.",
                self.name
            ))
            .hint("Remove the parameter.")
    }
}
