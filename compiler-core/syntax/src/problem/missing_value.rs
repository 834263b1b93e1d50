use report::Report;
use source::{FileId, Location, Span};

/// Nothing after `=`.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingValue {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
}

impl MissingValue {
    /// The code of this kind.
    pub const CODE: &'static str = "T0038";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, .. } = self;
        Report::error(
            Self::CODE,
            "Missing value",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a value must follow this")
        .text(format!("I found {found} instead."))
    }
}
