use crate::problem::words::{Kind, Words};
use crate::types::Ty;
use report::Report;
use source::Span;

/// `todo`, or nothing where code must be.
#[derive(Debug, Clone, PartialEq)]
pub struct Todo {
    /// Where.
    pub span: Span,
    /// What it is.
    pub sort: TodoSort,
    /// The type of what is missing.
    pub ty: Ty,
}

impl Kind for Todo {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0414", "Unfinished code", words.at(self.span))
            .label("this is missing")
            .text(format!(
                "The program fails when it gets here. The missing code has the type:\n\n    {}",
                words.ty(self.ty)
            ))
            .hint(match self.sort {
                TodoSort::Keyword => "Write it before the code is used.",
                TodoSort::Empty => "Write the body.",
                TodoSort::Use => "Write the statements that follow the `use`.",
            })
    }
}

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TodoSort {
    /// `todo`
    Keyword,
    /// The body of a function, closure or block.
    Empty,
    /// What follows a `use`.
    Use,
}
