use report::Report;
use source::{FileId, Location, Name, Span};

/// An attribute where it has no meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeNotAllowed {
    /// Where.
    pub span: Span,
    /// Which.
    pub name: Name,
    /// What it stands before.
    pub what: &'static str,
}

impl AttributeNotAllowed {
    /// The code of this kind.
    pub const CODE: &'static str = "T0074";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, what, .. } = self;
        Report::error(
            Self::CODE,
            "Misplaced attribute",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("`@{name}` has no meaning before {what}"))
    }
}
