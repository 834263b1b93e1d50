use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};
use std::sync::Arc;

/// A use of something deprecated.
#[derive(Debug, Clone, PartialEq)]
pub struct Deprecated {
    /// Where.
    pub span: Span,
    /// What it is: a type, value, constructor.
    pub layer: &'static str,
    /// The name.
    pub name: Name,
    /// What its author says.
    pub message: Arc<str>,
}

impl Kind for Deprecated {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0415", "Deprecated", words.at(self.span))
            .label("deprecated")
            .text(format!(
                "The {} `{}` is deprecated: {}",
                self.layer, self.name, self.message
            ))
            .hint("Use what the message names instead.")
    }
}
