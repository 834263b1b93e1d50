use report::Report;
use source::{FileId, Location, Span};

/// A token in place of an expression.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedExpression {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
}

impl ExpectedExpression {
    /// The code of this kind.
    pub const CODE: &'static str = "T0032";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, .. } = self;
        Report::error(
            Self::CODE,
            "Expression expected",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("I expected an expression here, not {found}"))
    }
}
