use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A foreign function without all its types.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalMissingAnnotation {
    /// Where.
    pub span: Span,
    /// The function.
    pub function: Name,
    /// Whether the result lacks its type.
    pub is_return: bool,
}

impl Kind for ExternalMissingAnnotation {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0264", "Missing annotation", words.at(self.span))
            .label(if self.is_return {
                "the return type is missing"
            } else {
                "the type of this parameter is missing"
            })
            .text(format!(
                "`{}` is implemented outside of Gleam, so its types cannot be inferred.",
                self.function
            ))
            .hint("Annotate all parameters and the result.")
    }
}
