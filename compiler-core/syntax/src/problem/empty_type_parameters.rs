use report::Report;
use source::{FileId, Location, Name, Span};

/// `type Wibble() { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct EmptyTypeParameters {
    /// Where.
    pub span: Span,
    /// The type.
    pub name: Name,
}

impl EmptyTypeParameters {
    /// The code of this kind.
    pub const CODE: &'static str = "T0069";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Empty parentheses",
            Location {
                file,
                span: self.span,
            },
        )
        .label("there are no type parameters here")
        .hint("Remove the parentheses.")
    }
}
