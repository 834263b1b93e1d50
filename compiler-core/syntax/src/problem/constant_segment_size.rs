use report::Report;
use source::{FileId, Location, Span};

/// The size of a segment of a constant is no number.
#[derive(Debug, Clone, PartialEq)]
pub struct ConstantSegmentSize {
    /// Where.
    pub span: Span,
}

impl ConstantSegmentSize {
    /// The code of this kind.
    pub const CODE: &'static str = "T0085";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Wrong size",
            Location {
                file,
                span: self.span,
            },
        )
        .label("the size must be a number in a constant")
    }
}
