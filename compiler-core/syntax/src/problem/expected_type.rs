use report::Report;
use source::{FileId, Location, Span};

/// A token in place of a type.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedType {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
}

impl ExpectedType {
    /// The code of this kind.
    pub const CODE: &'static str = "T0034";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, .. } = self;
        Report::error(
            Self::CODE,
            "Type expected",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("I expected a type here, not {found}"))
        .text("A type is written `Int`, `List(a)`, `#(Int, String)` or `fn(Int) -> String`.")
    }
}
