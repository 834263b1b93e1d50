use crate::infer::LocalOrigin;
use crate::problem::words::{Kind, Words};
use report::{Edit, Report};
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
            LocalOrigin::Parameter | LocalOrigin::Let => {
                let (title, edits) = self.rename(words);
                report
                    .hint(format!("Discard it: `_{name}`."))
                    .safe_fix(title, edits)
            }
            // The other alternatives of a clause bind the name too.
            LocalOrigin::Pattern => {
                let (title, edits) = self.rename(words);
                report
                    .hint(format!("Discard it: `_{name}`."))
                    .fix(title, edits)
            }
        }
    }
}

impl UnusedVariable {
    fn rename(&self, words: &Words<'_>) -> (String, Vec<Edit>) {
        let discard = format!("_{}", self.name);
        let edit = words.replace(self.span, &discard);
        (format!("Rename to `{discard}`"), vec![edit])
    }
}
