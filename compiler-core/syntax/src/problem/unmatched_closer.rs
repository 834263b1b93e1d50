use report::Report;
use source::{FileId, Location, Span};

/// A closing bracket that closes nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct UnmatchedCloser {
    /// Where.
    pub span: Span,
    /// As written.
    pub closer: &'static str,
}

impl UnmatchedCloser {
    /// The code of this kind.
    pub const CODE: &'static str = "T0024";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { closer, .. } = self;
        Report::error(
            Self::CODE,
            "Bracket without start",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("this `{closer}` closes nothing"))
        .hint("Remove it, or add what it closes.")
    }
}
