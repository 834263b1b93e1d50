use report::Report;
use source::{FileId, Location, Span};

/// `\u` with something wrong after it.
#[derive(Debug, Clone, PartialEq)]
pub struct BadUnicodeEscape {
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub reason: &'static str,
}

impl BadUnicodeEscape {
    /// The code of this kind.
    pub const CODE: &'static str = "T0002";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { reason, .. } = self;
        Report::error(Self::CODE, "Wrong Unicode escape", Location { file, span: self.span })
            .label(*reason)
            .text("A Unicode escape is `\\u{…}` with one to six hexadecimal digits that name a character.")
    }
}
