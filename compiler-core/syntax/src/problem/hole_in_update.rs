use report::Report;
use source::{FileId, Location, Span};

/// `Wibble(..w, a: _)`
#[derive(Debug, Clone, PartialEq)]
pub struct HoleInUpdate {
    /// Where.
    pub span: Span,
}

impl HoleInUpdate {
    /// The code of this kind.
    pub const CODE: &'static str = "T0087";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Hole in a record update",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a record update cannot be turned into a function")
        .hint("Write the function out: `fn(x) { Wibble(..w, a: x) }`.")
    }
}
