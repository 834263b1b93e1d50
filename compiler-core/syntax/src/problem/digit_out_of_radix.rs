use report::Report;
use source::{FileId, Location, Span};

/// `0b12`
#[derive(Debug, Clone, PartialEq)]
pub struct DigitOutOfRadix {
    /// Where.
    pub span: Span,
    /// The base of the number.
    pub radix: u32,
}

impl DigitOutOfRadix {
    /// The code of this kind.
    pub const CODE: &'static str = "T0003";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { radix, .. } = self;
        Report::error(
            Self::CODE,
            "Digit too big",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("this is not a digit in base {radix}"))
    }
}
