use report::Report;
use source::{FileId, Location, Span};

/// `module.` as a type.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingTypeName {
    /// Where.
    pub span: Span,
}

impl MissingTypeName {
    /// The code of this kind.
    pub const CODE: &'static str = "T0058";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Missing type name",
            Location {
                file,
                span: self.span,
            },
        )
        .label("the name of a type must follow")
    }
}
