use crate::problem::words::{Kind, Words, list, or_else};
use report::Report;
use source::{Name, Span};

/// A label that the function or constructor does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownLabel {
    /// Where.
    pub span: Span,
    /// The label.
    pub label: Name,
    /// The names there are.
    pub known: Vec<Name>,
}

impl Kind for UnknownLabel {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0240", "Unknown label", words.at(self.span))
            .label("there is no such label")
            .text(format!(
                "There is nothing labelled `{}`. The labels are: {}.",
                self.label,
                list(&self.known)
            ))
            .hint(or_else(
                report::nearest(&self.label, self.known.iter().copied()),
                "Use one of these labels.",
            ))
    }
}
