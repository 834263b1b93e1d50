use report::Report;
use source::{FileId, Location, Span};

/// `const a = f(1)`
#[derive(Debug, Clone, PartialEq)]
pub struct CallInConstant {
    /// Where.
    pub span: Span,
}

impl CallInConstant {
    /// The code of this kind.
    pub const CODE: &'static str = "T0082";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Call in a constant",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a function cannot be called in a constant")
        .text("A constant is computed when the program is compiled.")
        .hint("Make it a function: `fn name() { … }`.")
    }
}
