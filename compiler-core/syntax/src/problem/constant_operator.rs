use report::Report;
use source::{FileId, Location, Span};

/// `const a = 1 + 2`
#[derive(Debug, Clone, PartialEq)]
pub struct ConstantOperator {
    /// Where.
    pub span: Span,
}

impl ConstantOperator {
    /// The code of this kind.
    pub const CODE: &'static str = "T0084";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Operator in a constant",
            Location {
                file,
                span: self.span,
            },
        )
        .label("only `<>` can stand in a constant")
        .hint("Write the result, or make it a function.")
    }
}
