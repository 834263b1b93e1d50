use report::Report;
use source::{FileId, Location, Span};

/// `x = 1`
#[derive(Debug, Clone, PartialEq)]
pub struct NoLetBinding {
    /// Where.
    pub span: Span,
}

impl NoLetBinding {
    /// The code of this kind.
    pub const CODE: &'static str = "T0037";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Missing `let`",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a value is bound with `let`")
        .hint("Write `let` before the name.")
    }
}
