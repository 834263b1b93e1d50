use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// Parentheses after a type that has no parameters: `Int()`.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeCalled {
    /// Where.
    pub span: Span,
    /// The type.
    pub name: Name,
}

impl Kind for TypeCalled {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0272", "Parentheses after a type", words.at(self.span))
            .label("takes no arguments")
            .text(format!(
                "The type `{}` has no parameters. A value is made by a constructor, not by a type.",
                self.name
            ))
            .hint("Remove the parentheses.")
    }
}
