use report::Report;
use source::{FileId, Location, Span};

/// `===`
#[derive(Debug, Clone, PartialEq)]
pub struct TripleEqual {
    /// Where.
    pub span: Span,
}

impl TripleEqual {
    /// The code of this kind.
    pub const CODE: &'static str = "T0009";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "No such operator",
            Location {
                file,
                span: self.span,
            },
        )
        .label("`===` does not exist")
        .text("Values are compared with `==`, which compares them by structure.")
        .hint("Write `==`.")
    }
}
