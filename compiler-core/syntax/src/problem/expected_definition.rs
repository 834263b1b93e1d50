use report::Report;
use source::{FileId, Location, Span};

/// A token at the top of a module that begins no definition.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedDefinition {
    /// Where.
    pub span: Span,
    /// What it is.
    pub found: String,
}

impl ExpectedDefinition {
    /// The code of this kind.
    pub const CODE: &'static str = "T0040";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, .. } = self;
        Report::error(Self::CODE, "Definition expected", Location { file, span: self.span })
            .label(format!("I did not expect {found} here"))
            .text("At the top of a module stand imports, constants, types and functions. Other code belongs into a function.")
    }
}
