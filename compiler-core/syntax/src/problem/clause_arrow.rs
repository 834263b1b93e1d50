use report::Report;
use source::{FileId, Location, Span};

/// A token in place of the `->` of a clause.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseArrow {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
}

impl ClauseArrow {
    /// The code of this kind.
    pub const CODE: &'static str = "T0056";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, .. } = self;
        Report::error(
            Self::CODE,
            "Missing `->`",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("I expected `->` here, not {found}"))
        .text("A clause is a pattern, `->` and one expression.")
        .hint("Put several statements in braces.")
    }
}
