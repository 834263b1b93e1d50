use report::Report;
use source::{FileId, Location, Span};

/// `[1 ..rest]`
#[derive(Debug, Clone, PartialEq)]
pub struct ListPrepend {
    /// Where.
    pub span: Span,
}

impl ListPrepend {
    /// The code of this kind.
    pub const CODE: &'static str = "T0151";

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
