use crate::problem::words::{Kind, Words, or_else};
use report::Report;
use source::{Name, Span};

/// A name before a dot that is no imported module.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownModuleAlias {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// A module whose last part is the name.
    pub import: Option<Name>,
    /// The known name that is most like it.
    pub nearest: Option<Name>,
}

impl Kind for UnknownModuleAlias {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0201", "Unknown module", words.at(self.span))
            .label("not imported")
            .text(format!("No module is imported as `{}`.", self.name))
            .hint(match self.import {
                Some(path) => format!("Add `import {path}` at the top of the module."),
                None => or_else(self.nearest, "Import the module first."),
            })
    }
}
