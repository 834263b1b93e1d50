use report::Report;
use source::{FileId, Location, Name, Span};

/// `+=` and its like.
#[derive(Debug, Clone, PartialEq)]
pub struct ProceduralOperator {
    /// Where.
    pub span: Span,
    /// As written.
    pub operator: Name,
    /// Its first character.
    pub simple: Name,
}

impl ProceduralOperator {
    /// The code of this kind.
    pub const CODE: &'static str = "T0011";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self {
            operator, simple, ..
        } = self;
        Report::error(
            Self::CODE,
            "No such operator",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("`{operator}` does not exist"))
        .text("Variables are not changed: a new one takes the place of the old one.")
        .hint(format!("Write `let x = x {simple} 1`."))
    }
}
