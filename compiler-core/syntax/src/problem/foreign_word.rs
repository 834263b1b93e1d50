use report::Report;
use source::{FileId, Location, Name, Span};

use crate::foreign::foreign_word;

/// A word that another language has.
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignWord {
    /// Where.
    pub span: Span,
    /// The word.
    pub word: Name,
}

impl ForeignWord {
    /// The code of this kind.
    pub const CODE: &'static str = "T0091";

    pub(super) fn report(&self, file: FileId) -> Report {
        let location = Location {
            file,
            span: self.span,
        };
        Report::error(Self::CODE, "Word of another language", location)
            .label(format!("there is no `{}`", self.word))
            .hint(foreign_word(&self.word).unwrap_or("Remove it."))
    }
}
