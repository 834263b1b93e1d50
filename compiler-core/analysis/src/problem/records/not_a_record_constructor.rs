use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// An update with something that makes no record with labels.
#[derive(Debug, Clone, PartialEq)]
pub struct NotARecordConstructor {
    /// Where.
    pub span: Span,
    /// Whether it is a constructor without labels.
    pub no_labels: bool,
}

impl Kind for NotARecordConstructor {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0250", "Not a record", words.at(self.span))
            .label(if self.no_labels {
                "this constructor has no labels"
            } else {
                "this is not a constructor"
            })
            .text("A record update names fields by their labels.")
            .hint("Make the record anew.")
    }
}
