use report::Report;
use source::{FileId, Location, Span};

/// A documentation comment cut off from its definition.
#[derive(Debug, Clone, PartialEq)]
pub struct DetachedDocs {
    /// Where.
    pub span: Span,
}

impl DetachedDocs {
    /// The code of this kind.
    pub const CODE: &'static str = "T0150";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::warning(
            Self::CODE,
            "Detached documentation",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this documents nothing")
        .text("An ordinary comment stands between it and the definition, so it is dropped.")
        .hint("Move the ordinary comment above it.")
    }
}
