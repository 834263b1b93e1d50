use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A definition with the name of an imported value.
#[derive(Debug, Clone, PartialEq)]
pub struct ShadowsImport {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// Where it is imported.
    pub import: Span,
}

impl Kind for ShadowsImport {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0402", "Definition hides an import", words.at(self.span))
            .label("hides the imported one")
            .also(words.at(self.import), "imported here")
            .text(format!(
                "This definition hides the imported `{}`, which cannot be used any more.",
                self.name
            ))
            .hint("Rename the definition, or remove the import.")
    }
}
