use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A private function that nothing public reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedFunction {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnusedFunction {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0403", "Unused private function", words.at(self.span))
            .label("never used")
            .text(format!(
                "The private function `{}` is never used.",
                self.name
            ))
            .hint("Remove it.")
    }
}
