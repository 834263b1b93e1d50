use crate::problem::words::{Kind, Words, count};
use report::Report;
use source::{Name, Span};

/// A type with too many or too few arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct IncorrectTypeArity {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// How many it takes.
    pub expected: usize,
    /// How many there are.
    pub given: usize,
}

impl Kind for IncorrectTypeArity {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error(
            "T0222",
            "Wrong number of type arguments",
            words.at(self.span),
        )
        .label(format!(
            "takes {}, {} given",
            count(self.expected, "argument"),
            self.given
        ))
        .text(format!(
            "The type `{}` takes {}, but is given {}.",
            self.name,
            count(self.expected, "argument"),
            self.given
        ))
        .hint(if self.expected == 0 {
            "Remove the parentheses and what is in them."
        } else {
            "Give as many types as it has parameters."
        })
    }
}
