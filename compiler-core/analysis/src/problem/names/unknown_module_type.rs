use crate::problem::words::{Kind, Words, or_else};
use report::Report;
use source::{Name, Span};

/// A type that another module does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownModuleType {
    /// Where.
    pub span: Span,
    /// The module.
    pub module: Name,
    /// The name.
    pub name: Name,
    /// Whether it is there, but private.
    pub private: bool,
    /// Whether a value has that name.
    pub is_value: bool,
    /// The known name that is most like it.
    pub nearest: Option<Name>,
}

impl Kind for UnknownModuleType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0202", "Unknown type", words.at(self.span))
            .label(if self.private {
                "this type is private"
            } else {
                "there is no such type"
            })
            .text(format!(
                "The module `{}` has no public type `{}`.",
                self.module, self.name
            ))
            .hint(if self.is_value {
                "It is a value there: import it without `type`.".to_owned()
            } else {
                or_else(self.nearest, "See which types the module makes public.")
            })
    }
}
