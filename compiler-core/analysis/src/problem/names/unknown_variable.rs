use crate::problem::words::{Kind, Words, or_else, unknown_name};
use report::Report;
use source::{Name, Span};

/// A lower-case name that means nothing here.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownVariable {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// The known name that is most like it.
    pub nearest: Option<Name>,
    /// Where a discard of that name with an underscore stands.
    pub discarded: Option<Span>,
    /// The imported modules that have a value of that name.
    pub modules: Vec<Name>,
    /// Where else it stands.
    pub others: Vec<Span>,
}

impl UnknownVariable {
    /// What stands for a word of another language.
    fn foreign(&self) -> Option<&'static str> {
        syntax::foreign_word(&self.name).filter(|_| self.nearest.is_none())
    }
}

impl Kind for UnknownVariable {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        let report = Report::error("T0206", "Unknown variable", words.at(self.span))
            .label("there is nothing of this name")
            .text(format!(
                "`{}` is neither a variable in scope nor a function or constant of this module.",
                self.name
            ))
            .hint(match (self.modules.first(), self.discarded) {
                (Some(module), _) => format!("Did you mean `{module}.{}`?", self.name),
                (None, Some(_)) => format!(
                    "`_{}` is discarded: remove the underscore to use it.",
                    self.name
                ),
                (None, None) if self.foreign().is_some() => {
                    self.foreign().unwrap_or_default().to_owned()
                }
                (None, None) => or_else(self.nearest, "Define it before it is used, or import it."),
            });
        let places = (self.span, &self.others[..]);
        let nearest = match self.modules.first() {
            Some(module) => Some(format!("{module}.{}", self.name)),
            None if self.discarded.is_some() => None,
            None => self.nearest.map(|name| name.to_string()),
        };
        unknown_name(report, words, places, self.name, nearest.as_deref())
    }
}
