use report::Report;
use source::{FileId, Location, Span};

/// `if {}`
#[derive(Debug, Clone, PartialEq)]
pub struct EmptyGuardBlock {
    /// Where.
    pub span: Span,
}

impl EmptyGuardBlock {
    /// The code of this kind.
    pub const CODE: &'static str = "T0081";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Empty braces in a guard",
            Location {
                file,
                span: self.span,
            },
        )
        .label("there is nothing in these braces")
        .hint("Write a condition, or remove them.")
    }
}
