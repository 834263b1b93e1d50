use report::Report;
use source::{FileId, Location, Span};

/// `Wibble(..w, 1)`
#[derive(Debug, Clone, PartialEq)]
pub struct UnlabelledUpdate {
    /// Where.
    pub span: Span,
}

impl UnlabelledUpdate {
    /// The code of this kind.
    pub const CODE: &'static str = "T0086";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Field without label",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a record update names its fields")
        .hint("Write `field: value`.")
    }
}
