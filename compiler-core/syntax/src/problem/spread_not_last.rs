use report::Report;
use source::{FileId, Location, Span};

/// `[..a, 1]`
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadNotLast {
    /// Where.
    pub span: Span,
}

impl SpreadNotLast {
    /// The code of this kind.
    pub const CODE: &'static str = "T0044";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(Self::CODE, "Elements after the tail", Location { file, span: self.span })
            .label("nothing can follow the tail of a list")
            .text("A list grows at its front only; what follows would mean to walk through the whole tail.")
            .hint("Put the elements before `..`, or join lists with `list.append`.")
    }
}
