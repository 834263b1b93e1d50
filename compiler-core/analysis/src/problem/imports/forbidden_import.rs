use crate::check::Origin;
use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An import of a module that this folder may not use.
#[derive(Debug, Clone, PartialEq)]
pub struct ForbiddenImport {
    /// Where.
    pub span: Span,
    /// The module.
    pub module: Name,
    /// The folder of this module.
    pub from: Origin,
    /// The folder of the imported one.
    pub to: Origin,
    /// The package, if it is only for development.
    pub package: Option<Name>,
}

impl Kind for ForbiddenImport {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0212", "Import not allowed here", words.at(self.span))
            .label("not available here")
            .text(match self.package {
                Some(package) => format!(
                    "`{}` belongs to `{package}`, which is a dependency for development only.",
                    self.module
                ),
                None => format!(
                    "`{}` is a module of the `{}` folder, which `{}` cannot use.",
                    self.module,
                    folder(self.to),
                    folder(self.from)
                ),
            })
            .hint("Move the code, or make it a regular dependency.")
    }
}

fn folder(origin: Origin) -> &'static str {
    match origin {
        Origin::Src => "src",
        Origin::Test => "test",
        Origin::Dev => "dev",
    }
}
