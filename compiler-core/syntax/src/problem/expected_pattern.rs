use report::Report;
use source::{FileId, Location, Span};

/// A token in place of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedPattern {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
}

impl ExpectedPattern {
    /// The code of this kind.
    pub const CODE: &'static str = "T0033";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, .. } = self;
        Report::error(
            Self::CODE,
            "Pattern expected",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("I expected a pattern here, not {found}"))
        .text("A pattern is a name, `_`, a literal, a constructor, a tuple, a list or a bit array.")
    }
}
