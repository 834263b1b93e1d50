use report::Report;
use source::{FileId, Location, Span};

/// A line that a version control system left behind.
#[derive(Debug, Clone, PartialEq)]
pub struct ConflictMarker {
    /// Where.
    pub span: Span,
}

impl ConflictMarker {
    /// The code of this kind.
    pub const CODE: &'static str = "T0010";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Merge conflict",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this marks a conflict that is not resolved")
        .hint("Keep the version that is right and remove the markers.")
    }
}
