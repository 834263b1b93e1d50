use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `panic` or `todo` with arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct StopCalled {
    /// Where.
    pub span: Span,
    /// Whether it is `todo`.
    pub is_todo: bool,
}

impl Kind for StopCalled {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0417", "Call of panic or todo", words.at(self.span))
            .label("this is not a function")
            .text("It fails before the arguments are looked at.")
            .hint(if self.is_todo {
                "Write `todo as \"message\"`."
            } else {
                "Write `panic as \"message\"`."
            })
    }
}
