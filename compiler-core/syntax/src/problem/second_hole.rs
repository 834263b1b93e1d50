use report::Report;
use source::{FileId, Location, Span};

/// `f(_, _)`
#[derive(Debug, Clone, PartialEq)]
pub struct SecondHole {
    /// The call.
    pub span: Span,
    /// The first hole.
    pub first: Span,
    /// The second.
    pub second: Span,
}

impl SecondHole {
    /// The code of this kind.
    pub const CODE: &'static str = "T0071";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Second hole",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this call has two holes")
        .text("A call with a hole is a function of one argument.")
        .hint("Write the function out: `fn(a, b) { f(a, b) }`.")
        .also(
            Location {
                file,
                span: self.first,
            },
            "the first",
        )
        .also(
            Location {
                file,
                span: self.second,
            },
            "the second",
        )
    }
}
