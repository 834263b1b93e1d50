use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A second import of one module under another name.
#[derive(Debug, Clone, PartialEq)]
pub struct ModuleImportedTwice {
    /// Where.
    pub span: Span,
    /// The module.
    pub module: Name,
    /// The name it has already.
    pub name: Name,
    /// Where it is defined first.
    pub first: Span,
}

impl Kind for ModuleImportedTwice {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0401", "Module imported twice", words.at(self.span))
            .label("imported again")
            .also(words.at(self.first), "imported here first")
            .text(format!(
                "`{}` is already imported as `{}`.",
                self.module, self.name
            ))
            .hint("Remove one of the imports.")
    }
}
