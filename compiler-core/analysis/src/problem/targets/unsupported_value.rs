use crate::problem::words::{Kind, Words, target_name};
use report::Report;
use source::{Name, Span};
use syntax::ast::Target;

/// A use of something that this target does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct UnsupportedValue {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// What is compiled for.
    pub target: Target,
}

impl Kind for UnsupportedValue {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0270", "Not available on this target", words.at(self.span)).label(format!("not available on {}", target_name(self.target))).text(format!("`{}` cannot be used on {}: it, or something it uses, is implemented for another target only.", self.name, target_name(self.target))).hint("Use it only in functions that have an `@external` for this target.")
    }
}
