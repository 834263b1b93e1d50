use report::Report;
use source::{FileId, Location, Name, Span};

/// `@target(wibble)`
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownTarget {
    /// Where.
    pub span: Span,
    /// As written.
    pub name: Name,
}

impl UnknownTarget {
    /// The code of this kind.
    pub const CODE: &'static str = "T0066";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(
            Self::CODE,
            "Unknown target",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("there is no target `{name}`"))
        .hint("The targets are `erlang` and `javascript`.")
    }
}
