use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A module name that JavaScript cannot import.
#[derive(Debug, Clone, PartialEq)]
pub struct InvalidJavaScriptModule {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for InvalidJavaScriptModule {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0266", "Invalid JavaScript module", words.at(self.span)).label("not a JavaScript module").text(format!("`{}` cannot be imported: it holds other characters than letters, digits and `@./:_-`.", self.name)).hint("Name a file or package.")
    }
}
