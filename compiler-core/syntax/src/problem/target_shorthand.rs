use report::Report;
use source::{FileId, Location, Span};

/// `@target(js)`
#[derive(Debug, Clone, PartialEq)]
pub struct TargetShorthand {
    /// Where.
    pub span: Span,
    /// The whole name.
    pub name: &'static str,
}

impl TargetShorthand {
    /// The code of this kind.
    pub const CODE: &'static str = "T0156";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::warning(
            Self::CODE,
            "Short name of a target",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this name goes out of use")
        .hint(format!("Write `{name}`."))
    }
}
