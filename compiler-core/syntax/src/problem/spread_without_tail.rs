use report::Report;
use source::{FileId, Location, Span};

/// `[1, ..]`
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadWithoutTail {
    /// Where.
    pub span: Span,
}

impl SpreadWithoutTail {
    /// The code of this kind.
    pub const CODE: &'static str = "T0043";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Missing tail",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a list must follow `..`")
        .hint("Write the list to take the other elements from, or remove `..`.")
    }
}
