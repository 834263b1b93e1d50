use report::Report;
use source::{FileId, Location, Span};

/// A token in place of an upper-case name.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedUpName {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
    /// How to write it.
    pub hint: String,
}

impl ExpectedUpName {
    /// The code of this kind.
    pub const CODE: &'static str = "T0031";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, hint, .. } = self;
        Report::error(
            Self::CODE,
            "Name expected",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("I expected a name in upper case here, not {found}"))
        .text("Names of types and constructors begin with an upper-case letter.")
        .hint(hint.clone())
    }
}
