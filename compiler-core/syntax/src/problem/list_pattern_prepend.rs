use report::Report;
use source::{FileId, Location, Span};

/// `[a ..rest]` as a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct ListPatternPrepend {
    /// Where.
    pub span: Span,
}

impl ListPatternPrepend {
    /// The code of this kind.
    pub const CODE: &'static str = "T0152";

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
