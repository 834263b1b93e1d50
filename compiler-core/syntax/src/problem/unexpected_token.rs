use report::Report;
use source::{FileId, Location, Span};

/// A token that fits nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct UnexpectedToken {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
    /// What would have been accepted.
    pub expected: String,
}

impl UnexpectedToken {
    /// The code of this kind.
    pub const CODE: &'static str = "T0020";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self {
            found, expected, ..
        } = self;
        Report::error(
            Self::CODE,
            "Syntax error",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("I did not expect {found} here"))
        .text(format!("Here I expected {expected}."))
    }
}
