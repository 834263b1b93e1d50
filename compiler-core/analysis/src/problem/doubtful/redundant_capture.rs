use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A capture in a pipeline whose hole comes first.
#[derive(Debug, Clone, PartialEq)]
pub struct RedundantCapture {
    /// Where.
    pub span: Span,
}

impl Kind for RedundantCapture {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0429", "Needless capture", words.at(self.span))
            .label("not needed")
            .text("A pipeline passes its value as the first argument anyway.")
            .hint("Remove the `_`.")
    }
}
