use report::Report;
use source::{FileId, Location, Name, Span};

/// `@wibble`
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownAttribute {
    /// Where.
    pub span: Span,
    /// As written.
    pub name: Name,
}

impl UnknownAttribute {
    /// The code of this kind.
    pub const CODE: &'static str = "T0068";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(
            Self::CODE,
            "Unknown attribute",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("there is no attribute `{name}`"))
        .hint("The attributes are `@deprecated`, `@external`, `@internal` and `@target`.")
    }
}
