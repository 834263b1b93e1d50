use report::Report;
use source::{FileId, Location, Span};

/// A string without its closing quote.
#[derive(Debug, Clone, PartialEq)]
pub struct UnterminatedString {
    /// Where.
    pub span: Span,
}

impl UnterminatedString {
    /// The code of this kind.
    pub const CODE: &'static str = "T0007";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "String without end",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this string is never closed")
        .hint("Add a closing `\"`.")
    }
}
