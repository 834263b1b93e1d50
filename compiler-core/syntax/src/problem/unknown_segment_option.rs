use report::Report;
use source::{FileId, Location, Name, Span};

/// A word after the `:` of a segment that is no option.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownSegmentOption {
    /// Where.
    pub span: Span,
    /// The word.
    pub name: Name,
}

impl UnknownSegmentOption {
    /// The code of this kind.
    pub const CODE: &'static str = "T0061";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(Self::CODE, "Unknown segment option", Location { file, span: self.span })
            .label(format!("`{name}` is not an option of a segment"))
            .text("The options are `int`, `float`, `bits`, `bytes`, `utf8`, `utf16`, `utf32`, `utf8_codepoint`, `utf16_codepoint`, `utf32_codepoint`, `signed`, `unsigned`, `big`, `little`, `native`, `size(…)` and `unit(…)`.")
    }
}
