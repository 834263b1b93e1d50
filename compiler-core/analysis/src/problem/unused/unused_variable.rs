use crate::infer::LocalOrigin;
use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A variable that nothing reads.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedVariable {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// How it is bound.
    pub origin: LocalOrigin,
}

impl Kind for UnusedVariable {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::warning("T0410", "Unused variable", words.at(self.span))
            .label("never used")
            .text(format!("The variable `{}` is never used.", self.name))
            .hint(match self.origin {
                LocalOrigin::Shorthand => format!("Discard it: `{}: _`.", self.name),
                LocalOrigin::Alias => "Remove the name.".to_owned(),
                _ => format!("Discard it: `_{}`.", self.name),
            })
            .fix(
                format!("Rename to `_{}`", self.name),
                match self.origin {
                    LocalOrigin::Shorthand | LocalOrigin::Alias => Vec::new(),
                    _ => vec![words.replace(self.span, &format!("_{}", self.name))],
                },
            )
    }
}
