use report::Report;
use source::{FileId, Location, Name, Span};

/// `f(_x)`
#[derive(Debug, Clone, PartialEq)]
pub struct DiscardArgument {
    /// Where.
    pub span: Span,
    /// As written.
    pub name: Name,
}

impl DiscardArgument {
    /// The code of this kind.
    pub const CODE: &'static str = "T0062";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(
            Self::CODE,
            "Discard as argument",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("`{name}` has no value"))
        .text("Only `_` alone can stand for an argument: the call becomes a function of it.")
        .hint("Write `_` to make a function, or name a variable.")
    }
}
