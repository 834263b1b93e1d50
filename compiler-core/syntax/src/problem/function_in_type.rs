use report::Report;
use source::{FileId, Location, Span};

/// A function in the braces of a type.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionInType {
    /// Where.
    pub span: Span,
}

impl FunctionInType {
    /// The code of this kind.
    pub const CODE: &'static str = "T0054";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Function in a type",
            Location {
                file,
                span: self.span,
            },
        )
        .label("types hold no functions")
        .text("Functions are defined at the top of the module and take the value as an argument.")
        .hint("Move it out of the type.")
    }
}
