use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A function as a value in a guard.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionInGuard {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for FunctionInGuard {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0210", "Function in a guard", words.at(self.span))
            .label("guards cannot use functions")
            .text(format!(
                "`{}` is a function; a guard may only use variables, constants and operators.",
                self.name
            ))
            .hint("Compute the value before the `case`, and use the variable.")
    }
}
