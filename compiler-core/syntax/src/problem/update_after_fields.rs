use report::Report;
use source::{FileId, Location, Span};

/// `Wibble(a: 1, ..w)`
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateAfterFields {
    /// Where.
    pub span: Span,
}

impl UpdateAfterFields {
    /// The code of this kind.
    pub const CODE: &'static str = "T0064";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Misplaced record update",
            Location {
                file,
                span: self.span,
            },
        )
        .label("the record to update must come first")
        .hint("Move it before the fields: `Wibble(..record, field: value)`.")
    }
}
