use report::Report;
use source::{FileId, Location, Span};

/// `<<<<a>>:bits>>` as a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct NestedBitArrayPattern {
    /// Where.
    pub span: Span,
}

impl NestedBitArrayPattern {
    /// The code of this kind.
    pub const CODE: &'static str = "T0077";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Nested bit array",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a bit array pattern cannot stand in another")
        .hint("Name the segment and match it with a `case` of its own.")
    }
}
