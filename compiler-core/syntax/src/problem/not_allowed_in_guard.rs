use report::Report;
use source::{FileId, Location, Span};

/// Something that a guard cannot hold.
#[derive(Debug, Clone, PartialEq)]
pub struct NotAllowedInGuard {
    /// Where.
    pub span: Span,
    /// What was written.
    pub what: &'static str,
}

impl NotAllowedInGuard {
    /// The code of this kind.
    pub const CODE: &'static str = "T0080";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { what, .. } = self;
        Report::error(
            Self::CODE,
            "Wrong guard",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("a guard cannot hold {what}"))
        .hint("Compute it before the `case`, or in the body of the clause.")
    }
}
