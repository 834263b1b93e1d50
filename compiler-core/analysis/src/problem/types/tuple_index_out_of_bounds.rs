use crate::problem::words::{Kind, Words, count};
use report::Report;
use source::Span;

/// An index that the tuple does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct TupleIndexOutOfBounds {
    /// Where.
    pub span: Span,
    /// The index.
    pub index: u64,
    /// How many elements there are.
    pub size: usize,
}

impl Kind for TupleIndexOutOfBounds {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0236", "No such element", words.at(self.span))
            .label(format!("the tuple has {}", count(self.size, "element")))
            .text(format!(
                "There is no element `{}`: elements are counted from 0.",
                self.index
            ))
            .hint("Use an index that is smaller than the number of elements.")
    }
}
