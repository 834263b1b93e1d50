use report::Report;
use source::{FileId, Location, Span};

/// `1.0e`
#[derive(Debug, Clone, PartialEq)]
pub struct MissingExponent {
    /// Where.
    pub span: Span,
}

impl MissingExponent {
    /// The code of this kind.
    pub const CODE: &'static str = "T0006";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Missing exponent",
            Location {
                file,
                span: self.span,
            },
        )
        .label("digits are missing after this `e`")
        .hint("Add an exponent as in `1.0e3`, or remove the `e`.")
    }
}
