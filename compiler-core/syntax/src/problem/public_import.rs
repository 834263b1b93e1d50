use report::Report;
use source::{FileId, Location, Span};

/// `pub import a`
#[derive(Debug, Clone, PartialEq)]
pub struct PublicImport {
    /// Where.
    pub span: Span,
}

impl PublicImport {
    /// The code of this kind.
    pub const CODE: &'static str = "T0076";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Public import",
            Location {
                file,
                span: self.span,
            },
        )
        .label("an import cannot be `pub`")
        .hint("Remove `pub`; importers import the other module themselves.")
    }
}
