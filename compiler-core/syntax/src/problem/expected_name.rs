use report::Report;
use source::{FileId, Location, Span};

/// A token in place of a lower-case name.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedName {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
    /// How to write it.
    pub hint: String,
}

impl ExpectedName {
    /// The code of this kind.
    pub const CODE: &'static str = "T0030";

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
        .label(format!("I expected a name here, not {found}"))
        .text("Names of values, labels, modules and type variables begin with a lower-case letter.")
        .hint(hint.clone())
    }
}
