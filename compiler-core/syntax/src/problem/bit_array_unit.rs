use report::Report;
use source::{FileId, Location, Span};

/// `unit(0)`
#[derive(Debug, Clone, PartialEq)]
pub struct BitArrayUnit {
    /// Where.
    pub span: Span,
}

impl BitArrayUnit {
    /// The code of this kind.
    pub const CODE: &'static str = "T0060";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Wrong unit",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this is not a number from 1 to 255")
    }
}
