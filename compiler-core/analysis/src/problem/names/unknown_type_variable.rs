use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A type variable that the definition does not declare.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownTypeVariable {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnknownTypeVariable {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0205", "Unknown type variable", words.at(self.span))
            .label("not a parameter of this type")
            .text(format!(
                "The type variable `{}` is not among the parameters of the type.",
                self.name
            ))
            .hint("Add it to the parameters after the name of the type.")
    }
}
