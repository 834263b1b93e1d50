use report::Report;
use source::{FileId, Location, Span};

/// `fn f() : Int`
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnTypeColon {
    /// Where.
    pub span: Span,
}

impl ReturnTypeColon {
    /// The code of this kind.
    pub const CODE: &'static str = "T0053";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Wrong mark of a return type",
            Location {
                file,
                span: self.span,
            },
        )
        .label("the type of the result follows `->`")
        .hint("Write `->` in place of `:`.")
    }
}
