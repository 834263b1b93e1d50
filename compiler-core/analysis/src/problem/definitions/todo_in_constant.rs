use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `todo` as the value of a constant.
#[derive(Debug, Clone, PartialEq)]
pub struct TodoInConstant {
    /// Where.
    pub span: Span,
}

impl Kind for TodoInConstant {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0229", "Constant without a value", words.at(self.span)).label("a constant needs a value").text("The value of a constant is used wherever it is mentioned, so it cannot be missing.").hint("Give it a value, or make it a function.")
    }
}
