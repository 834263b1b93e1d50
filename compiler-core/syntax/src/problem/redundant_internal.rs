use report::Report;
use source::{FileId, Location, Span};

/// `@internal` before a private definition.
#[derive(Debug, Clone, PartialEq)]
pub struct RedundantInternal {
    /// Where.
    pub span: Span,
}

impl RedundantInternal {
    /// The code of this kind.
    pub const CODE: &'static str = "T0075";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Needless `@internal`",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this definition is private anyway")
        .hint("Remove the attribute, or make the definition `pub`.")
    }
}
