use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A step of a pipeline that calls a function which returns the step.
#[derive(Debug, Clone, PartialEq)]
pub struct PipeIntoReturnedFunction {
    /// Where.
    pub span: Span,
}

impl Kind for PipeIntoReturnedFunction {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0430", "Pipeline into a returned function", words.at(self.span)).label("returns the function that takes the value").text("Such steps will be read as calls with one more argument in future versions of the language.").hint("Put the call in a block: `|> { call(…) }`, or give it a name first.")
    }
}
