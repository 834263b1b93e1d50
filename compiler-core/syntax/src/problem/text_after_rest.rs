use report::Report;
use source::{FileId, Location, Span};

/// `"a" <> x <> "b"`
#[derive(Debug, Clone, PartialEq)]
pub struct TextAfterRest {
    /// Where.
    pub span: Span,
}

impl TextAfterRest {
    /// The code of this kind.
    pub const CODE: &'static str = "T0049";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Text after the rest",
            Location {
                file,
                span: self.span,
            },
        )
        .label("nothing can follow what takes the rest of the text")
        .hint("Match the start only, and split the rest with functions of `gleam/string`.")
    }
}
