use report::Report;
use source::{FileId, Location, Span};

/// `1__0`, `1_`
#[derive(Debug, Clone, PartialEq)]
pub struct MisplacedUnderscore {
    /// Where.
    pub span: Span,
}

impl MisplacedUnderscore {
    /// The code of this kind.
    pub const CODE: &'static str = "T0004";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Misplaced underscore",
            Location {
                file,
                span: self.span,
            },
        )
        .label("no digit follows this underscore")
        .text("Underscores stand between the digits of a number.")
        .hint("Remove it.")
    }
}
