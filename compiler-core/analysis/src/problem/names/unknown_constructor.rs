use crate::problem::words::{Kind, Words, or_else, unknown_name};
use report::Report;
use source::{Name, Span};

/// An upper-case name that is no constructor here.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownConstructor {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// The known name that is most like it.
    pub nearest: Option<Name>,
    /// Whether a type has that name.
    pub is_type: bool,
    /// The imported modules that have a constructor of that name.
    pub modules: Vec<Name>,
    /// Where else it stands.
    pub others: Vec<Span>,
}

impl Kind for UnknownConstructor {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        let report = Report::error("T0207", "Unknown constructor", words.at(self.span))
            .label("there is no constructor of this name")
            .text(if self.is_type {
                format!("`{}` is a type, not a value.", self.name)
            } else {
                format!(
                    "The constructor `{}` is neither defined in this module nor imported.",
                    self.name
                )
            })
            .hint(match self.modules.first() {
                Some(module) => format!("Did you mean `{module}.{}`?", self.name),
                None => or_else(
                    self.nearest,
                    "Define it, or import it with `import module.{Name}`.",
                ),
            });
        let places = (self.span, &self.others[..]);
        let nearest = match self.modules.first() {
            Some(module) => Some(format!("{module}.{}", self.name)),
            None => self.nearest.map(|name| name.to_string()),
        };
        unknown_name(report, words, places, self.name, nearest.as_deref())
    }
}
