use crate::problem::words::{Kind, Words, or_else, unknown_name};
use report::Report;
use source::{Name, Span};

/// A type that is neither defined nor imported.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownType {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// Whether a value has that name.
    pub is_value: bool,
    /// The known name that is most like it.
    pub nearest: Option<Name>,
    /// Where else it stands.
    pub others: Vec<Span>,
}

impl Kind for UnknownType {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        let report = Report::error("T0204", "Unknown type", words.at(self.span))
            .label("there is no type of this name")
            .text(format!(
                "The type `{}` is neither defined in this module nor imported.",
                self.name
            ))
            .hint(if self.is_value {
                format!(
                    "`{}` is a constructor: a type annotation needs the name of its type.",
                    self.name
                )
            } else {
                or_else(
                    self.nearest,
                    "Define it, or import it with `import module.{type Name}`.",
                )
            });
        let places = (self.span, &self.others[..]);
        let nearest = self.nearest.map(|name| name.to_string());
        unknown_name(report, words, places, self.name, nearest.as_deref())
    }
}
