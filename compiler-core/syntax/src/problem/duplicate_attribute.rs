use report::Report;
use source::{FileId, Location, Name, Span};

/// The same attribute twice.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateAttribute {
    /// Where.
    pub span: Span,
    /// Which.
    pub name: Name,
}

impl DuplicateAttribute {
    /// The code of this kind.
    pub const CODE: &'static str = "T0073";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(
            Self::CODE,
            "Attribute given twice",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("`@{name}` was given before"))
        .hint("Remove one of them.")
    }
}
