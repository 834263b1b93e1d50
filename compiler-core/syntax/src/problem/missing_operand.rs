use report::Report;
use source::{FileId, Location, Name, Span};

/// An operator without right side.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingOperand {
    /// Where.
    pub span: Span,
    /// Which.
    pub operator: Name,
}

impl MissingOperand {
    /// The code of this kind.
    pub const CODE: &'static str = "T0036";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { operator, .. } = self;
        Report::error(
            Self::CODE,
            "Operator without value",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("nothing follows `{operator}`"))
        .text("The operator needs a value on its right.")
        .hint("Remove it, or write a value after it.")
    }
}
