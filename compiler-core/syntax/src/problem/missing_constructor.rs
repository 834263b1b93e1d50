use report::Report;
use source::{FileId, Location, Name, Span};

/// Fields directly in the braces of a type.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingConstructor {
    /// Where.
    pub span: Span,
    /// The type.
    pub name: Name,
    /// What was written.
    pub field: Name,
}

impl MissingConstructor {
    /// The code of this kind.
    pub const CODE: &'static str = "T0042";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, field, .. } = self;
        Report::error(
            Self::CODE,
            "Missing constructor",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a field cannot stand here")
        .text("The braces of a type hold its constructors, and these hold the fields.")
        .hint(format!("Write `type {name} {{ {name}({field}: …) }}`."))
    }
}
