use report::Report;
use source::{FileId, Location, Span};

/// `[..a]`
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadAlone {
    /// Where.
    pub span: Span,
}

impl SpreadAlone {
    /// The code of this kind.
    pub const CODE: &'static str = "T0045";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Spread without elements",
            Location {
                file,
                span: self.span,
            },
        )
        .label("there is nothing to put before this tail")
        .hint("Use the list itself.")
    }
}
