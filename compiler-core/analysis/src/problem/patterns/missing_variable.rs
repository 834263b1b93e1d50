use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An alternative that does not bind a name that the first does.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingVariable {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for MissingVariable {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0259", "Missing name in alternative", words.at(self.span))
            .label(format!("`{}` is missing here", self.name))
            .text(format!(
                "All alternatives of a clause bind the same names, but this one has no `{}`.",
                self.name
            ))
            .hint("Bind it here as well, or split the clause.")
    }
}
