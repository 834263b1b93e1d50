use report::Report;
use source::{FileId, Location, Span};

/// `0x`
#[derive(Debug, Clone, PartialEq)]
pub struct RadixWithoutDigits {
    /// Where.
    pub span: Span,
}

impl RadixWithoutDigits {
    /// The code of this kind.
    pub const CODE: &'static str = "T0005";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Number without digits",
            Location {
                file,
                span: self.span,
            },
        )
        .label("digits are missing after this prefix")
    }
}
