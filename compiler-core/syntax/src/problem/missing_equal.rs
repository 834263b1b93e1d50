use report::Report;
use source::{FileId, Location, Span};

/// `let` without `=`.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingEqual {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
}

impl MissingEqual {
    /// The code of this kind.
    pub const CODE: &'static str = "T0035";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, .. } = self;
        Report::error(
            Self::CODE,
            "Missing `=`",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("I expected `=` here, not {found}"))
        .text("A `let` gives a value to a pattern.")
        .hint("Write `let pattern = value`.")
    }
}
