use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A type each of whose constructors is deprecated.
#[derive(Debug, Clone, PartialEq)]
pub struct AllVariantsDeprecated {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for AllVariantsDeprecated {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0226", "All constructors deprecated", words.at(self.span))
            .label("all its constructors are deprecated")
            .text(format!(
                "Each constructor of `{}` is deprecated on its own.",
                self.name
            ))
            .hint("Deprecate the type instead.")
    }
}
