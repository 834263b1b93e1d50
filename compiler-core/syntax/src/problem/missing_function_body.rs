use report::Report;
use source::{FileId, Location, Span};

/// `fn()` as an expression, without a body.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingFunctionBody {
    /// Where.
    pub span: Span,
}

impl MissingFunctionBody {
    /// The code of this kind.
    pub const CODE: &'static str = "T0041";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Missing body",
            Location {
                file,
                span: self.span,
            },
        )
        .label("the body is missing")
        .hint("Write it in braces: `fn(x) { x }`.")
    }
}
