use report::Report;
use source::{FileId, Location, Span};

/// `[..list]`
#[derive(Debug, Clone, PartialEq)]
pub struct ListSpreadAsVariable {
    /// Where.
    pub span: Span,
}

impl ListSpreadAsVariable {
    /// The code of this kind.
    pub const CODE: &'static str = "T0155";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::warning(
            Self::CODE,
            "Pattern that takes every list",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this matches every list")
        .text("This way to write it goes out of use.")
        .hint("Write the name alone.")
    }
}
