use report::Report;
use source::{FileId, Location, Span};

/// `(1 + 2)`
#[derive(Debug, Clone, PartialEq)]
pub struct Parentheses {
    /// Where.
    pub span: Span,
}

impl Parentheses {
    /// The code of this kind.
    pub const CODE: &'static str = "T0025";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Parentheses do not group",
            Location {
                file,
                span: self.span,
            },
        )
        .label("an expression does not start with `(`")
        .text("Parentheses only hold arguments.")
        .hint("Group with braces: `{ a + b } * c`.")
    }
}
