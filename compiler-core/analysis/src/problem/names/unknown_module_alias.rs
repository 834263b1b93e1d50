use crate::problem::words::{Kind, Words, or_else, unknown_name};
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
    /// Where else it stands.
    pub others: Vec<Span>,
}

impl Kind for UnknownModuleAlias {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        let report = Report::error("T0201", "Unknown module", words.at(self.span))
            .label("not imported")
            .text(format!("No module is imported as `{}`.", self.name))
            .hint(match self.import {
                Some(path) => format!("Add `import {path}` at the top of the module."),
                None => or_else(self.nearest, "Import the module first."),
            });
        let places = (self.span, &self.others[..]);
        let nearest = match self.import {
            Some(_) => None,
            None => self.nearest.map(|name| name.to_string()),
        };
        unknown_name(report, words, places, self.name, nearest.as_deref())
    }
}
