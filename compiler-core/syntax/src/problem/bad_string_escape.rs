use report::Report;
use source::{FileId, Location, Span};

/// `\x` where `x` is no escape.
#[derive(Debug, Clone, PartialEq)]
pub struct BadStringEscape {
    /// Where.
    pub span: Span,
}

impl BadStringEscape {
    /// The code of this kind.
    pub const CODE: &'static str = "T0001";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(Self::CODE, "Unknown escape", Location { file, span: self.span })
            .label("this escape does not exist")
            .text("A backslash in a string begins an escape: `\\n`, `\\r`, `\\t`, `\\f`, `\\\"`, `\\\\` or `\\u{1F600}`.")
            .hint("Write `\\\\` for a backslash.")
    }
}
