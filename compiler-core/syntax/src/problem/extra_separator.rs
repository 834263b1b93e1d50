use report::Report;
use source::{FileId, Location, Span};

/// `,,`
#[derive(Debug, Clone, PartialEq)]
pub struct ExtraSeparator {
    /// Where.
    pub span: Span,
}

impl ExtraSeparator {
    /// The code of this kind.
    pub const CODE: &'static str = "T0039";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Extra comma",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this comma separates nothing")
        .hint("Remove it.")
    }
}
