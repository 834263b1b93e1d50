use crate::problem::words::{Kind, Words, or_else, unknown_name};
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
    /// Where else it stands.
    pub others: Vec<Span>,
}

impl Kind for UnknownModuleType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        let report = Report::error("T0202", "Unknown type", words.at(self.span))
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
            });
        let places = (self.span, &self.others[..]);
        let nearest = self.nearest.map(|name| name.to_string());
        unknown_name(report, words, places, self.name, nearest.as_deref())
    }
}
