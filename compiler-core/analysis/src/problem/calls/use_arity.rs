use crate::problem::words::{Kind, Words, count};
use report::Report;
use source::Span;

/// A function after `<-` that does not take these arguments and a callback.
#[derive(Debug, Clone, PartialEq)]
pub struct UseArity {
    /// Where.
    pub span: Span,
    /// How many arguments it takes.
    pub expected: usize,
    /// How many there are.
    pub given: usize,
}

impl Kind for UseArity {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error(
            "T0244",
            "Wrong number of arguments in use",
            words.at(self.span),
        )
        .label(format!(
            "takes {}, the callback included",
            count(self.expected, "argument")
        ))
        .text(format!(
            "With the callback this call has {}, but the function takes {}.",
            count(self.given + 1, "argument"),
            self.expected
        ))
        .hint(if self.expected == 0 {
            "A function without parameters takes no callback: call it without `use`."
        } else {
            "The statements after `use` are the last argument; the others must be given."
        })
    }
}
