use report::Report;
use source::{FileId, Location, Span};

/// `[a, ..[b]]`
#[derive(Debug, Clone, PartialEq)]
pub struct TailPattern {
    /// Where.
    pub span: Span,
}

impl TailPattern {
    /// The code of this kind.
    pub const CODE: &'static str = "T0047";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Wrong tail pattern",
            Location {
                file,
                span: self.span,
            },
        )
        .label("the tail of a list pattern is a name or `_`")
        .hint("Write the elements before the tail, or match the tail with a `case` of its own.")
    }
}
