use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// `list.length(x) == 0`
#[derive(Debug, Clone, PartialEq)]
pub struct LengthForEmptiness {
    /// Where.
    pub span: Span,
    /// The list.
    pub list: Span,
    /// Whether it asks if the list is empty.
    pub empty: bool,
}

impl Kind for LengthForEmptiness {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning(
            "T0436",
            "Length of a list to see if it is empty",
            words.at(self.span),
        )
        .label("counts all elements")
        .also(words.at(self.list), "the list")
        .text("This walks through the whole list to see whether it has an element.")
        .hint(if self.empty {
            "Compare with the empty list: `== []`."
        } else {
            "Compare with the empty list: `!= []`."
        })
    }
}
