use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An opaque type without constructors.
#[derive(Debug, Clone, PartialEq)]
pub struct OpaqueExternalType {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for OpaqueExternalType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning(
            "T0435",
            "Opaque type without constructors",
            words.at(self.span),
        )
        .label("has no meaning here")
        .text(format!(
            "`{}` has no constructors that could be hidden.",
            self.name
        ))
        .hint("Remove `opaque`.")
    }
}
