use report::Report;
use source::{FileId, Location, Span};

/// `record.`
#[derive(Debug, Clone, PartialEq)]
pub struct MissingFieldName {
    /// Where.
    pub span: Span,
}

impl MissingFieldName {
    /// The code of this kind.
    pub const CODE: &'static str = "T0059";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Missing name",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a name must follow this dot")
    }
}
