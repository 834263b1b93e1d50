use report::Report;
use source::{FileId, Location, Span};

/// Something that a constant cannot hold.
#[derive(Debug, Clone, PartialEq)]
pub struct NotAllowedInConstant {
    /// Where.
    pub span: Span,
    /// What was written.
    pub what: &'static str,
}

impl NotAllowedInConstant {
    /// The code of this kind.
    pub const CODE: &'static str = "T0083";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { what, .. } = self;
        Report::error(
            Self::CODE,
            "Wrong constant",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("a constant cannot hold {what}"))
        .text(
            "Constants are made of literals, constructors, other constants and names of functions.",
        )
        .hint("Make it a function: `fn name() { … }`.")
    }
}
