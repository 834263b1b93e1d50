use crate::problem::words::{Kind, Words, count, list};
use report::Report;
use source::{Name, Span};

/// A call or constructor pattern with too many or too few arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct IncorrectArity {
    /// Where.
    pub span: Span,
    /// How many there should be.
    pub expected: usize,
    /// How many there are.
    pub given: usize,
    /// The labels that are missing.
    pub missing: Vec<Name>,
    /// Whether it is a pattern.
    pub in_pattern: bool,
}

impl Kind for IncorrectArity {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0239", "Wrong number of arguments", words.at(self.span))
            .label(format!(
                "expected {}, got {}",
                count(self.expected, "argument"),
                self.given
            ))
            .text(if self.missing.is_empty() {
                format!(
                    "It takes {} and is given {}.",
                    count(self.expected, "argument"),
                    self.given
                )
            } else {
                format!(
                    "It takes {} and is given {}. Missing: {}.",
                    count(self.expected, "argument"),
                    self.given,
                    list(&self.missing)
                )
            })
            .hint(if self.in_pattern && self.given < self.expected {
                "Add the missing patterns, or `..` to ignore them."
            } else if self.given < self.expected {
                "Add the missing arguments."
            } else {
                "Remove arguments."
            })
    }
}
