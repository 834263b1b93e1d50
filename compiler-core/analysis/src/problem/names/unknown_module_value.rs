use crate::problem::words::{Kind, Words, or_else};
use report::Report;
use source::{Name, Span};

/// A value that another module does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownModuleValue {
    /// Where.
    pub span: Span,
    /// The module.
    pub module: Name,
    /// The name.
    pub name: Name,
    /// Whether it is there, but private.
    pub private: bool,
    /// Whether a type has that name.
    pub is_type: bool,
    /// The known name that is most like it.
    pub nearest: Option<Name>,
}

impl Kind for UnknownModuleValue {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0203", "Unknown value", words.at(self.span))
            .label(if self.private {
                "this is private"
            } else {
                "there is no such value"
            })
            .text(format!(
                "The module `{}` has no public value `{}`.",
                self.module, self.name
            ))
            .hint(if self.is_type {
                format!("It is a type there: write `type {}`.", self.name)
            } else {
                or_else(self.nearest, "See which values the module makes public.")
            })
    }
}
