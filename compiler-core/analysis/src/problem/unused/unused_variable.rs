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
        let name = &self.name;
        let report = Report::warning("T0410", "Unused variable", words.at(self.span))
            .label("never used")
            .text(format!("The variable `{name}` is never used."));
        match self.origin {
            LocalOrigin::Shorthand => report.hint(format!("Discard it: `{name}: _`.")),
            LocalOrigin::Alias => report.hint("Remove the name."),
            _ => {
                let edit = words.replace(self.span, &format!("_{name}"));
                report
                    .hint(format!("Discard it: `_{name}`."))
                    .safe_fix(format!("Rename to `_{name}`"), vec![edit])
            }
        }
    }
}
