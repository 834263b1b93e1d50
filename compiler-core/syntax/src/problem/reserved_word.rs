use report::Report;
use source::{FileId, Location, Name, Span};

/// A reserved word in place of a name.
#[derive(Debug, Clone, PartialEq)]
pub struct ReservedWord {
    /// Where.
    pub span: Span,
    /// Which.
    pub word: Name,
}

impl ReservedWord {
    /// The code of this kind.
    pub const CODE: &'static str = "T0022";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { word, .. } = self;
        Report::error(
            Self::CODE,
            "Reserved word",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("`{word}` is a word of the language"))
        .text("It cannot be used as a name.")
        .hint(format!("Choose another name, such as `{word}_`."))
    }
}
