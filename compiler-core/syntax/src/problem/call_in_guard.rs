use report::Report;
use source::{FileId, Location, Span};

/// `if f(x)`
#[derive(Debug, Clone, PartialEq)]
pub struct CallInGuard {
    /// Where.
    pub span: Span,
}

impl CallInGuard {
    /// The code of this kind.
    pub const CODE: &'static str = "T0079";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Call in a guard",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a function cannot be called in a guard")
        .text("A guard must not have effects.")
        .hint("Call it before the `case`, or match on its result.")
    }
}
