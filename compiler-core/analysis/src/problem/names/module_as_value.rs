use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// The name of a module where a value must stand.
#[derive(Debug, Clone, PartialEq)]
pub struct ModuleAsValue {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
}

impl Kind for ModuleAsValue {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0208", "Module used as a value", words.at(self.span))
            .label("this is a module")
            .text(format!(
                "`{}` is the name of a module; modules are not values.",
                self.name
            ))
            .hint(format!(
                "Name what you need from it: `{}.something`.",
                self.name
            ))
    }
}
