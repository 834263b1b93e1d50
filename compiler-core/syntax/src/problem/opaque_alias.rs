use report::Report;
use source::{FileId, Location, Span};

/// `pub opaque type Wibble = Int`
#[derive(Debug, Clone, PartialEq)]
pub struct OpaqueAlias {
    /// Where.
    pub span: Span,
}

impl OpaqueAlias {
    /// The code of this kind.
    pub const CODE: &'static str = "T0070";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Opaque alias",
            Location {
                file,
                span: self.span,
            },
        )
        .label("an alias cannot be opaque")
        .text("An alias is another name for a type; it hides nothing.")
        .hint("Define a type with one constructor to hide what it holds.")
    }
}
