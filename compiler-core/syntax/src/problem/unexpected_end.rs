use report::Report;
use source::{FileId, Location, Span};

/// The text ends too early.
#[derive(Debug, Clone, PartialEq)]
pub struct UnexpectedEnd {
    /// Where.
    pub span: Span,
    /// What would have been accepted.
    pub expected: String,
}

impl UnexpectedEnd {
    /// The code of this kind.
    pub const CODE: &'static str = "T0021";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { expected, .. } = self;
        Report::error(
            Self::CODE,
            "Unexpected end",
            Location {
                file,
                span: self.span,
            },
        )
        .label("something is missing here")
        .text(format!("Here I expected {expected}."))
    }
}
