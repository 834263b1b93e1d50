use report::Report;
use source::{FileId, Location, Span};

/// `Wibble(a ..)`
#[derive(Debug, Clone, PartialEq)]
pub struct RecordPatternSpread {
    /// Where.
    pub span: Span,
}

impl RecordPatternSpread {
    /// The code of this kind.
    pub const CODE: &'static str = "T0153";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::warning(
            Self::CODE,
            "Missing comma",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a comma is missing before `..`")
        .text("This way to write it goes out of use.")
        .hint("Write `, ..`.")
    }
}
