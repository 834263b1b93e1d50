use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An import of a module of a package that is not a direct dependency.
#[derive(Debug, Clone, PartialEq)]
pub struct TransitiveImport {
    /// Where.
    pub span: Span,
    /// The module.
    pub module: Name,
    /// Its package.
    pub package: Name,
}

impl Kind for TransitiveImport {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning(
            "T0400",
            "Import from an indirect dependency",
            words.at(self.span),
        )
        .label("not a direct dependency")
        .text(format!(
            "`{}` belongs to the package `{}`, which this package only has through others.",
            self.module, self.package
        ))
        .hint(format!("Add `{}` to the dependencies.", self.package))
    }
}
