use report::Report;
use source::{FileId, Location, Span};

/// `fn(a b) { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct LabelInLambda {
    /// Where.
    pub span: Span,
}

impl LabelInLambda {
    /// The code of this kind.
    pub const CODE: &'static str = "T0072";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Label in an anonymous function",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this label cannot be used")
        .text("Labels belong to functions with a name.")
        .hint("Remove it.")
    }
}
