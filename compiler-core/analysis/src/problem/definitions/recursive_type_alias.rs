use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An alias that stands for itself.
#[derive(Debug, Clone, PartialEq)]
pub struct RecursiveTypeAlias {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for RecursiveTypeAlias {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0221", "Recursive type alias", words.at(self.span))
            .label("refers to the alias that is being defined")
            .text(format!(
                "Expanding the alias `{}` would never end.",
                self.name
            ))
            .hint("Make it a custom type: `type Name { Constructor(…) }`.")
    }
}
