use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A function with more parameters than Erlang knows.
#[derive(Debug, Clone, PartialEq)]
pub struct TooManyParameters {
    /// Its head.
    pub span: Span,
    /// How many it has.
    pub count: usize,
}

impl Kind for TooManyParameters {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0279", "Too many parameters", words.at(self.span))
            .label(format!("{} parameters", self.count))
            .text("Functions have at most 255 parameters on Erlang.".to_owned())
            .hint("Put some of them into a record.")
    }
}
