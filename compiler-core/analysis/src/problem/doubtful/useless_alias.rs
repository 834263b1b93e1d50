use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// `_ as x`.
#[derive(Debug, Clone, PartialEq)]
pub struct UselessAlias {
    /// Where.
    pub span: Span,
    /// The discard.
    pub discard: Span,
    /// The name.
    pub name: Name,
}

impl Kind for UselessAlias {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0423", "Alias of a discard", words.at(self.span))
            .label("has a name and is discarded")
            .text("A discard matches anything, as the name alone does.")
            .hint(format!("Write `{}`.", self.name))
            .safe_fix(
                format!("Write `{}`", self.name),
                vec![words.replace(self.span, &self.name)],
            )
    }
}
