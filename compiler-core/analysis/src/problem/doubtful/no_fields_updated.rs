use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A record update that changes no field.
#[derive(Debug, Clone, PartialEq)]
pub struct NoFieldsUpdated {
    /// Where.
    pub span: Span,
}

impl Kind for NoFieldsUpdated {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0421", "Update of nothing", words.at(self.span))
            .label("changes no field")
            .text("This record update gives the same record.")
            .hint("Use the record itself.")
    }
}
