use report::Report;
use source::{FileId, Location, Span};

/// `[..a, 1]` as a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct PatternSpreadNotLast {
    /// Where.
    pub span: Span,
}

impl PatternSpreadNotLast {
    /// The code of this kind.
    pub const CODE: &'static str = "T0046";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Elements after the tail",
            Location {
                file,
                span: self.span,
            },
        )
        .label("nothing can follow the tail of a list pattern")
        .text("A list is read from its front; its end is not within reach.")
    }
}
