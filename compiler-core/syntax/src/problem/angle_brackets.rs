use report::Report;
use source::{FileId, Location, Span};

/// `List<Int>`
#[derive(Debug, Clone, PartialEq)]
pub struct AngleBrackets {
    /// Where.
    pub span: Span,
    /// How to write it.
    pub hint: &'static str,
}

impl AngleBrackets {
    /// The code of this kind.
    pub const CODE: &'static str = "T0052";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { hint, .. } = self;
        Report::error(
            Self::CODE,
            "Angle brackets",
            Location {
                file,
                span: self.span,
            },
        )
        .label("types take their arguments in parentheses")
        .hint(hint.to_string())
    }
}
