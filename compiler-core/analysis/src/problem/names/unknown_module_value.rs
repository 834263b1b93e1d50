use crate::problem::words::{Kind, Words, or_else, unknown_name};
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
    /// Where else it stands.
    pub others: Vec<Span>,
}

impl Kind for UnknownModuleValue {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        let report = Report::error("T0203", "Unknown value", words.at(self.span))
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
            });
        let places = (self.span, &self.others[..]);
        let nearest = self.nearest.map(|name| name.to_string());
        unknown_name(report, words, places, self.name, nearest.as_deref())
    }
}
