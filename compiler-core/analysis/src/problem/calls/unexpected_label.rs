use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A label where there are none.
#[derive(Debug, Clone, PartialEq)]
pub struct UnexpectedLabel {
    /// Where.
    pub span: Span,
    /// The label.
    pub label: Name,
    /// What is called.
    pub owner: Option<Name>,
}

impl Kind for UnexpectedLabel {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0241", "Label not allowed", words.at(self.span))
            .label("nothing is labelled here")
            .text(match self.owner {
                Some(owner) => format!("`{owner}` has no labels."),
                None => "A function that is a value has no labels.".to_owned(),
            })
            .hint("Give the argument without a label.")
    }
}
