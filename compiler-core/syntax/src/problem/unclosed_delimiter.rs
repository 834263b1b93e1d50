use report::Report;
use source::{FileId, Location, Span};

/// A bracket that is never closed.
#[derive(Debug, Clone, PartialEq)]
pub struct UnclosedDelimiter {
    /// Where.
    pub span: Span,
    /// As written.
    pub opener: &'static str,
    /// What is missing.
    pub closer: &'static str,
}

impl UnclosedDelimiter {
    /// The code of this kind.
    pub const CODE: &'static str = "T0023";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { opener, closer, .. } = self;
        Report::error(
            Self::CODE,
            "Bracket without end",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("this `{opener}` is never closed"))
        .hint(format!("Add the missing `{closer}`."))
    }
}
