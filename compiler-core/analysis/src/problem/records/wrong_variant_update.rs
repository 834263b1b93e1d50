use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// An update of a value that another constructor may have made.
#[derive(Debug, Clone, PartialEq)]
pub struct WrongVariantUpdate {
    /// Where.
    pub span: Span,
    /// The constructor of the update.
    pub constructor: Name,
    /// The constructor that made the value.
    pub known: Option<Name>,
}

impl Kind for WrongVariantUpdate {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error(
            "T0253",
            "Update of another constructor",
            words.at(self.span),
        )
        .label(match self.known {
            Some(known) => format!("this was made by `{known}`"),
            None => "this may be made by another constructor".to_owned(),
        })
        .text(format!(
            "Only a value that `{}` made can be updated like this.",
            self.constructor
        ))
        .hint("Match with `case` first, and update inside the clause.")
    }
}
