use report::Report;
use source::{FileId, Location, Span};

/// `const` in a function.
#[derive(Debug, Clone, PartialEq)]
pub struct ConstantInFunction {
    /// Where.
    pub span: Span,
}

impl ConstantInFunction {
    /// The code of this kind.
    pub const CODE: &'static str = "T0027";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Constant in a function",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a constant cannot be defined here")
        .text("Constants are defined at the top of a module.")
        .hint("Use `let` for a value of this function.")
    }
}
