use report::Report;
use source::{FileId, Location, Name, Span};

/// `_x` as an expression.
#[derive(Debug, Clone, PartialEq)]
pub struct DiscardAsValue {
    /// Where.
    pub span: Span,
    /// As written.
    pub name: Name,
}

impl DiscardAsValue {
    /// The code of this kind.
    pub const CODE: &'static str = "T0029";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(
            Self::CODE,
            "Discarded value",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("`{name}` has no value"))
        .text("A name that begins with an underscore drops the value.")
        .hint("Remove the underscore where the value is bound, and here.")
    }
}
