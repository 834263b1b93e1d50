use report::Report;
use source::{FileId, Location, Span};

/// `if ->`
#[derive(Debug, Clone, PartialEq)]
pub struct EmptyGuard {
    /// Where.
    pub span: Span,
}

impl EmptyGuard {
    /// The code of this kind.
    pub const CODE: &'static str = "T0157";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::warning(
            Self::CODE,
            "Empty guard",
            Location {
                file,
                span: self.span,
            },
        )
        .label("nothing follows this `if`")
        .text("This way to write it goes out of use.")
        .hint("Remove `if`, or write a condition.")
    }
}
