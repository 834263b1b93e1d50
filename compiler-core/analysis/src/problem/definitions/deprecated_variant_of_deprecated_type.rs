use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A deprecated constructor of a deprecated type.
#[derive(Debug, Clone, PartialEq)]
pub struct DeprecatedVariantOfDeprecatedType {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for DeprecatedVariantOfDeprecatedType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0227", "Deprecated twice", words.at(self.span))
            .label("deprecated with its type already")
            .text(format!(
                "The type of `{}` is deprecated, and all its constructors with it.",
                self.name
            ))
            .hint("Remove this attribute.")
    }
}
