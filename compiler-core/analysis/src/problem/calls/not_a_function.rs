use crate::problem::words::{Kind, Words};
use crate::types::Ty;
use report::Report;
use source::Span;

/// A call of something that is no function.
#[derive(Debug, Clone, PartialEq)]
pub struct NotAFunction {
    /// Where.
    pub span: Span,
    /// What is there.
    pub found: Ty,
    /// Whether it stands after `<-`.
    pub in_use: bool,
}

impl Kind for NotAFunction {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0238", "Not a function", words.at(self.span))
            .label("this is not a function")
            .text(format!(
                "{} Its type is:\n\n    {}",
                if self.in_use {
                    "What follows `<-` must be a function that takes a callback."
                } else {
                    "Only functions can be called."
                },
                words.ty(self.found)
            ))
            .hint("Remove the arguments, or call something else.")
    }
}
