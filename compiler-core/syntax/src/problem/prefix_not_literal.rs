use report::Report;
use source::{FileId, Location, Span};

/// `x <> "s"` as a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct PrefixNotLiteral {
    /// Where.
    pub span: Span,
}

impl PrefixNotLiteral {
    /// The code of this kind.
    pub const CODE: &'static str = "T0048";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Text of unknown length first",
            Location {
                file,
                span: self.span,
            },
        )
        .label("what `<>` matches first must be written out")
        .text("A name takes all of the text, so nothing could follow it.")
        .hint("Only the start of a text can be matched: `\"start\" <> rest`.")
    }
}
