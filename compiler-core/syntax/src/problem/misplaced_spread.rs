use report::Report;
use source::{FileId, Location, Span};

/// `f(..x)`
#[derive(Debug, Clone, PartialEq)]
pub struct MisplacedSpread {
    /// Where.
    pub span: Span,
}

impl MisplacedSpread {
    /// The code of this kind.
    pub const CODE: &'static str = "T0065";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Misplaced spread",
            Location {
                file,
                span: self.span,
            },
        )
        .label("arguments cannot be spread")
        .text(
            "`..` stands in lists and in record updates such as `Wibble(..record, field: value)`.",
        )
    }
}
