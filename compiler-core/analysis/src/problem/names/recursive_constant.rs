use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A constant whose value needs itself.
#[derive(Debug, Clone, PartialEq)]
pub struct RecursiveConstant {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for RecursiveConstant {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0209", "Recursive constant", words.at(self.span))
            .label("needs the constant that is being defined")
            .text(format!(
                "The value of this constant depends on `{}`, which depends on it in turn.",
                self.name
            ))
            .hint("Write one of the values out.")
    }
}
