use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A parameter that a function only passes to itself.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedRecursiveArgument {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UnusedRecursiveArgument {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0434", "Argument only passed on", words.at(self.span))
            .label("only passed to the function itself")
            .text(format!(
                "Nothing but the recursive call reads `{}`.",
                self.name
            ))
            .hint("Remove the parameter.")
    }
}
