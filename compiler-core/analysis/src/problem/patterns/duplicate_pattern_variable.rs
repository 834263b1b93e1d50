use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A pattern that binds a name twice.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicatePatternVariable {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// Where it is defined first.
    pub first: Span,
}

impl Kind for DuplicatePatternVariable {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0257", "Name bound twice", words.at(self.span))
            .label("bound again")
            .also(words.at(self.first), "bound here first")
            .text(format!(
                "The pattern binds `{}` twice. Patterns do not compare values.",
                self.name
            ))
            .hint("Rename one of them and compare in a guard.")
    }
}
