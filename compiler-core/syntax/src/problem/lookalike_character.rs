use report::Report;
use source::{FileId, Location, Span};

/// A character that looks like one of the language.
#[derive(Debug, Clone, PartialEq)]
pub struct LookalikeCharacter {
    /// Where.
    pub span: Span,
    /// What it is.
    pub description: &'static str,
    /// What it looks like.
    pub meant: &'static str,
}

impl LookalikeCharacter {
    /// The code of this kind.
    pub const CODE: &'static str = "T0012";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self {
            description, meant, ..
        } = self;
        Report::error(
            Self::CODE,
            "Look-alike character",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("this is {description}"))
        .hint(format!("Write `{meant}` instead."))
    }
}
