use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `echo` without a value outside of a pipeline.
#[derive(Debug, Clone, PartialEq)]
pub struct EchoWithoutValue {
    /// Where.
    pub span: Span,
}

impl Kind for EchoWithoutValue {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0247", "Nothing to echo", words.at(self.span)).label("expected a value after this").text("`echo` prints the value that follows it, or the value of the pipeline that it is a step of.").hint("Give it a value.")
    }
}
