use report::Report;
use source::{FileId, Location, Span};

/// `as` without a message.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingMessage {
    /// Where.
    pub span: Span,
}

impl MissingMessage {
    /// The code of this kind.
    pub const CODE: &'static str = "T0057";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Missing message",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a message must follow `as`")
        .hint("Write a string after it, or remove it.")
    }
}
