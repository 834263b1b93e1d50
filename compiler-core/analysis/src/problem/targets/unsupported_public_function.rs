use crate::problem::words::{Kind, Words, target_name};
use report::Report;
use source::{Name, Span};
use syntax::ast::Target;

/// A public function that this target does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct UnsupportedPublicFunction {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// What is compiled for.
    pub target: Target,
}

impl Kind for UnsupportedPublicFunction {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error(
            "T0269",
            "Function not available on this target",
            words.at(self.span),
        )
        .label(format!("not implemented for {}", target_name(self.target)))
        .text(format!(
            "The public function `{}` has no body and no `@external` for {}.",
            self.name,
            target_name(self.target)
        ))
        .hint("Add an implementation for this target, or a body.")
    }
}
