use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// `@external` on a type with constructors.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalTypeWithConstructors {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for ExternalTypeWithConstructors {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error(
            "T0265",
            "Foreign type with constructors",
            words.at(self.span),
        )
        .label("not allowed here")
        .text(format!(
            "`{}` has constructors, so it is defined by this module.",
            self.name
        ))
        .hint("Remove the attribute, or the constructors.")
    }
}
