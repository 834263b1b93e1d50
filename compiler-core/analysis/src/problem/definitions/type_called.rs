use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// `Int()` as a type.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeCalled {
    /// Where the parentheses stand.
    pub span: Span,
    /// The name of the type.
    pub name: Name,
}

impl Kind for TypeCalled {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0228", "Type called", words.at(self.span))
            .label("nothing to put in here")
            .text(format!("The type `{}` takes no arguments.", self.name))
            .hint("Remove the parentheses.")
    }
}
