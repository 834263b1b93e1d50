use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A private type marked as opaque.
#[derive(Debug, Clone, PartialEq)]
pub struct PrivateOpaqueType {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for PrivateOpaqueType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0224", "Private opaque type", words.at(self.span))
            .label("has no meaning here")
            .text(format!(
                "`{}` is private: nobody else sees its constructors anyway.",
                self.name
            ))
            .hint("Remove `opaque`, or make the type public.")
    }
}
