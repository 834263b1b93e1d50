use report::Report;
use source::{FileId, Location, Span};

/// `t.0x1`, `t.-1`, or a number too big.
#[derive(Debug, Clone, PartialEq)]
pub struct TupleIndex {
    /// Where.
    pub span: Span,
}

impl TupleIndex {
    /// The code of this kind.
    pub const CODE: &'static str = "T0063";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Wrong tuple index",
            Location {
                file,
                span: self.span,
            },
        )
        .label("this is not an index")
        .text("The elements of a tuple are numbered `0`, `1`, `2` and so on.")
    }
}
