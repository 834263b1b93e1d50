use report::Report;
use source::{FileId, Location, Span};

/// `if x { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct IfExpression {
    /// Where.
    pub span: Span,
}

impl IfExpression {
    /// The code of this kind.
    pub const CODE: &'static str = "T0026";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "There is no `if`",
            Location {
                file,
                span: self.span,
            },
        )
        .label("`if` only stands in the guard of a clause")
        .text("Choices are made by `case`.")
        .hint("Write `case condition { True -> …  False -> … }`.")
    }
}
