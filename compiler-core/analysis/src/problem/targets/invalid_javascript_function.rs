use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A function name that JavaScript cannot import.
#[derive(Debug, Clone, PartialEq)]
pub struct InvalidJavaScriptFunction {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for InvalidJavaScriptFunction {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0267", "Invalid JavaScript function", words.at(self.span))
            .label("not a JavaScript name")
            .text(format!(
                "`{}` is not the name of a JavaScript function.",
                self.name
            ))
            .hint("Use letters, digits and underscores.")
    }
}
