use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An alternative that binds a name that the first does not.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtraVariable {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for ExtraVariable {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0258", "Extra name in alternative", words.at(self.span))
            .label("not in the first alternative")
            .text(format!(
                "All alternatives of a clause bind the same names, but the first has no `{}`.",
                self.name
            ))
            .hint("Discard it with an underscore.")
    }
}
