use report::Report;
use source::{FileId, Location, Span};

/// The size of a segment is too clever.
#[derive(Debug, Clone, PartialEq)]
pub struct SizeNotAllowed {
    /// Where.
    pub span: Span,
    /// What was written.
    pub what: &'static str,
}

impl SizeNotAllowed {
    /// The code of this kind.
    pub const CODE: &'static str = "T0078";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { what, .. } = self;
        Report::error(Self::CODE, "Wrong size", Location { file, span: self.span })
            .label(format!("a size cannot be {what}"))
            .text("The size of a segment in a pattern is made of whole numbers, names, `+`, `-`, `*`, `/`, `%` and braces.")
            .hint("Compute it before, and name it here.")
    }
}
