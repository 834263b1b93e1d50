use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A public value whose type mentions a private one.
#[derive(Debug, Clone, PartialEq)]
pub struct PrivateTypeLeak {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// The private type.
    pub leaked: Name,
}

impl Kind for PrivateTypeLeak {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0225", "Private type in public definition", words.at(self.span)).label(format!("its type mentions `{}`", self.leaked)).text(format!("`{}` is public, but its type mentions the private type `{}`, which other modules cannot name.", self.name, self.leaked)).hint(format!("Make `{}` public, or `{}` private.", self.leaked, self.name))
    }
}
